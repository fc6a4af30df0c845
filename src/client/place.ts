export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface Spot {
  readonly left: number;
  readonly top: number;
}

type Corner = "right-top" | "right-bottom" | "left-top" | "left-bottom";

export interface Placement extends Spot {
  readonly corner: Corner;
}

/** Pixels between the crosshair and the card, and between the card and the edges of the plot area. */
const GAP = 14;
const INSET = 4;
/** Share of the points for which the card stays where it is rather than jump to a better corner. */
const LOYALTY = 0.12;

/**
 * Where a card of a size stands beside the crosshair (a line, or the band of a category): left or right of it, at the top or the
 * bottom of the plot area, wherever it covers the fewest measured points; never outside the area, and not in a new corner for a
 * small gain.
 */
export function placeCard(
  area: Box,
  size: Pick<Box, "width" | "height">,
  cross: { readonly at: number; readonly band: number },
  points: readonly Spot[],
  previous: Corner | null,
): Placement {
  const right = area.left + area.width;
  const away = GAP + cross.band / 2;
  const sides = [
    { name: "right", left: cross.at + away, fits: cross.at + away + size.width <= right },
    { name: "left", left: cross.at - away - size.width, fits: cross.at - away - size.width >= area.left },
  ] as const;
  const tops = { top: area.top + INSET, bottom: area.top + area.height - size.height - INSET };
  const fitting = sides.some((side) => side.fits) ? sides.filter((side) => side.fits) : sides;
  const places = fitting.flatMap((side) =>
    (["top", "bottom"] as const).map((end) => {
      const left = Math.max(area.left, Math.min(right - size.width, side.left));
      const place: Placement = { left, top: tops[end], corner: `${side.name}-${end}` };
      const loyalty = place.corner === previous ? LOYALTY * points.length : 0;
      return { place, cost: covered(place, size, points) - loyalty };
    }),
  );
  return places.reduce((best, one) => (one.cost < best.cost ? one : best)).place;
}

function covered(place: Spot, size: Pick<Box, "width" | "height">, points: readonly Spot[]): number {
  return points.filter(
    ({ left, top }) =>
      left >= place.left && left <= place.left + size.width && top >= place.top && top <= place.top + size.height,
  ).length;
}
