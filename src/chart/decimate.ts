/** A series, or a part of one, by rows: ascending x, and the figures that are drawn at it. */
export interface Rows {
  readonly x: readonly number[];
  readonly y: readonly (number | null)[];
  readonly low: readonly (number | null)[] | null;
  readonly high: readonly (number | null)[] | null;
  /** Share of tries that failed. */
  readonly failed: readonly (number | null)[] | null;
}

/**
 * The rows of which a picture of some columns is made, ascending: of each column the first and the last figure, the lowest and
 * the highest, the ends of its spread, and where the most failed (Jugel et al., "M4: a visualization-oriented time series data aggregation", VLDB 2014,
 * https://doi.org/10.14778/2732951.2732953). No spike is lost, and a line through them covers the same pixels as one through
 * all. Where a figure is missing between two of them, a row without figure is kept with its neighbours: a gap stays a gap, and
 * a point stands alone only where it did before. The first and the last row are always kept. Decimating twice changes nothing.
 */
export function decimate(rows: Rows, columnOf: (x: number) => number): number[] {
  const { x, y } = rows;
  const kept: number[] = [0];
  for (let from = 0; from < x.length;) {
    const column = columnOf(x[from]!);
    let to = from + 1;
    while (to < x.length && columnOf(x[to]!) === column) to++;
    kept.push(...extremes(rows, from, to));
    from = to;
  }
  kept.push(x.length - 1);
  return x.length === 0 ? [] : withGaps(distinct(kept), y);
}

/** First, last, lowest and highest figure of a column, the rows of its lowest lower and highest upper edge, and of most failures. */
function extremes({ y, low, high, failed }: Rows, from: number, to: number): number[] {
  let [first, last, least, most, lowest, highest, worst] = [-1, -1, -1, -1, -1, -1, -1];
  for (let i = from; i < to; i++) {
    const value = y[i] ?? null;
    if (value === null) continue;
    last = i;
    if (first < 0) first = least = most = i;
    if (value < y[least]!) least = i;
    if (value > y[most]!) most = i;
    if ((failed?.[i] ?? 0) > (failed?.[worst] ?? 0)) worst = i;
    const [bottom, top] = [low?.[i] ?? null, high?.[i] ?? null];
    if (bottom === null || top === null) continue;
    if (lowest < 0 || bottom < low![lowest]!) lowest = i;
    if (highest < 0 || top > high![highest]!) highest = i;
  }
  return [first, last, least, most, lowest, highest, worst].filter((row) => row >= 0).sort((a, b) => a - b);
}

function withGaps(kept: readonly number[], y: Rows["y"]): number[] {
  const missing = (row: number): boolean => (y[row] ?? null) === null;
  const all: number[] = [];
  for (const [at, row] of kept.entries()) {
    all.push(row);
    const next = kept[at + 1];
    if (next === undefined || missing(row) || missing(next)) continue;
    let start = row + 1;
    while (start < next && !missing(start)) start++;
    if (start === next) continue;
    let end = next - 1;
    while (!missing(end)) end--;
    all.push(start - 1, start, end, end + 1);
  }
  return distinct(all.sort((a, b) => a - b));
}

function distinct(ascending: readonly number[]): number[] {
  return ascending.filter((row, at) => row !== ascending[at - 1]);
}
