import type { Pen } from "../chart/pen.ts";
import type { Clip, Item, PathItem, Segment } from "./item.ts";
import type { Standalone } from "./standalone.ts";

/** Draws a picture that stands alone with another pen, from its upper left corner on. */
export function replayStandalone(pen: Pen, { width, height, margin, theme, parts }: Standalone): void {
  pen.save();
  pen.fillStyle = theme.background;
  pen.beginPath();
  pen.rect(0, 0, width, height);
  pen.fill();
  pen.translate(margin, margin);
  for (const { items, across, down } of parts) {
    pen.save();
    pen.translate(across, 0);
    replay(pen, items, down);
    pen.restore();
  }
  pen.restore();
}

/** Draws what was recorded with another pen, moved down by so many pixels. */
export function replay(pen: Pen, items: readonly Item[], down = 0): void {
  for (const item of items) {
    pen.save();
    pen.translate(0, down);
    if (item.kind === "path") drawPath(pen, item);
    else {
      pen.font = item.font;
      pen.textAlign = item.align;
      pen.fillStyle = item.colour;
      pen.fillText(item.text, item.origin.x + item.x, item.origin.y + item.y);
    }
    pen.restore();
  }
}

function drawPath(pen: Pen, { path, style, origin, clip }: PathItem): void {
  if (clip !== null) cut(pen, clip);
  if (origin !== null) pen.translate(origin.x, origin.y);
  const { fill, stroke, alpha } = style;
  pen.globalAlpha = alpha;
  pen.beginPath();
  for (const segment of path) follow(pen, segment);
  if (fill !== null) {
    pen.fillStyle = fill;
    pen.fill();
  }
  if (stroke === null) return;
  pen.strokeStyle = stroke.colour;
  pen.lineWidth = stroke.width;
  pen.lineCap = stroke.cap;
  pen.lineJoin = stroke.join;
  pen.setLineDash([...stroke.dash]);
  pen.stroke();
}

function cut(pen: Pen, { left, top, right, bottom }: Clip): void {
  pen.beginPath();
  pen.rect(left, top, right - left, bottom - top);
  pen.clip();
}

function follow(pen: Pen, segment: Segment): void {
  switch (segment.type) {
    case "M":
      return pen.moveTo(segment.x, segment.y);
    case "L":
      return pen.lineTo(segment.x, segment.y);
    case "O":
      return pen.arc(segment.x, segment.y, segment.radius, 0, 2 * Math.PI);
    case "Z":
      return pen.closePath();
  }
}
