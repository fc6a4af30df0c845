import { VARIABLES, type Theme } from "../chart/theme.ts";

/** The values that the page's style gives the theme's variables at an element: a canvas knows no variables. */
export function readTheme(element: HTMLElement): Theme {
  const probe = document.createElement("span");
  // where a reader forces colours, those of series still tell them apart, as in the picture before
  probe.style.forcedColorAdjust = "none";
  element.append(probe);
  const style = getComputedStyle(probe);
  const resolve = (value: string): string => {
    probe.style.color = value;
    return style.color;
  };
  probe.style.fontFamily = VARIABLES.fontFamily;
  const theme: Theme = {
    text: resolve(VARIABLES.text),
    muted: resolve(VARIABLES.muted),
    grid: resolve(VARIABLES.grid),
    axis: resolve(VARIABLES.axis),
    background: resolve(VARIABLES.background),
    series: VARIABLES.series.map(resolve),
    fontFamily: style.fontFamily,
  };
  probe.remove();
  return theme;
}
