import { formatNumber } from "../benchmark/number.ts";
import type { FlagName, PointFlag } from "./reading.ts";

export function flag(
  name: FlagName,
  note: string,
  metric: string | null = null,
  stat: string | null = null,
): PointFlag {
  return { flag: name, note, metric, stat };
}

/** A load generator that gets less than 95 % of what it demands no longer measures the demanded load. */
export function saturation(demanded: number | null, achieved: number | null): PointFlag[] {
  if (demanded === null || achieved === null || achieved >= 0.95 * demanded) return [];
  const note = `${formatNumber(achieved, { significant: 4 })} of ${formatNumber(demanded)} demanded per second: latency and errors depend on how long the test ran`;
  return [flag("saturated", note)];
}
