import type { Pen } from "../pen.ts";
import type { Scene } from "../scene.ts";

/** One thing that is drawn below or above the series, the same way in every rendering. */
export type Layer = (pen: Pen, scene: Scene) => void;

/** The nearest middle of a CSS pixel: a level line there is sharp at every whole ratio of device pixels. */
export function half(pixel: number): number {
  return Math.round(pixel - 0.5) + 0.5;
}

/** A line from one place to another, in the pen's current style. */
export function line(pen: Pen, x1: number, y1: number, x2: number, y2: number): void {
  pen.beginPath();
  pen.moveTo(x1, y1);
  pen.lineTo(x2, y2);
  pen.stroke();
}

/**
 * How far an upright line stands to the right of its place, in CSS pixels. Ends and fractions of a plot lie exactly half way
 * between two device pixels where there are 1 or 3 to a CSS pixel; without the nudge a browser takes the one or the other,
 * by the last bit of its own sums, and another one in SVG than on a canvas.
 */
export const NUDGE = 0.07;

/** An upright line of one pixel, in pieces from one height to another: sharp, and as wide however far the plot stretches. */
export function upright(pen: Pen, snapped: number, pieces: readonly (readonly [number, number])[]): void {
  pen.save();
  pen.translate(snapped, 0);
  pen.beginPath();
  for (const [from, to] of pieces) {
    pen.moveTo(NUDGE, from);
    pen.lineTo(NUDGE, to);
  }
  pen.stroke();
  pen.restore();
}

/** Text that keeps its size: anchored at a place of the plot, then moved by pixels. */
export function text(pen: Pen, words: string, anchor: readonly [number, number], by: readonly [number, number]): void {
  if (words === "") return;
  pen.save();
  pen.translate(anchor[0], anchor[1]);
  pen.fillText(words, by[0], by[1]);
  pen.restore();
}
