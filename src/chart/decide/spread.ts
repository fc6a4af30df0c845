import type { Column, Statistics } from "../../benchmark/dataset.ts";
import type { Spread } from "../chart.ts";
import type { SpreadName } from "../spec.ts";
import type { Picked } from "./pick.ts";
import { clean } from "./shown.ts";

/** What each centre may be surrounded with; the first that the data has is the default. */
const KINDS: Readonly<Record<string, readonly Exclude<SpreadName, "none">[]>> = {
  mean: ["ci", "stdev", "range"],
  median: ["ci", "range", "stdev", "quartiles"],
  p50: ["ci", "range", "stdev", "quartiles"],
  value: ["ci", "stdev", "range"],
};

const COLUMNS = {
  ci: ["ci_low", "ci_high"],
  stdev: ["stdev"],
  range: ["min", "max"],
  quartiles: ["p25", "p75"],
} as const;

/** The spread that is drawn around a statistic: what the author asked for where the data has it, else the data's first. */
export function pickSpread(wanted: SpreadName | undefined, { metric, stat, series }: Picked): SpreadName {
  if (wanted === "none") return "none";
  const statistics = series.flatMap((one) => one.values.get(metric.id) ?? []);
  const there = (KINDS[stat] ?? []).filter((kind) =>
    statistics.some(({ columns }) => COLUMNS[kind].every((name) => columns.get(name)?.some((value) => value !== null))),
  );
  if (wanted !== undefined) return there.includes(wanted) ? wanted : "none";
  return there[0] ?? "none";
}

/**
 * Lower and upper edge at each point, in base units; null where the statistic, or what the edges are made from, is missing.
 * A standard deviation is symmetric, what is measured may not be: where the figures are never negative, the edge ends at 0.
 */
export function edges(statistics: Statistics, stat: string, kind: SpreadName): { low: Column; high: Column } | null {
  const centre = statistics.columns.get(stat);
  if (kind === "none" || centre === undefined) return null;
  if (kind === "stdev") {
    const stdev = statistics.columns.get("stdev");
    if (stdev === undefined) return null;
    const floor = centre.some((value) => value !== null && value < 0) ? -Infinity : 0;
    const edge = (sign: 1 | -1): Column =>
      centre.map((value, i) => {
        const deviation = stdev[i] ?? null;
        return value === null || deviation === null ? null : clean(Math.max(floor, value + sign * deviation));
      });
    return { low: edge(-1), high: edge(1) };
  }
  return between(statistics, centre, COLUMNS[kind]);
}

/** Two columns as edges around a centre, where all three have a figure. */
export function between(
  { columns }: Statistics,
  centre: Column,
  [lowName, highName]: readonly [string, string],
): { low: Column; high: Column } | null {
  const low = columns.get(lowName);
  const high = columns.get(highName);
  if (low === undefined || high === undefined) return null;
  const whole = (i: number) => [centre[i], low[i], high[i]].every((value) => value !== null && value !== undefined);
  return {
    low: low.map((value, i) => (whole(i) ? value : null)),
    high: high.map((value, i) => (whole(i) ? value : null)),
  };
}

/** The spread in words. What it varies over is said as far as the data says it. */
export function spreadWords(kind: SpreadName, { metric, series }: Picked): Spread | null {
  if (kind === "none") return null;
  const statistics = series.flatMap((one) => one.values.get(metric.id) ?? []);
  const over = only(statistics.map(({ nOf }) => nOf));
  const ending = over === null ? "" : ` over ${over}`;
  if (kind === "range") return { name: kind, label: `smallest to largest${ending}` };
  if (kind === "quartiles") return { name: kind, label: `lower to upper quartile${ending}` };
  if (kind === "stdev") return { name: kind, label: `± 1 standard deviation${ending}` };
  const level = only(statistics.map(({ ci }) => ci?.level ?? null));
  const percent = level === null ? "" : `${Number((level * 100).toPrecision(4))} % `;
  return { name: kind, label: `${percent}confidence interval${ending}` };
}

/** The value on which all agree that have one. */
function only<T>(values: readonly (T | null)[]): T | null {
  const distinct = new Set(values.filter((value) => value !== null));
  return distinct.size === 1 ? [...distinct][0]! : null;
}
