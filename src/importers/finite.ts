import { flag } from "./flags.ts";
import type { Figures, Point, Reading } from "./reading.ts";

/**
 * A reading whose figures are all numbers. Damage or a bug of a tool may leave one that none can hold (`1e999`), or that follows from
 * such a one by arithmetic: a statistic is then null and flagged, anything else is as if the file did not have it.
 */
export function finite(reading: Reading): Reading {
  return reading.points.every(isFinitePoint) ? reading : { ...reading, points: reading.points.map(finitePoint) };
}

const isNumber = (value: number | null | undefined): boolean => value == null || Number.isFinite(value);
const numbersOf = (record: Readonly<Record<string, number>>): Record<string, number> =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => isNumber(value)));

function isFinitePoint({ x, metrics, counts, statuses, errorsBy, duration, time }: Point): boolean {
  return (
    x.every(({ value }) => typeof value === "string" || isNumber(value)) &&
    Object.values(metrics).every(isFiniteFigures) &&
    [counts, statuses ?? {}, errorsBy ?? {}].every((record) => Object.values(record).every(isNumber)) &&
    isNumber(duration) &&
    isNumber(time)
  );
}

function isFiniteFigures({ stats, n, ci, runs, histogram, resolution }: Figures): boolean {
  const others = [n, ci?.low, ci?.high, resolution, ...(histogram?.counts ?? []), ...(histogram?.values ?? [])];
  return Object.values(stats).every(isNumber) && (runs ?? []).every(isNumber) && others.every(isNumber);
}

function finitePoint(point: Point): Point {
  if (isFinitePoint(point)) return point;
  const { time, statuses, errorsBy, ...rest } = point;
  const lost = Object.entries(point.metrics).flatMap(([name, { stats }]) =>
    Object.keys(stats)
      .filter((stat) => !isNumber(stats[stat]))
      .map((stat) => flag("sentinel", "no number that can be held", name, stat)),
  );
  return {
    ...rest,
    x: point.x.filter(({ value }) => typeof value === "string" || isNumber(value)),
    metrics: Object.fromEntries(Object.entries(point.metrics).map(([name, figures]) => [name, finiteFigures(figures)])),
    counts: numbersOf(point.counts),
    ...(statuses === undefined ? {} : { statuses: numbersOf(statuses) }),
    ...(errorsBy === undefined ? {} : { errorsBy: numbersOf(errorsBy) }),
    duration: isNumber(point.duration) ? point.duration : null,
    ...(time !== undefined && isNumber(time) ? { time } : {}),
    flags: [...point.flags, ...lost],
  };
}

function finiteFigures(figures: Figures): Figures {
  if (isFiniteFigures(figures)) return figures;
  const { n, ci, runs, histogram, resolution, ...rest } = figures;
  const orNull = (value: number | null) => (isNumber(value) ? value : null);
  const bins = [...(histogram?.values ?? []), ...(histogram?.counts ?? [])];
  return {
    ...rest,
    stats: Object.fromEntries(Object.entries(figures.stats).map(([stat, value]) => [stat, orNull(value)])),
    ...(n !== undefined && isNumber(n) ? { n } : {}),
    ...(ci !== undefined && [ci.low, ci.high].every(isNumber) ? { ci } : {}),
    ...(runs === undefined ? {} : { runs: runs.map(orNull) }),
    ...(histogram !== undefined && bins.every(isNumber) ? { histogram } : {}),
    ...(resolution !== undefined && isNumber(resolution) ? { resolution } : {}),
  };
}
