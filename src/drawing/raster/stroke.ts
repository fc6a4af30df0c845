import { arc } from "./circle.ts";
import type { Shape } from "./shape.ts";

/** Lengths in pixels. */
export interface Line {
  readonly width: number;
  readonly cap: string;
  readonly join: string;
}

/** A miter that is longer than so many widths is cut, as in SVG. */
const MITER = 4;

type Direction = readonly [number, number];

/**
 * Adds the outline of a line along points (x and y by turns) to a shape: a rectangle for each step and what joins them on the
 * outer side of a bend, all turning the same way.
 */
export function strokeLine(
  shape: Shape,
  points: readonly number[],
  isClosed: boolean,
  { width, cap, join }: Line,
): void {
  const half = width / 2;
  const [steps, places] = stepsOf(points, isClosed);
  for (const [i, [dx, dy]] of steps.entries()) {
    const [x0, y0, x1, y1] = [places[2 * i]!, places[2 * i + 1]!, places[2 * i + 2]!, places[2 * i + 3]!];
    const [across, down] = [-dy * half, dx * half];
    shape.piece([x0 - across, y0 - down, x1 - across, y1 - down, x1 + across, y1 + down, x0 + across, y0 + down]);
    const next = steps[i + 1] ?? (isClosed ? steps[0] : undefined);
    if (next !== undefined) addJoin(shape, x1, y1, [dx, dy], next, half, join);
  }
  if (isClosed || cap !== "round" || steps.length === 0) return;
  const [first, last] = [steps[0]!, steps.at(-1)!];
  addCap(shape, places[0]!, places[1]!, [-first[0], -first[1]], half);
  addCap(shape, places.at(-2)!, places.at(-1)!, last, half);
}

/** Directions of the steps between points, and the points without those that stand where the one before stands. */
function stepsOf(points: readonly number[], isClosed: boolean): [Direction[], number[]] {
  const all = isClosed ? [...points, points[0]!, points[1]!] : points;
  const steps: Direction[] = [];
  const places = [all[0]!, all[1]!];
  for (let i = 2; i < all.length; i += 2) {
    const [dx, dy] = [all[i]! - places.at(-2)!, all[i + 1]! - places.at(-1)!];
    const length = Math.sqrt(dx * dx + dy * dy);
    if (length < 1e-6) continue;
    steps.push([dx / length, dy / length]);
    places.push(all[i]!, all[i + 1]!);
  }
  return [steps, places];
}

/** What lies between two steps, outside of the bend at (x, y). */
function addJoin(
  shape: Shape,
  x: number,
  y: number,
  before: Direction,
  after: Direction,
  half: number,
  join: string,
): void {
  const turn = before[0] * after[1] - before[1] * after[0];
  if (Math.abs(turn) < 1e-9 && before[0] * after[0] + before[1] * after[1] > 0) return;
  // the outer side is left of a turn to the right
  const side = turn > 0 ? -half : half;
  const from = [-before[1] * side, before[0] * side] as const;
  const to = [-after[1] * side, after[0] * side] as const;
  const [first, last] = turn > 0 ? [from, to] : [to, from];
  const between =
    join === "round" ? arc(x, y, half, first, last) : join === "miter" ? tip(x, y, first, last, half) : [];
  shape.piece([x, y, x + first[0], y + first[1], ...between, x + last[0], y + last[1]]);
}

/** Where the outer edges of two steps meet; nothing where that is too far. */
function tip(x: number, y: number, from: Direction, to: Direction, half: number): readonly number[] {
  const [across, down] = [from[0] + to[0], from[1] + to[1]];
  const size = across * across + down * down;
  // half the angle's cosine is `√size / 2half`; its inverse is the miter's length in widths
  if (size * MITER * MITER < 4 * half * half) return [];
  const reach = (2 * half * half) / size;
  return [x + across * reach, y + down * reach];
}

function addCap(shape: Shape, x: number, y: number, [dx, dy]: Direction, half: number): void {
  const [from, to] = [[dy * half, -dx * half] as const, [-dy * half, dx * half] as const];
  const ahead = [dx * half, dy * half] as const;
  const [first, second] = [arc(x, y, half, from, ahead), arc(x, y, half, ahead, to)];
  shape.piece([x + from[0], y + from[1], ...first, x + ahead[0], y + ahead[1], ...second, x + to[0], y + to[1]]);
}
