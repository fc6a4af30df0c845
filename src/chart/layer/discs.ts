import { type Box, GRID } from "../frame.ts";
import type { Pen } from "../pen.ts";

/**
 * Small discs of one colour, so many CSS pixels across. Each is a line as short as the grid of pictures allows, with round ends: it
 * keeps its shape where the plot stretches, and all of them are one path.
 */
export function discs(
  pen: Pen,
  { left, right }: Box,
  places: readonly (readonly [number, number])[],
  colour: string,
  across: number,
): void {
  if (places.length === 0) return;
  const step = (right - left) / GRID.across;
  pen.setLineDash([]);
  pen.lineCap = "round";
  pen.strokeStyle = colour;
  pen.lineWidth = across;
  pen.beginPath();
  for (const place of places) {
    const [x, y] = [left + Math.round((place[0] - left) / step) * step, Math.round(place[1] * GRID.down) / GRID.down];
    pen.moveTo(x, y);
    pen.lineTo(x + step, y);
  }
  pen.stroke();
}
