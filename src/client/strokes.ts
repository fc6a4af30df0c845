import type { LineElement } from "chart.js";
import type { Drawing } from "../chart/register.ts";

type Segment = LineElement["segments"][number];
type Places = readonly { readonly x: number }[];

/** About so many points of a line are stroked at once. */
const AT_ONCE = 100;

/**
 * Has long lines stroked in parts. One path of thousands of points, up and down between the columns of a picture, crosses itself so
 * often that a processor fills its outline five times slower than those of its parts.
 */
export function strokeInParts(drawing: Drawing): void {
  for (const { dataset, data } of drawing.getSortedVisibleDatasetMetas()) {
    const line = dataset as LineElement | undefined;
    if (line === undefined || data.length < 2 * AT_ONCE) continue;
    const parts = line.segments.flatMap((segment) => cut(segment, data));
    Object.defineProperty(line, "segments", { value: parts });
  }
}

/** Parts of a segment that share their ends. Chart.js merges points in the same column of pixels: that is not cut. */
export function cut(segment: Segment, points: Places): Segment[] {
  const parts: Segment[] = [];
  let from = segment.start;
  for (let to = from + AT_ONCE; to < segment.end; to++) {
    if (Math.trunc(points[to]!.x) === Math.trunc(points[to - 1]!.x)) continue;
    parts.push({ ...segment, start: from, end: to });
    from = to;
    to += AT_ONCE - 1;
  }
  return [...parts, { ...segment, start: from }];
}
