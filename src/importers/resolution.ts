import { flag } from "./flags.ts";
import type { PointFlag } from "./reading.ts";

type Stats = Readonly<Record<string, number | null>>;

const isZero = (name: string, value: number | null) => value === 0 && name !== "stdev";

/**
 * Figures of a tool that prints few digits: a time printed as 0 is one below the last digit. It becomes null with a flag.
 * A standard deviation of 0 stays what it is.
 */
export function resolved(metric: string, stats: Stats, printed: string): { stats: Stats; flags: PointFlag[] } {
  const entries = Object.entries(stats);
  return {
    stats: Object.fromEntries(entries.map(([name, value]) => [name, isZero(name, value) ? null : value])),
    flags: entries
      .filter(([name, value]) => isZero(name, value))
      .map(([name]) => flag("under-resolution", `printed as ${printed}`, metric, name)),
  };
}
