import type { Axis } from "./chart.ts";

/** Whether equal distances on the axis are equal factors. */
export function isLogarithmic({ kind }: Pick<Axis, "kind">): boolean {
  return kind === "log" || kind === "percentile";
}

/** Nothing that anybody measures is nearer to 0, or further away: beyond, products and quotients of figures overflow. */
export const TINY = 1e-250;
export const HUGE = 1e250;

/** Whether an axis may end at a figure. */
export function isEnd(figure: number): boolean {
  const size = Math.abs(figure);
  return size === 0 || (size >= TINY && size <= HUGE);
}

/** The figure at a share of the length of an axis. */
export function valueAt({ kind, domain: [low, high] }: Pick<Axis, "kind" | "domain">, share: number): number {
  return isLogarithmic({ kind }) ? low * (high / low) ** share : low + share * (high - low);
}

/** The figure at whose place another stands: on a log scale that has a lane for what is 0 or less, that of the lane. */
export function onLane({ kind, lane }: Pick<Axis, "kind" | "lane">, value: number): number {
  return kind === "log" && value <= 0 && lane !== null ? lane : value;
}

/** Where a figure stands along an axis, as a share of its length; what a log scale cannot show stands in its lane. */
export function shareOf({ kind, domain, lane }: Pick<Axis, "kind" | "domain" | "lane">, value: number): number {
  const shown = onLane({ kind, lane: lane ?? domain[0] }, value);
  const along = isLogarithmic({ kind }) ? Math.log : (figure: number): number => figure;
  const [low, high] = domain;
  return (along(shown) - along(low)) / (along(high) - along(low));
}
