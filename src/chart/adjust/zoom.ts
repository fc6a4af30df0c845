import type { Axis } from "../chart.ts";
import { clean } from "../decide/shown.ts";
import type { Range } from "./adjustment.ts";

/** No more than so many times closer than the whole axis: beyond that there is nothing between two points. */
const CLOSEST = 1e4;

/** Whether a part of this axis can be looked at: names have no between. */
export function canZoom({ kind }: Pick<Axis, "kind">): boolean {
  return kind === "linear" || kind === "log" || kind === "time";
}

/**
 * The part of an axis that is looked at, a factor smaller (above 1) or larger, around a place that stays where it is in the
 * picture as far as the ends of the axis allow. Null for all of it.
 */
export function zoomAt(
  whole: Pick<Axis, "kind" | "domain">,
  range: Range | null,
  place: number,
  factor: number,
): Range | null {
  const [to, from] = scaleOf(whole);
  const [start, end] = whole.domain.map(to) as [number, number];
  const [low, high] = (range ?? whole.domain).map(to) as [number, number];
  const at = Math.max(low, Math.min(high, to(place)));
  const width = Math.max((end - start) / CLOSEST, (high - low) / factor);
  if (width >= (end - start) * (1 - 1e-9)) return null;
  const left = at - ((at - low) / (high - low)) * width;
  const begin = Math.max(start, Math.min(end - width, left));
  return [from(begin), from(begin + width)];
}

/** The part between two places, in any order; null where they are too close to mean one, or the axis has nothing between them. */
export function zoomTo({ kind, domain }: Pick<Axis, "kind" | "domain">, a: number, b: number): Range | null {
  const [to] = scaleOf({ kind });
  const [low, high] = [Math.max(domain[0], Math.min(a, b)), Math.min(domain[1], Math.max(a, b))];
  const share = (to(high) - to(low)) / (to(domain[1]) - to(domain[0]));
  return share > 1 / CLOSEST ? [clean(low), clean(high)] : null;
}

/** The range moved just so far that a place lies in it. */
export function reveal(range: Range | null, place: number): Range | null {
  if (range === null || (place >= range[0] && place <= range[1])) return range;
  const width = range[1] - range[0];
  return place < range[0] ? [place, place + width] : [place - width, place];
}

function scaleOf({ kind }: Pick<Axis, "kind">): readonly [(value: number) => number, (value: number) => number] {
  return kind === "log" ? [Math.log10, (value) => clean(10 ** value)] : [(value) => value, clean];
}
