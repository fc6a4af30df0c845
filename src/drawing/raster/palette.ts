import type { Colours } from "./colours.ts";

const MOST = 256;

/** So many of the most frequent colours stay as they are, if that is possible: surfaces, however pale, and texts. */
const KEPT = [128, 0] as const;

/** Lowest bits of red, green and blue in which colours that become one may differ: fewest first. */
const BITS = [0, 1, 2, 3, 4, 5] as const;

/** So many leave 64 colours at most. */
const LAST = 6;

export interface Palette {
  /** Red, green and blue of each colour, by turns. */
  readonly bytes: Uint8Array;
  /** Number in the palette by a colour's number. */
  readonly numbers: Uint8Array;
}

/**
 * At most 256 colours for a picture, from how often each of its own is counted. Where lines of many colours have more shades at
 * their edges, of those that look alike the most frequent stands for all, if possible for none of the most frequent. Bands of several
 * colours look alike where they are pale: those are kept.
 */
export function choosePalette({ all, counts }: Colours): Palette {
  // the order of the first appearance decides where counts are the same
  const ranked = [...all.keys()].sort((a, b) => counts[b]! - counts[a]!);
  const tries = KEPT.flatMap((kept) => BITS.map((bits) => [kept, bits] as const));
  for (const [kept, bits] of [...tries, [0, LAST] as const]) {
    const alike = new Map<number, number>();
    const chosen: number[] = [];
    const numbers = new Uint8Array(all.length);
    for (const [rank, which] of ranked.entries()) {
      const colour = all[which]!;
      const [red, green, blue] = [colour >> 16, (colour >> 8) & 255, colour & 255];
      const kind = ((red >> bits) << 16) | ((green >> bits) << 8) | (blue >> bits);
      const like = rank < kept ? undefined : alike.get(kind);
      const number = like ?? chosen.length / 3;
      if (like === undefined) chosen.push(red, green, blue);
      if (!alike.has(kind)) alike.set(kind, number);
      numbers[which] = number;
    }
    if (chosen.length <= 3 * MOST) return { bytes: Uint8Array.from(chosen), numbers };
  }
  throw new Error("64 colours fit");
}
