import { createHash } from "node:crypto";
import type { Chart } from "../../chart/chart.ts";

const known = new WeakMap<Chart, string>();

/** A text that is another one for charts of which a drawing could be different. */
export function digestOf(chart: Chart): string {
  const digest = known.get(chart) ?? createHash("sha256").update(JSON.stringify(chart)).digest("hex");
  known.set(chart, digest);
  return digest;
}
