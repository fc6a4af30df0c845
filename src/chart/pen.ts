/**
 * The part of the canvas' 2D context that charts are drawn with: what the layers call, and what Chart.js calls for lines
 * and bars. The browser's context is one; the recorder that writes SVG at build time is the other.
 *
 * A convention the fluid picture rests on: what is drawn under `translate` keeps its shape and moves with its origin
 * (markers, text); everything else stretches with the width of the plot (lines, bars, bands).
 */
export interface Pen {
  save(): void;
  restore(): void;
  translate(x: number, y: number): void;
  beginPath(): void;
  moveTo(x: number, y: number): void;
  lineTo(x: number, y: number): void;
  rect(x: number, y: number, width: number, height: number): void;
  arc(x: number, y: number, radius: number, from: number, to: number): void;
  closePath(): void;
  clip(): void;
  fill(): void;
  stroke(): void;
  fillText(text: string, x: number, y: number): void;
  setLineDash(dash: number[]): void;
  fillStyle: unknown;
  strokeStyle: unknown;
  lineWidth: number;
  lineCap: string;
  lineJoin: string;
  globalAlpha: number;
  font: string;
  textAlign: string;
}
