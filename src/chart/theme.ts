/** The colours of a picture, each a CSS colour, and its font. */
export interface Theme {
  readonly text: string;
  /** Words that step back: titles of axes, names of lines. */
  readonly muted: string;
  readonly grid: string;
  readonly axis: string;
  /** Behind the plot; markers and error bars are set off with it. */
  readonly background: string;
  /** By place in the palette, from 1: `series[style.colour - 1]`. */
  readonly series: readonly string[];
  readonly fontFamily: string;
}

/** Colours by reference: one SVG in a page then serves light, dark, print and forced colours. Their values: src/drawing/plot.css. */
export const VARIABLES: Theme = {
  text: "var(--chart-text)",
  muted: "var(--chart-muted)",
  grid: "var(--chart-grid)",
  axis: "var(--chart-axis)",
  background: "var(--chart-background)",
  series: Array.from({ length: 8 }, (_, i) => `var(--series-${i + 1})`),
  fontFamily: "var(--chart-font)",
};

/** In the place of a colour of the palette: of a series that only stands behind another one. */
export const BEHIND = 0;

/** The colour of a series; the palette starts again after its end. */
export function seriesColour(theme: Theme, colour: number): string {
  if (colour === BEHIND) return theme.axis;
  return theme.series[(colour - 1) % theme.series.length] ?? theme.text;
}
