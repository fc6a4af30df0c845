import type { Theme } from "./theme.ts";

/** Number of colours; each has a value for light and one for dark backgrounds. */
export const PALETTE_SIZE = 8;

const fontFamily = "Inter, system-ui, sans-serif";

/*
 * Literal colours for files and for a canvas; the same as the variables in src/drawing/plot.css.
 *
 * The series' colours keep their hues in both themes. Within that they were searched for: at least 4.5:1 against the
 * background, because names are written in them, and any two of them apart by more than 10 (CIEDE2000) for normal sight and for protan-, deuter- and tritanopia.
 * Hues alone cannot do that, so lightness differs too, which also keeps them apart in greyscale.
 */
export const LIGHT: Theme = {
  text: "#1d2126",
  muted: "#596069",
  grid: "#e3e6e9",
  axis: "#8b939c",
  background: "#ffffff",
  series: ["#023eb3", "#a02900", "#00856e", "#6b0351", "#9a6d03", "#696dc3", "#d23b5d", "#02637c"],
  fontFamily,
};

export const DARK: Theme = {
  text: "#e8eaed",
  muted: "#9aa3ad",
  grid: "#2a2f35",
  axis: "#6b747e",
  background: "#15181b",
  series: ["#2f85da", "#ee904c", "#2aad8f", "#cb589d", "#fbc30d", "#a1a2fc", "#f23e57", "#50cfdc"],
  fontFamily,
};
