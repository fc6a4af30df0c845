import type { Written } from "../../source/faults.ts";
import { asFields, asNumber, asOneOf, asText } from "../../source/fields.ts";
import { describe, fault, wrongType } from "../../source/faults.ts";
import { showPath } from "../../source/located.ts";

/** One field as it is written, and how it is read. */
export interface Field<T> {
  readonly name: string;
  readonly read: (at: Written) => T | null;
}

/** Ties the name of a field in files to the reader of its value. */
export function field<T>(name: string, read: (at: Written) => T | null): Field<T> {
  return { name, read };
}

/** Fields of one map by the names that they have in the program. */
export type Table = Readonly<Record<string, Field<unknown>>>;

/** What a table reads: null where nothing is said, or nothing that can be understood. */
export type Read<T extends Table> = {
  readonly [K in keyof T]: (T[K] extends Field<infer V> ? V : never) | null;
};

/** Reads a written map by its table; all fields null where there is none. `others` are names that somebody else reads. */
export function readTable<T extends Table>(at: Written | null, table: T, others: readonly string[] = []): Read<T> {
  const known = [...Object.values(table).map(({ name }) => name), ...others];
  const fields = at && asFields(at, known);
  const read = Object.entries(table).map(([key, { name, read: reader }]) => {
    const written = fields?.get(name);
    return [key, written ? reader(written) : null];
  });
  return Object.fromEntries(read) as Read<T>;
}

/** What both say, the first before the second. */
export function mergeRead<T extends Table>(first: Read<T>, second: Read<T>): Read<T> {
  return Object.fromEntries(Object.keys(first).map((key) => [key, first[key] ?? second[key]])) as Read<T>;
}

/** One of a few words. */
export function oneOf<Word extends string>(...words: readonly Word[]): (at: Written) => Word | null {
  return (at) => asOneOf(at, words);
}

/** A number from 0, with `above` one above it. */
export function asAmount(at: Written, above = false): number | null {
  const number = asNumber(at);
  if (number === null || (above ? number > 0 : number >= 0)) return number;
  fault(
    at,
    "out-of-range",
    `${showPath(at.path)} is ${describe(number)}`,
    `Write a number ${above ? "above" : "from"} 0.`,
  );
  return null;
}

/** A number above 0. */
export function asPositive(at: Written): number | null {
  return asAmount(at, true);
}

/** `on` or `off`, which YAML may also write as true and false. */
export function asSwitch(at: Written): "on" | "off" | null {
  if (typeof at.value === "boolean") return at.value ? "on" : "off";
  return asOneOf(at, ["on", "off"]);
}

/** A text, or a number that stands for one: `http: 1.1`. */
export function asLabel(at: Written): string | null {
  return typeof at.value === "number" ? String(at.value) : asText(at);
}

/** True, false, or words that say more. */
export function asAnswer(at: Written): boolean | string | null {
  return typeof at.value === "boolean" ? at.value : asText(at);
}

/** A day, or an instant of it, as ISO 8601 writes them. */
export function asDay(at: Written): string | null {
  const { value } = at;
  if (typeof value === "string" && /^\d{4}-\d\d-\d\d(?:$|T)/.test(value) && !Number.isNaN(Date.parse(value)))
    return value;
  wrongType(at, "a day", "Write it as 2026-11-23.");
  return null;
}
