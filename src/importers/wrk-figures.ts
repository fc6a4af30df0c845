import type { Histogram } from "../benchmark/dataset.ts";
import { percentileName } from "./known.ts";
import { parseDuration, parseScaled } from "./quantity.ts";
import { spectrumHistogram, spectrumRows } from "./spectrum.ts";

/** What one report of wrk or wrk2 says, in base units. Null where the line is missing. */
export interface WrkFigures {
  readonly url: string | null;
  readonly threads: number | null;
  readonly connections: number | null;
  readonly latency: Readonly<Record<string, number | null>>;
  /** Only wrk2 prints its distribution. */
  readonly histogram: Histogram | null;
  readonly requests: number;
  readonly duration: number | null;
  /** Requests that got no answer, by what went wrong with the socket. */
  readonly errorsBy: Readonly<Record<string, number>>;
  readonly badStatuses: number;
  readonly rate: number | null;
  readonly transferred: number | null;
}

/** The line with which each report begins. autocannon's text begins so too, but has no threads. */
export const wrkStart = /^\s*Running .+ test @ /;

/** Whether a text holds a report of wrk or wrk2. */
export function isWrkText(text: string): boolean {
  return /^\s*Running .+ test @ .*\n\s*\d+ threads and \d+ connections/m.test(text);
}

/** Whether a report of the wrk kind comes from wrk2. */
export function isWrk2Text(text: string): boolean {
  return /^\s*Thread calibration: |\(HdrHistogram - (?:Recorded|Uncorrected) Latency/m.test(text);
}

/** Reads one report; null when it breaks off before its last figures. */
export function wrkFigures(report: string): WrkFigures | null {
  // The second distribution of wrk2 -U leaves out the time that requests waited to be sent.
  const text = report.replace(
    /^ *Latency Distribution \(HdrHistogram - Uncorrected[^]*?(?=^ *-{20,}|^ *\d+ requests in )/m,
    "",
  );
  const total = /^\s*(\d+) requests in ([^,\s]+)(?:,\s*(\S+) read)?/m.exec(text);
  const rate = /^Requests\/sec:\s+(\S+)/m.exec(text);
  if (total === null || rate === null) return null;
  const size = /^\s*(\d+) threads and (\d+) connections/m.exec(text);
  const [, mean = "", stdev = "", max = ""] = /^ +Latency +(\S+) +(\S+) +(\S+)/m.exec(text) ?? [];
  const sockets = /^\s*Socket errors: connect (\d+), read (\d+), write (\d+), timeout (\d+)/m.exec(text);
  const [connect = 0, read = 0, write = 0, timeout = 0] = (sockets ?? []).slice(1).map(Number);
  const transfer = /^Transfer\/sec:\s+(\S+)/m.exec(text)?.[1];
  const rows = spectrumRows(text);
  return {
    url: /test @ (.*\S)/.exec(text)?.[1] ?? null,
    threads: size === null ? null : Number(size[1]),
    connections: size === null ? null : Number(size[2]),
    latency: {
      ...(mean === "" ? {} : { mean: parseDuration(mean), stdev: parseDuration(stdev), max: parseDuration(max) }),
      ...percentiles(text),
    },
    histogram: rows.length === 0 ? null : spectrumHistogram(rows, 1e3),
    requests: Number(total[1]),
    duration: parseDuration(total[2]!),
    errorsBy: { connect, read, write, timeout },
    badStatuses: Number(/^\s*Non-2xx or 3xx responses: (\d+)/m.exec(text)?.[1] ?? 0),
    rate: parseScaled(rate[1]!, 1000),
    transferred: transfer === undefined ? null : parseScaled(transfer, 1024),
  };
}

function percentiles(text: string): Record<string, number | null> {
  const lines = text.matchAll(/^ *(\d+(?:\.\d+)?)% +(\S+) *$/gm);
  return Object.fromEntries([...lines].map(([, percent, value]) => [percentileName(percent!), parseDuration(value!)]));
}
