import type { Segment } from "./item.ts";

/** From CSS pixels to the units of a `viewBox`: whole numbers there. */
export interface Grid {
  readonly left: number;
  readonly top: number;
  /** Units per pixel. */
  readonly across: number;
  readonly down: number;
}

/**
 * Path data in whole, relative numbers. Each point is rounded in absolute units first, so that rounding does not add up
 * along the line: what is read back is at most half a unit off.
 */
export function pathData(path: readonly Segment[], grid: Grid): string {
  let data = "";
  let [x, y] = [0, 0];
  let [startX, startY] = [0, 0];
  let last = "";
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
      data += `M${toX}${separated(toY)}`;
      [startX, startY, last] = [toX, toY, "M"];
    } else {
      const [command, numbers] = step(toX - x, toY - y);
      data += command === last ? separated(numbers) : command + numbers;
      last = command;
    }
    [x, y] = [toX, toY];
  }
  return data;
}

function step(dx: number, dy: number): [string, string] {
  if (dy === 0) return ["h", String(dx)];
  return dx === 0 ? ["v", String(dy)] : ["l", dx + separated(dy)];
}

/** A number behind another: a minus sign separates by itself. */
function separated(number: number | string): string {
  return String(number).startsWith("-") ? String(number) : ` ${number}`;
}
