import type { WholeImporter } from "./importer.ts";
import { known } from "./known.ts";
import { noLoad } from "./listed.ts";
import { parseNumber } from "./number.ts";
import { toSeconds } from "./quantity.ts";
import type { Figures, Point } from "./reading.ts";

const line = /^test (.+?) \.\.\. bench: +([\d,.]+) (\S+) \(\+\/- [\d,.]+\)(?: = ([\d,.]+) MB\/s)?/gm;

/** `cargo bench` with Rust's own harness: the median of an iteration, and how far the samples reach. */
export const libtest: WholeImporter = {
  name: "libtest",
  title: "Rust benchmarks (cargo bench)",
  tool: "rust-libtest",
  sign: "a line `test fib ... bench:      18,794.12 ns/iter (+/- 440.25)`",
  claims: ({ text }) => new RegExp(line.source, "m").test(text),
  read: ({ text }) => ({
    format: "libtest-bench-text",
    tool: "rust-libtest",
    toolVersion: null,
    points: [...text.matchAll(line)].map(([, name, figure, unit, megabytes]) =>
      toPoint(name!, parseNumber(figure!), unit!, parseNumber(megabytes ?? "")),
    ),
    load: noLoad,
    assumed: ["(+/-) is the distance of the slowest from the fastest sample, no deviation: it is left out."],
    environment: {},
    warnings: [],
  }),
};

function toPoint(name: string, figure: number | null, unit: string, megabytes: number | null): Point {
  const [, kind = unit] = /^(.+)\/iter$/.exec(unit) ?? [];
  const timed = toSeconds(1, kind) !== null;
  const base = (value: number | null) => (value === null || !timed ? value : toSeconds(value, kind));
  // Harnesses of people's own print other units: cycles/iter, or rates such as MS/s.
  const better = unit.endsWith("/s") ? "higher" : "lower";
  const described = { label: unit, unit: "1", display: "1", better, denominator: null } as const;
  return {
    series: name,
    labels: { benchmark: name },
    fullName: name,
    x: [],
    metrics: known<Figures>({
      [timed ? "time_per_op" : unit]: {
        stats: { median: base(figure) },
        ...(timed ? {} : { metric: described }),
      },
      transferred: megabytes === null ? null : { stats: { value: megabytes * 1e6 } },
    }),
    counts: {},
    duration: null,
    flags: [],
  };
}
