import type { MarkerName, SeriesStyle } from "../chart.ts";
import type { MarkName } from "../spec.ts";
import { seriesColour, VARIABLES } from "../theme.ts";

/** Markers around the middle of a box of 28 by 12, as large as in the plot. */
const MARKERS: Readonly<Record<MarkerName, string>> = {
  circle: "M18 6a4 4 0 1 1-8 0 4 4 0 1 1 8 0z",
  square: "M10.5 2.5h7v7h-7z",
  triangle: "M14 1.2l4.6 8H9.4z",
  diamond: "M14 1l5 5-5 5-5-5z",
  cross: "M10.5 2.5l7 7m0-7-7 7",
  plus: "M14 1.5v9M9.5 6h9",
};

/**
 * The sign of a series for legends and readouts, as an SVG element: colour, marker and dash as in the plot; a block for bars.
 */
export function renderSwatch(style: SeriesStyle, mark: MarkName): string {
  const colour = seriesColour(VARIABLES, style.colour);
  const sign = mark === "bar" ? `<path d="M8 0h12v12H8z" fill="${colour}"/>` : marker(style.marker, colour);
  if (mark !== "line") return svg(`width="12" viewBox="8 0 12 12"`, sign);
  const dash = style.dash.length > 0 ? ` stroke-dasharray="${style.dash.join(" ")}"` : "";
  return svg(`width="28"`, `<path d="M0 6h28" stroke="${colour}" stroke-width="2"${dash}/>${sign}`);
}

function svg(size: string, inner: string): string {
  return `<svg class="swatch" ${size} height="12" fill="none" aria-hidden="true">${inner}</svg>`;
}

/** Set off from its line as in the plot. */
function marker(name: MarkerName, colour: string): string {
  const path = `<path d="${MARKERS[name]}"`;
  const { background } = VARIABLES;
  if (name === "cross" || name === "plus") {
    return `${path} stroke="${background}" stroke-width="4.5"/>${path} stroke="${colour}" stroke-width="2"/>`;
  }
  return `${path} fill="${colour}" stroke="${background}" stroke-width="1.5"/>`;
}
