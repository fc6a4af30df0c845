import { type Key, figure, label, stat, statistics, words } from "./key.ts";

/** Half of a confidence interval, in percent of the mean; 0 is that of no samples. */
const relativeMargin: Key = figure(({ metrics }) =>
  ["time_per_op", "ops_rate"].map((name) => {
    const { ci, stats } = metrics[name] ?? {};
    const centre = stats?.["mean"] === undefined ? stats?.["value"] : stats["mean"];
    if (stats !== undefined && centre === null) return null;
    return ci === undefined || centre == null ? undefined : (100 * (ci.high - ci.low)) / 2 / centre;
  }),
);

/** What failed has no figures, and may be named by its error. */
const failure: Key = (expected, point, reading, name) => {
  if (expected === null || expected === false) return [];
  return point.metrics["time_per_op"] === undefined ? label(expected, point, reading, name) : [`${name}: has figures`];
};

/** Keys that only benchmarks of JavaScript and .NET have. */
export const javascript: Readonly<Record<string, Key>> = {
  error: failure,
  state: (expected, point) =>
    (expected === "errored") === (Object.keys(point.metrics).length === 0) ? [] : [`state: not ${String(expected)}`],
  rme_percent: relativeMargin,
  ops_per_s_throughput_mean: absentOr(stat(["ops_rate"], ["mean"])),
  hz: absentOr(stat(["ops_rate"], ["value"])),
  ops_per_s_from_mean_latency: absentOr(
    figure(({ metrics }) => [1 / (metrics["time_per_op"]?.stats["mean"] ?? Number.NaN)]),
  ),
  type: label,
  stderr: statistics(["time_per_op"], 1e-9),
  allocated_B_per_op: absentOr(stat(["allocated"], ["mean", "value"])),
  host: words,
};

/** For tools of which some versions do not have the figure. */
function absentOr(key: Key): Key {
  return (expected, point, reading, name) => (expected === null ? [] : key(expected, point, reading, name));
}
