/**
 * The pieces of a line along points (x and y by turns) that a pattern of lengths leaves, by turns drawn and left out. A pattern of an
 * odd number of lengths is gone through twice.
 */
export function dashes(points: readonly number[], pattern: readonly number[]): number[][] {
  const lengths = pattern.length % 2 === 0 ? pattern : [...pattern, ...pattern];
  if (!lengths.every((length) => length >= 0) || !lengths.some((length) => length > 0)) return [[...points]];
  const pieces: number[][] = [];
  let [turn, left] = [0, lengths[0]!];
  let piece: number[] | null = [points[0]!, points[1]!];
  for (let i = 2; i < points.length; i += 2) {
    const [x0, y0, x1, y1] = [points[i - 2]!, points[i - 1]!, points[i]!, points[i + 1]!];
    const length = Math.sqrt((x1 - x0) * (x1 - x0) + (y1 - y0) * (y1 - y0));
    let done = 0;
    while (length - done > left) {
      done += left;
      const [x, y] = [x0 + ((x1 - x0) * done) / length, y0 + ((y1 - y0) * done) / length];
      if (piece === null) piece = [x, y];
      else {
        pieces.push([...piece, x, y]);
        piece = null;
      }
      turn = (turn + 1) % lengths.length;
      left = lengths[turn]!;
    }
    left -= length - done;
    piece?.push(x1, y1);
  }
  if (piece !== null && piece.length > 2) pieces.push(piece);
  return pieces;
}
