import { flag } from "./flags.ts";
import type { PointFlag } from "./reading.ts";

/**
 * Little's law for a closed loop: rate × mean response time is how many connections were waiting. Less than half of
 * those there were means that time is missing from the response times: hanging answers, reconnecting, a busy client.
 * `resolution` is the step in which the mean is printed (s); a mean of a few steps proves nothing.
 */
export function missingTime(
  connections: number | null,
  rate: number | null,
  mean: number | null,
  resolution = 0,
): PointFlag[] {
  if (connections === null || rate === null || mean === null || mean < 20 * resolution) return [];
  const waiting = rate * mean;
  if (waiting >= connections / 2) return [];
  const busy = waiting < 0.1 ? "hardly any" : waiting.toFixed(1);
  const note = `rate × mean response time accounts for ${busy} of ${connections} connections: the others waited unseen`;
  return [flag("survivors-only", note, "latency")];
}
