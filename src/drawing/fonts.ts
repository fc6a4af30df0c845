/** The shipped font's files by weight. This module lies as deep in its folder as the bundles that it becomes a part of. */
export const FONTS = {
  400: new URL("../../assets/fonts/inter-400.ttf", import.meta.url),
  600: new URL("../../assets/fonts/inter-600.ttf", import.meta.url),
} as const;
