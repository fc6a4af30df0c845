import { type Key, label, same, words } from "./key.ts";

/** Base units per unit of the key: it has the figure as the file writes it. */
const factors = [1, 1e-9, 1e-6, 1e-3, 1e3, 1e6, 1e9];

/** Keys that only files of results of other tools have. */
export const dashboards: Readonly<Record<string, Key>> = {
  ...Object.fromEntries(["unit", "range", "direction", "lower", "upper"].map((name) => [name, words])),
  value: (expected, point, _reading, name) => {
    const found = Object.values(point.metrics).flatMap(
      ({ stats }) => stats["value"] ?? stats["mean"] ?? stats["median"] ?? [],
    );
    return found.some((value) => factors.some((factor) => same(value / factor, Number(expected))))
      ? []
      : [`${name}: ${found.join(", ")}, expected ${String(expected)}`];
  },
  measure: (expected, point) =>
    Object.keys(point.metrics).some(
      (metric) => metric === expected || (expected === "latency" && metric === "time_per_op"),
    )
      ? []
      : [`measure: ${Object.keys(point.metrics).join(", ")}`],
  suites: (expected, _point, { points }, name) =>
    Object.entries(expected as Record<string, number>)
      .filter(
        ([suite, commits]) =>
          new Set(points.filter((one) => one.labels["suite"] === suite).map((one) => one.time)).size !== commits,
      )
      .map(([suite]) => `${name}: commits of ${suite} differ`),
  t_ms: (expected, point, _reading, name) =>
    point.x[0]?.name === "time" && Number(point.x[0].value) * 1e3 === expected
      ? []
      : [`${name}: ${String(point.x[0]?.value)}`],
  benchmark: label,
};
