/** Corners of the polygon that stands for a small circle, and of that for a large one, whose radius in pixels is more than this. */
const CORNERS = [32, 128] as const;
const LARGE = 16;

/**
 * Points on the circle around the origin with the radius 1, from (1, 0) on towards (0, 1): x and y by turns. Halving angles takes
 * square roots alone, which are the same to the last bit on every machine; sines are not.
 */
function unitCircle(corners: number): readonly number[] {
  let quarter: (readonly [number, number])[] = [
    [1, 0],
    [0, 1],
  ];
  while (4 * (quarter.length - 1) < corners) {
    quarter = quarter.flatMap(([x, y], i) => {
      const after = quarter[i + 1];
      if (after === undefined) return [[x, y] as const];
      const [between, up] = [x + after[0], y + after[1]];
      const length = Math.sqrt(between * between + up * up);
      return [[x, y] as const, [between / length, up / length] as const];
    });
  }
  const first = quarter.slice(0, -1);
  return [
    ...first.flat(),
    ...first.flatMap(([x, y]) => [-y, x]),
    ...first.flatMap(([x, y]) => [-x, -y]),
    ...first.flatMap(([x, y]) => [y, -x]),
  ];
}

const circles = CORNERS.map(unitCircle);

/** A circle as a polygon, in the direction from x to y: x and y by turns. */
export function circle(x: number, y: number, radius: number): number[] {
  return circles[radius > LARGE ? 1 : 0]!.map((value, i) => (i % 2 === 0 ? x : y) + radius * value);
}

/** The part of a circle's polygon that lies strictly between two directions from its middle, of at most half a turn, from x to y. */
export function arc(
  x: number,
  y: number,
  radius: number,
  from: readonly [number, number],
  to: readonly [number, number],
): number[] {
  const unit = circles[radius > LARGE ? 1 : 0]!;
  const count = unit.length / 2;
  const isInside = (i: number): boolean => {
    const [dx, dy] = [unit[2 * (i % count)]!, unit[2 * (i % count) + 1]!];
    return from[0] * dy - from[1] * dx > 0 && dx * to[1] - dy * to[0] > 0;
  };
  let first = 0;
  // the inside is one stretch of the circle, which may go over its beginning
  while (first < count && (!isInside(first) || isInside(first + count - 1))) first++;
  const points: number[] = [];
  for (let i = first; i < first + count && isInside(i); i++) {
    points.push(x + radius * unit[2 * (i % count)]!, y + radius * unit[2 * (i % count) + 1]!);
  }
  return points;
}
