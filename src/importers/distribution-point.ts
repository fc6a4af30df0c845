import type { Figures, Point, PointFlag } from "./reading.ts";

/**
 * What a file gives that holds one distribution of response times and nothing else: a point without x, or none where nothing
 * was counted. `counted` names what the n values are.
 */
export function distributionPoints(
  latency: Omit<Figures, "nOf"> & { readonly n: number },
  counted: "requests" | "samples",
  flags: readonly PointFlag[] = [],
): Point[] {
  const { n } = latency;
  if (n === 0) return [];
  const metrics = { latency: { ...latency, nOf: counted } };
  return [{ series: null, labels: {}, x: [], metrics, counts: { [counted]: n }, duration: null, flags }];
}
