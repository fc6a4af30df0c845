/** A domain that ends at 1, 2 or 5 times a power of ten, around positive figures. */
export function logDomain(low: number, high: number): [number, number] {
  const from = roundDown(low);
  const to = roundUp(high);
  return from < to ? [from, to] : [from / 10, to * 10];
}

/**
 * Ticks on a log axis, at most about so many: powers of ten, with 2 and 5 times them, or 1 and 3, where there is room for
 * them; over many decades only each second, third … power.
 */
export function logTicks(low: number, high: number, count: number): number[] {
  const first = Math.floor(Math.log10(low) + 1e-9);
  const last = Math.ceil(Math.log10(high) - 1e-9);
  const between = (multipliers: readonly number[], every: number) =>
    Array.from({ length: last - first + 1 }, (_, i) => first + i)
      .filter((power) => power % every === 0)
      .flatMap((power) => multipliers.map((multiplier) => power10(power, multiplier)))
      .filter((value) => value >= low * (1 - 1e-9) && value <= high * (1 + 1e-9));
  for (const multipliers of [[1, 2, 5], [1, 3], [1]]) {
    const ticks = between(multipliers, 1);
    if (ticks.length <= count) return ticks;
  }
  for (let every = 2; ; every++) {
    const ticks = between([1], every);
    if (ticks.length <= count) return ticks;
  }
}

function roundDown(value: number): number {
  const power = Math.floor(Math.log10(value) + 1e-9);
  const fits = [5, 2, 1].find((multiplier) => power10(power, multiplier) <= value * (1 + 1e-9));
  return power10(power, fits ?? 1);
}

function roundUp(value: number): number {
  const power = Math.floor(Math.log10(value) + 1e-9);
  const fits = [1, 2, 5].find((multiplier) => power10(power, multiplier) >= value * (1 - 1e-9));
  return fits === undefined ? power10(power + 1, 1) : power10(power, fits);
}

function power10(power: number, multiplier: number): number {
  return Number(`${multiplier}e${power}`);
}
