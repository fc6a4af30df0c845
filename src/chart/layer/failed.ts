import type { ChartSeries } from "../chart.ts";
import { shareOf } from "../scale.ts";
import type { Scene } from "../scene.ts";

/** So many points with failures of a series are told apart. */
const MOST = 100;

/**
 * The points at which requests failed: all of them up to a hundred in what is seen of the x-axis, else the worst in each
 * hundredth of it.
 */
export function failedPoints({ x: axis }: Pick<Scene["chart"], "x">, { x, y, failed }: ChartSeries): number[] {
  const worst = new Map<number, number>();
  const seen: number[] = [];
  for (const [i, share] of (failed ?? []).entries()) {
    const along = shareOf(axis, x[i]!);
    if (share === null || share <= 0 || y[i] === null || along < 0 || along > 1) continue;
    seen.push(i);
    const part = Math.floor(along * MOST);
    if (share > (failed![worst.get(part) ?? -1] ?? 0)) worst.set(part, i);
  }
  return seen.length > MOST ? [...worst.values()] : seen;
}
