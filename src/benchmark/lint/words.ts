import type { Dataset } from "../dataset.ts";
import { placeWords } from "../insights/words.ts";

/** `a`, `a and b`, `a, b and c`; beyond `most` the rest is counted. */
export function list(words: readonly string[], most = 8): string {
  const shown = words.length > most ? [...words.slice(0, most - 1), `${words.length - most + 1} more`] : words;
  const last = shown.at(-1) ?? "";
  return shown.length < 2 ? last : `${shown.slice(0, -1).join(", ")} and ${last}`;
}

/** Some x values as people read them: `4000, 5000 and 6000 req/s`. */
export function places(dataset: Dataset, xs: readonly number[]): string {
  return list(
    xs.map((x) => placeWords(dataset, x)),
    4,
  );
}

/** `is` or `are`. */
export function be(things: readonly unknown[]): string {
  return things.length === 1 ? "is" : "are";
}
