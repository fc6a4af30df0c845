import type { Pen } from "../pen.ts";
import type { Scene } from "../scene.ts";

/** One thing that is drawn below or above the series, the same way in every rendering. */
export type Layer = (pen: Pen, scene: Scene) => void;

/** A line from one place to another, in the pen's current style. */
export function line(pen: Pen, x1: number, y1: number, x2: number, y2: number): void {
  pen.beginPath();
  pen.moveTo(x1, y1);
  pen.lineTo(x2, y2);
  pen.stroke();
}

/** Text that keeps its size: anchored at a place of the plot, then moved by pixels. */
export function text(pen: Pen, words: string, anchor: readonly [number, number], by: readonly [number, number]): void {
  if (words === "") return;
  pen.save();
  pen.translate(anchor[0], anchor[1]);
  pen.fillText(words, by[0], by[1]);
  pen.restore();
}
