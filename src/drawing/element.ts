import { short } from "./escape.ts";
import type { PathStyle, TextItem } from "./item.ts";

/**
 * Presentation attributes of a path, with a leading space; what SVG assumes anyway is left out, and that nothing is filled: the outermost
 * element says so.
 */
export function pathAttributes({ fill, stroke, alpha }: PathStyle): string {
  const opacity = alpha < 1 ? ` opacity="${short(alpha, 2)}"` : "";
  const inside = fill === null ? "" : ` fill="${fill}"`;
  if (stroke === null) return inside + opacity;
  const width = stroke.width === 1 ? "" : ` stroke-width="${short(stroke.width, 2)}"`;
  const dash = stroke.dash.length === 0 ? "" : ` stroke-dasharray="${stroke.dash.join(" ")}"`;
  const join = stroke.join === "miter" ? "" : ` stroke-linejoin="${stroke.join}"`;
  const cap = stroke.cap === "butt" ? "" : ` stroke-linecap="${stroke.cap}"`;
  return `${inside} stroke="${stroke.colour}"${width}${dash}${join}${cap}${opacity}`;
}

const ANCHORS: Readonly<Record<string, string>> = { right: "end", end: "end", center: "middle" };

/** Presentation attributes of a text without its font, which all text of a picture shares. */
export function textAttributes(item: TextItem): string {
  const anchor = ANCHORS[item.align];
  return ` fill="${item.colour}"${anchor === undefined ? "" : ` text-anchor="${anchor}"`}`;
}

/** Runs of neighbours with the same key, in order. */
export function runsBy<T>(items: readonly T[], key: (item: T) => string): T[][] {
  const found: T[][] = [];
  let last: string | null = null;
  for (const item of items) {
    const current = key(item);
    if (current === last) found.at(-1)!.push(item);
    else found.push([item]);
    last = current;
  }
  return found;
}
