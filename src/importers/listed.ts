import { known } from "./known.ts";
import type { Figures, LoadModel } from "./reading.ts";
import { summarize } from "./samples.ts";

/** A micro-benchmark sends nothing: there is no loop that could be open or closed. */
export const noLoad: LoadModel = { loop: "none", coordinatedOmission: "none" };

/** Figures of one metric whose single values a file lists, in base units; null for none. The values are kept. */
export function listed(values: readonly number[], nOf: "runs" | "samples" | "iterations"): Figures | null {
  if (values.length === 0) return null;
  const stats = known({ ...summarize(values) });
  return { stats, n: values.length, nOf, ...(values.length > 1 ? { stdevKind: "sample" as const } : {}), runs: values };
}
