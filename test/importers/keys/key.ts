import type { Figures, Point, Reading } from "../../../src/importers/reading.ts";
import type { Json } from "../../../src/importers/json.ts";

/** What a key of expected.json says about a point: faults in words, none when it holds. */
export type Key = (expected: Json, point: Point, reading: Reading, name: string) => string[];

/** Keys that hold words for people, or what another key checks. */
export const words: Key = () => [];

/** Flags of a 0 that is no figure. */
const noFigure: ReadonlySet<string> = new Set(["under-resolution", "sentinel"]);

/** A figure that may stand in one of several places of the point; `scale` is base units per unit of the key. */
export function figure(
  places: (point: Point) => readonly (number | null | undefined)[],
  scale = 1,
  loose = false,
): Key {
  return (expected, point, _reading, name) => {
    const found = places(point).filter((value) => value !== undefined);
    if (expected === null)
      return found.every((value) => value === null) ? [] : [`${name}: ${found.join(" or ")}, expected none`];
    if (typeof expected !== "number") return [`${name}: expected.json holds no number`];
    if (found.some((value) => value !== null && same(value / scale, expected, loose))) return [];
    if (expected === 0 && found.includes(null) && point.flags.some((one) => noFigure.has(one.flag))) return [];
    return [
      `${name}: ${found.map((value) => (value === null ? "null" : value / scale)).join(" or ") || "absent"}, expected ${expected}`,
    ];
  };
}

/** Equal to within the decimals that the expected figure is written with; loosely, to within a bucket of a histogram. */
export function same(got: number, expected: number, loose = false): boolean {
  const decimals = /\.(\d+)$/.exec(String(expected))?.[1]?.length ?? 0;
  const rounding = decimals === 0 ? 0 : 0.501 * 10 ** -decimals;
  return Math.abs(got - expected) <= Math.max(rounding, Math.abs(expected) * (loose ? 2e-3 : 1e-6));
}

/** One statistic of any of some metrics. */
export function stat(metrics: readonly string[], stats: readonly string[], scale = 1): Key {
  return figure((point) => metrics.flatMap((metric) => stats.map((name) => point.metrics[metric]?.stats[name])), scale);
}

/** One of the names the content gives the point. */
export const label: Key = (expected, point, _reading, name) => {
  if (expected === null || expected === "") return [];
  const found = [point.series, ...Object.values(point.labels)];
  return found.includes(String(expected)) ? [] : [`${name}: named ${found.join(", ")}, expected ${String(expected)}`];
};

/** `{name: value}`: parameters that are x candidates or labels. */
export const parameters: Key = (expected, point, _reading, name) =>
  Object.entries(expected ?? {}).flatMap(([key, value]) => {
    const found = [...point.x.filter((one) => one.name === key).map((one) => one.value), point.labels[key]];
    return found.some((one) => String(one) === String(value))
      ? []
      : [`${name}.${key}: ${found.join(" or ")}, expected ${String(value)}`];
  });

/** `{mean, p50, stdev …}` of the first of some metrics that the point has. */
export function statistics(metrics: readonly string[], scale: number): Key {
  return (expected, point, reading, name) => {
    const metric = metrics.find((one) => point.metrics[one] !== undefined);
    const figures = metric === undefined ? undefined : point.metrics[metric];
    if (expected === null)
      return figures === undefined || Object.values(figures.stats).every((one) => one === null)
        ? []
        : [`${name}: expected none`];
    if (figures === undefined) return [`${name}: no ${metrics.join(" or ")}`];
    if (typeof expected === "number")
      return figure(() => [figures.stats["mean"], figures.stats["value"]], scale)(expected, point, reading, name);
    return Object.entries(expected).flatMap(([key, value]) =>
      oneStatistic(key, value as Json, figures, scale, point, reading, `${name}.${key}`),
    );
  };
}

function oneStatistic(
  key: string,
  expected: Json,
  figures: Figures,
  scale: number,
  point: Point,
  reading: Reading,
  name: string,
): string[] {
  if (key === "n") return figure(() => [figures.n])(expected, point, reading, name);
  if (key === "user" || key === "system")
    return stat([`${key}_time`], ["mean", "value"], scale)(expected, point, reading, name);
  const loose = key.endsWith("_nearest_rank");
  const plain = key.replace("_nearest_rank", "");
  const stats = { p50: ["p50", "median"], median: ["median", "p50"], p100: ["p100", "max"] }[plain] ?? [plain];
  const value = typeof expected === "object" && expected !== null ? (expected as { value?: Json }).value! : expected;
  return figure(() => stats.map((one) => figures.stats[one]), scale, loose)(value, point, reading, name);
}
