import { displayUnit, type Unit } from "./unit.ts";

/** From large to small; the first in which the figure is at least 1 is taken. */
const ladders: ReadonlyMap<string, readonly string[]> = new Map([
  ["s", ["s", "ms", "µs", "ns"]],
  ["B", ["GiB", "MiB", "KiB", "B"]],
  ["B/s", ["GB/s", "MB/s", "kB/s", "B/s"]],
]);

/**
 * The display unit for figures of about this size where the author named none: 0.0069 s is read as 6.9 ms.
 * Ratios below 1 are read in percent; rates and an author's own units stay as they are.
 */
export function chooseDisplay(base: string, size: number): string {
  const ladder = ladders.get(base);
  if (!ladder) return base === "1" && size > 0 && size < 1 ? "%" : base;
  return ladder.find((name) => size * factor(base, name) >= 1) ?? (size > 0 ? ladder.at(-1)! : base);
}

function factor(base: string, display: string): number {
  const unit: Unit | null = displayUnit(base, display);
  return unit?.factor ?? 1;
}

/** The size that figures typically have: the median of those that are not 0. 0 when there are none. */
export function typicalSize(values: Iterable<number | null>): number {
  const sizes: number[] = [];
  for (const value of values) if (value !== null && value !== 0) sizes.push(Math.abs(value));
  sizes.sort((a, b) => a - b);
  return sizes[Math.floor(sizes.length / 2)] ?? 0;
}
