import { warn } from "./fault.ts";
import type { Json } from "./json.ts";
import { known } from "./known.ts";
import { listed, noLoad } from "./listed.ts";
import { isNumber, numericParameters, type Parameters } from "./parameters.ts";
import type { Figures, Point, Reading } from "./reading.ts";
import { resolved } from "./resolution.ts";
import type { Sniff } from "./sniff.ts";

/** One command that was measured, whichever file says so. Times are seconds. */
export interface Hyperfine {
  readonly command: string;
  readonly parameters: Parameters;
  readonly figure: (name: string) => number | null;
  /** Of each run; empty where the file does not have them. */
  readonly times: readonly number[];
  readonly memory: readonly number[];
  /** A number, or null for a run that a signal ended. */
  readonly exits: readonly Json[];
}

export function hyperfineReading(
  sniff: Sniff,
  format: string,
  results: readonly Hyperfine[],
  assumed: readonly string[],
): Reading {
  const failed = results.filter((one) => failures(one) > 0);
  const help = "A command that fails may end early: its time is that of failing.";
  return {
    format,
    tool: "hyperfine",
    toolVersion: null,
    points: results.map(toPoint),
    load: noLoad,
    assumed,
    environment: {},
    warnings: failed.map((one) =>
      warn(
        sniff,
        Math.max(0, sniff.text.indexOf(one.command)),
        "exit-nonzero",
        `${failures(one)} of ${one.exits.length} runs of ${one.command} ended with an error`,
        help,
      ),
    ),
  };
}

function failures({ exits }: Hyperfine): number {
  return exits.filter((code) => code !== 0).length;
}

function toPoint(result: Hyperfine): Point {
  const { command, parameters, figure, times, memory } = result;
  const found = known({
    mean: figure("mean"),
    median: figure("median"),
    stdev: figure("stddev"),
    min: figure("min"),
    max: figure("max"),
  });
  // The start of the shell is subtracted, which leaves 0 of a command that is as fast as starting a shell.
  const { stats, flags } = resolved("time_per_op", found, "0 s: less than starting a shell takes");
  const mean = (name: string): Figures | null => {
    const value = figure(name);
    return value === null ? null : { stats: { mean: value } };
  };
  return {
    series: template(command, parameters),
    labels: { benchmark: command, command, ...parameters },
    fullName: command,
    parameters,
    x: numericParameters(parameters),
    metrics: known<Figures>({
      time_per_op: {
        stats,
        stdevKind: "sample",
        ...(times.length === 0
          ? {}
          : { n: times.length, nOf: "runs", runs: times.map((time) => (time === 0 ? null : time)) }),
        metric: { label: "Time", unit: "s", display: "", better: "lower", denominator: null },
      },
      user_time: mean("user"),
      system_time: mean("system"),
      memory: listed(memory, "runs"),
    }),
    counts: times.length === 0 ? {} : { runs: times.length, nonzero_exits: failures(result) },
    duration: null,
    flags,
  };
}

/** The command without the numbers that were put into it: `make -j 4` with threads = 4 is `make -j {threads}`. */
function template(command: string, parameters: Parameters): string {
  let plain = command;
  for (const [name, text] of Object.entries(parameters)) {
    if (!isNumber(text)) continue;
    const quoted = text.replace(/[.+]/g, "\\$&");
    plain = plain.replace(new RegExp(`(?<![\\d.])${quoted}(?![\\d.]*\\d)`, "g"), () => `{${name}}`);
  }
  return plain;
}
