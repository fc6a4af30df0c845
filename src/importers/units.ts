import { baseOf, baseUnits } from "../benchmark/unit.ts";

/** What authors write for sizes, by how it is spelt here. */
const spellings: Readonly<Record<string, string>> = {
  KB: "kB",
  kb: "kB",
  mb: "MB",
  "KB/s": "kB/s",
  "kb/s": "kB/s",
  "mb/s": "MB/s",
  ratio: "1",
  "": "1",
};

/** A figure in the unit that an author names ("ms", "%", "MB/s", "k/s"), as a figure in its base unit; null for a unit not known. */
export function toBase(value: number, unit: string): { readonly value: number; readonly unit: string } | null {
  const word = spellings[unit] ?? unit;
  if ((baseUnits as readonly string[]).includes(word)) return { value, unit: word };
  const known = baseOf(word);
  return known === null ? null : { value: value / known.factor, unit: known.base };
}
