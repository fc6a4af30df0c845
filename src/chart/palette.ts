import type { Theme } from "./theme.ts";

/** Number of colours; each has a value for light and one for dark backgrounds. */
export const PALETTE_SIZE = 8;

const fontFamily = "Inter, system-ui, sans-serif";

/** Literal colours for files and for a canvas; the same as the variables in src/drawing/plot.css. */
export const LIGHT: Theme = {
  text: "#1d2126",
  muted: "#5b636d",
  grid: "#e3e6e9",
  axis: "#8b939c",
  background: "#fff",
  series: ["#1f6fd0", "#d1460b", "#0b8a6b", "#a23bb0", "#a87400", "#39424e", "#d6336c", "#2a8fb5"],
  fontFamily,
};

export const DARK: Theme = {
  text: "#e8eaed",
  muted: "#9aa3ad",
  grid: "#2a2f35",
  axis: "#6b747e",
  background: "#14171a",
  series: ["#5fa3f0", "#f5834f", "#3dbf9c", "#cf7fdb", "#d8a53a", "#c3cad3", "#f2789f", "#63c3e6"],
  fontFamily,
};
