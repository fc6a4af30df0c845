import type { Theme } from "./theme.ts";

/** Number of colours; each has a value for light and one for dark backgrounds. */
export const PALETTE_SIZE = 8;

const fontFamily = "Inter, system-ui, sans-serif";

/*
 * Literal colours for files and for a canvas; the same as the variables in src/drawing/plot.css.
 *
 * The series' colours keep their hues in both themes. Within that they were searched for: at least 3:1 against the
 * background, and any two of them apart by more than 10 (CIEDE2000) for normal sight and for protan-, deuter- and tritanopia.
 * Hues alone cannot do that, so lightness differs too, which also keeps them apart in greyscale.
 */
export const LIGHT: Theme = {
  text: "#1d2126",
  muted: "#596069",
  grid: "#e3e6e9",
  axis: "#8b939c",
  background: "#ffffff",
  series: ["#114eb0", "#b44200", "#0a9a80", "#760059", "#b58619", "#7875c4", "#e35366", "#1e748c"],
  fontFamily,
};

export const DARK: Theme = {
  text: "#e8eaed",
  muted: "#9aa3ad",
  grid: "#2a2f35",
  axis: "#6b747e",
  background: "#15181b",
  series: ["#0387dc", "#fc9243", "#4be2c4", "#bb5691", "#9d7d00", "#b2a6f9", "#f55c5f", "#80b8c5"],
  fontFamily,
};
