/** A thing that wants its middle at a place and needs a height to itself. */
export interface Wish {
  readonly at: number;
  readonly height: number;
}

/**
 * Middles at which things stand one below the other between two heights, each as near to its wish as all together can be (least
 * squares): isotonic regression by pooling neighbours that would overlap. Whole numbers where all heights are even. In the order
 * of the wishes; equal wishes keep it from the top down.
 */
export function apart(wishes: readonly Wish[], low: number, high: number): number[] {
  const order = wishes.map((wish, index) => ({ ...wish, index })).sort((a, b) => a.at - b.at || a.index - b.index);
  const pools: { sum: number; count: number }[] = [];
  let above = 0;
  for (const { at, height } of order) {
    let pool = { sum: at - height / 2 - above, count: 1 };
    for (let last = pools.at(-1); last && last.sum / last.count >= pool.sum / pool.count; last = pools.at(-1)) {
      pool = { sum: last.sum + pool.sum, count: last.count + pool.count };
      pools.pop();
    }
    pools.push(pool);
    above += height;
  }
  const most = Math.max(low, high - above);
  const tops = pools.flatMap(({ sum, count }) => {
    const top = Math.round(Math.min(most, Math.max(low, sum / count)));
    return Array.from({ length: count }, () => top);
  });
  const middles: number[] = [];
  let offset = 0;
  for (const [i, { height, index }] of order.entries()) {
    middles[index] = tops[i]! + offset + height / 2;
    offset += height;
  }
  return middles;
}
