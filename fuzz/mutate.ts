import * as fc from "fast-check";
import { hostileText, repeated } from "./hostile.ts";

interface Edit {
  readonly kind: "replace" | "insert" | "cut" | "double" | "drop" | "swap";
  /** Where, and how much of what is left, as shares. */
  readonly at: number;
  readonly length: number;
  readonly text: string;
}

const share = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

const edit: fc.Arbitrary<Edit> = fc.record({
  kind: fc.constantFrom("replace", "replace", "replace", "insert", "cut", "double", "drop", "swap"),
  at: share,
  length: share,
  text: fc.oneof({ weight: 9, arbitrary: hostileText }, { weight: 1, arbitrary: repeated }),
});

/** One change as often as many: with many, hardly any text reaches what is behind the first check. */
const edits = fc.oneof(fc.array(edit, { maxLength: 1 }), fc.array(edit, { maxLength: 6 }));

/** Texts of a corpus with some of their words, lines and ends changed. */
export function mutated(corpus: readonly string[]): fc.Arbitrary<string> {
  return fc.tuple(fc.constantFrom(...corpus), edits).map(([text, edits]) => edits.reduce(apply, text));
}

function apply(text: string, { kind, at, length, text: piece }: Edit): string {
  const place = Math.floor(at * text.length);
  const [start, end] = wordAt(text, place);
  const [head, word, tail] = [text.slice(0, start), text.slice(start, end), text.slice(end)];
  switch (kind) {
    case "replace":
      return head + piece + tail;
    case "insert":
      return head + piece + word + tail;
    case "swap":
      return head + tail.slice(0, 200) + word + tail.slice(200);
    case "cut":
      return text.slice(0, place);
    default: {
      const from = text.lastIndexOf("\n", place) + 1;
      const lines = text.slice(from, from + Math.ceil(length * length * 2000));
      return text.slice(0, from) + (kind === "double" ? lines + lines : "") + text.slice(from + lines.length);
    }
  }
}

/** The word or number at a place, or the next one: what stands between quotes, blanks and brackets. */
function wordAt(text: string, place: number): [number, number] {
  const isWord = (at: number): boolean => /[\w.+-]/.test(text[at] ?? " ");
  let start = place;
  while (start < text.length && !isWord(start)) start++;
  while (start > 0 && isWord(start - 1)) start--;
  let end = start;
  while (end < text.length && isWord(end)) end++;
  return [start, end];
}
