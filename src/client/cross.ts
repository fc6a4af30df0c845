import { seriesColour, VARIABLES } from "../chart/theme.ts";
import type { Box, Spot } from "./place.ts";

const SVG = "http://www.w3.org/2000/svg";

/** The crosshair over the measured points of one x, drawn over picture and canvas alike, so that neither needs to be drawn again. */
export interface Cross {
  readonly element: SVGElement;
  /** `at`: pixels along the axis of x; `width`: of a category's band, 0 for a line. */
  show(area: Box, lying: boolean, at: number, width: number, rings: readonly Ring[]): void;
  hide(): void;
}

export interface Ring extends Spot {
  /** Place in the palette. */
  readonly colour: number;
  readonly focus: boolean;
}

export function createCross(): Cross {
  const element = document.createElementNS(SVG, "svg");
  element.setAttribute("class", "chart-cross");
  element.setAttribute("aria-hidden", "true");
  const band = document.createElementNS(SVG, "rect");
  element.append(band);
  const circles: SVGCircleElement[] = [];
  const hide = (): void => void element.setAttribute("visibility", "hidden");
  hide();
  return {
    element,
    hide,
    show(area, lying, at, width, rings) {
      const breadth = Math.max(1, width);
      const start = width === 0 ? Math.round(at - 0.5) : at - width / 2;
      set(
        band,
        lying
          ? { x: area.left, y: start, width: area.width, height: breadth }
          : { x: start, y: area.top, width: breadth, height: area.height },
      );
      band.setAttribute("class", width === 0 ? "chart-cross-line" : "chart-cross-band");
      while (circles.length < rings.length) circles.push(element.appendChild(document.createElementNS(SVG, "circle")));
      for (const [index, circle] of circles.entries()) ring(circle, rings[index]);
      element.removeAttribute("visibility");
    },
  };
}

function ring(circle: SVGCircleElement, at: Ring | undefined): void {
  if (at === undefined) return set(circle, { r: 0 });
  set(circle, { cx: at.left, cy: at.top, r: at.focus ? 7 : 5 });
  circle.setAttribute("stroke", seriesColour(VARIABLES, at.colour));
}

function set(element: SVGElement, attributes: Readonly<Record<string, number>>): void {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
}
