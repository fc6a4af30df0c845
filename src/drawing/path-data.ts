import type { Segment } from "./item.ts";

/** From CSS pixels to the whole numbers in which a path is written. */
export interface Grid {
  readonly left: number;
  readonly top: number;
  /** Units per pixel. */
  readonly across: number;
  readonly down: number;
  /** What the whole numbers are divided by when written: 10 writes tenths of pixels. */
  readonly divisor?: number;
}

/**
 * Path data in whole numbers, relative ones but for the first. Each point is rounded in absolute units first, so that rounding does not add up
 * along the line: what is read back is at most half a unit off.
 */
export function pathData(path: readonly Segment[], grid: Grid): string {
  let data = "";
  let [x, y] = [0, 0];
  let [startX, startY] = [0, 0];
  let last = "";
  const written = (units: number): string => String(units / (grid.divisor ?? 1));
  for (const segment of path) {
    if (segment.type === "O") throw new Error("circles keep their shape: draw them under translate");
    if (segment.type === "Z") {
      data += "z";
      [x, y, last] = [startX, startY, "z"];
      continue;
    }
    const toX = Math.round((segment.x - grid.left) * grid.across);
    const toY = Math.round((segment.y - grid.top) * grid.down);
    if (segment.type === "M") {
      const [across, downward] = data === "" ? [toX, toY] : [toX - x, toY - y];
      data += `${data === "" ? "M" : "m"}${written(across)}${separated(written(downward))}`;
      [startX, startY, last] = [toX, toY, "M"];
    } else if (toX !== x || toY !== y) {
      // Chart.js begins each line with a step to where it is.
      const [command, numbers] = step(written(toX - x), written(toY - y));
      data += command === last ? separated(numbers) : command + numbers;
      last = command;
    }
    [x, y] = [toX, toY];
  }
  return data;
}

function step(dx: string, dy: string): [string, string] {
  if (dy === "0") return ["h", dx];
  return dx === "0" ? ["v", dy] : ["l", dx + separated(dy)];
}

/** A number behind another: a minus sign separates by itself. */
function separated(number: string): string {
  return number.startsWith("-") ? number : ` ${number}`;
}
