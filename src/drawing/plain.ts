import { pathAttributes, runsBy, textAttributes } from "./element.ts";
import { escapeXml, short } from "./escape.ts";
import type { Item, PathItem, Segment } from "./item.ts";
import { pathData } from "./path-data.ts";

/** Items as SVG elements in CSS pixels, moved down by so many: for pictures of one size. */
export function plainElements(items: readonly Item[], down = 0): string {
  const runs = runsBy(items, (item) =>
    item.kind === "text" ? textAttributes(item) : clipKey(item) + pathAttributes(item.style),
  );
  return runs
    .map((run) => {
      const [first] = run;
      if (first!.kind === "text") {
        return `<g${textAttributes(first!)}>${run.map((item) => text(item, down)).join("")}</g>`;
      }
      const paths = (run as PathItem[]).map((item) => shape(item, down)).join("");
      return cut(first!, down, `<g${pathAttributes(first!.style)}>${paths}</g>`);
    })
    .join("");
}

function clipKey({ clip }: PathItem): string {
  return clip === null ? "" : `${clip.left} ${clip.top} ${clip.right} ${clip.bottom}`;
}

/** An inner `svg` cuts at its edges and needs no id. */
function cut({ clip }: PathItem, down: number, inner: string): string {
  if (clip === null) return inner;
  const [x, y, width, height] = [clip.left, clip.top + down, clip.right - clip.left, clip.bottom - clip.top];
  const place = `x="${short(x, 1)}" y="${short(y, 1)}" width="${short(width, 1)}" height="${short(height, 1)}"`;
  return `<svg ${place} viewBox="${[x, y, width, height].map((value) => short(value, 1)).join(" ")}">${inner}</svg>`;
}

function text(item: Item, down: number): string {
  if (item.kind !== "text") return "";
  const [size, weight] = item.font.startsWith("600")
    ? [item.font.split(" ")[1], ` font-weight="600"`]
    : [item.font.split(" ")[0], ""];
  const font = size === "12px" ? weight : ` font-size="${size?.replace("px", "")}"${weight}`;
  const x = short(item.origin.x + item.x, 1);
  const y = short(item.origin.y + item.y + down, 1);
  return `<text x="${x}" y="${y}"${font}>${escapeXml(item.text)}</text>`;
}

function shape(item: PathItem, down: number): string {
  const { x, y } = item.origin ?? { x: 0, y: 0 };
  const [first] = item.path;
  if (first?.type === "O") {
    return `<circle cx="${short(first.x + x, 1)}" cy="${short(first.y + y + down, 1)}" r="${short(first.radius, 1)}"/>`;
  }
  const moved = item.path.map((segment): Segment =>
    "x" in segment ? { ...segment, x: segment.x + x, y: segment.y + y } : segment,
  );
  return `<path d="${pathData(moved, { left: 0, top: -down, across: 10, down: 10, divisor: 10 })}"/>`;
}
