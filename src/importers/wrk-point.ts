import type { Diagnostic } from "../source/diagnostic.ts";
import { warn } from "./fault.ts";
import { flag } from "./flags.ts";
import { known } from "./known.ts";
import { missingTime } from "./little.ts";
import { answerRates, share } from "./rates.ts";
import type { Figures, Point, PointFlag } from "./reading.ts";
import type { Sniff } from "./sniff.ts";
import { splitReports } from "./split.ts";
import { type WrkFigures, wrkFigures, wrkStart } from "./wrk-figures.ts";

/** The points of a file of wrk or wrk2 reports, in order; a report that breaks off is left out with a warning. */
export function wrkPoints(
  sniff: Sniff,
  toPoint: (figures: WrkFigures) => Point,
): { points: Point[]; warnings: Diagnostic[] } {
  const points: Point[] = [];
  const warnings: Diagnostic[] = [];
  for (const { text, offset } of splitReports(sniff, wrkStart)) {
    const figures = wrkFigures(text);
    if (figures !== null) points.push(toPoint(figures));
    else {
      const help = "Let the run finish, or remove this report from the file.";
      warnings.push(warn(sniff, offset, "report-incomplete", "this report ends before Requests/sec: left out", help));
    }
  }
  return { points, warnings };
}

/** What wrk and wrk2 reports have in common. `latency` adds what the tool knows of its percentiles. */
export function wrkPoint(figures: WrkFigures, latency: Partial<Figures>): Point {
  const { requests, errorsBy, badStatuses } = figures;
  const errors = Object.values(errorsBy).reduce((sum, count) => sum + count, 0);
  const empty = requests === 0;
  const stats = empty ? Object.fromEntries(Object.keys(figures.latency).map((name) => [name, null])) : figures.latency;
  return {
    series: null,
    labels: known({ url: figures.url }),
    x: Object.entries(known({ concurrency: figures.connections, threads: figures.threads })).map(([name, value]) => ({
      name,
      value,
      unit: null,
    })),
    metrics: known<Figures>({
      latency: Object.keys(stats).length === 0 ? null : { stats, stdevKind: "sample", ...latency },
      ...answerRates(figures.rate, requests, badStatuses),
      transferred: figures.transferred === null ? null : { stats: { value: figures.transferred } },
      errors: { stats: { value: errors } },
      error_ratio: share(errors + badStatuses, requests + errors),
      http_error_ratio: share(badStatuses, requests),
    }),
    counts: { requests, errors },
    errorsBy: { ...errorsBy, non_2xx_3xx: badStatuses },
    duration: figures.duration,
    flags: wrkFlags(figures, empty),
  };
}

function wrkFlags({ latency, errorsBy, requests }: WrkFigures, empty: boolean): PointFlag[] {
  if (empty) return [flag("sentinel", "no request was answered: 0 is no response time", "latency")];
  const lost = (errorsBy["timeout"] ?? 0) + (errorsBy["read"] ?? 0);
  if (lost > requests / 2)
    return [flag("survivors-only", `${lost} requests without an answer are not in the response times`, "latency")];
  const undefinedFigures = Object.entries(latency).filter(([, value]) => value === null);
  return undefinedFigures.map(([name]) => flag("sentinel", "no number in the report", "latency", name));
}

/** The flag of a closed loop whose hanging connections vanish from the report. */
export function wrkMissingTime({ connections, rate, latency }: WrkFigures): PointFlag[] {
  return missingTime(connections, rate, latency["mean"] ?? null);
}
