import { describe, entry, fault, faultAtKey, isMapValue, quote, type Written, wrongType } from "./faults.ts";
import { showPath } from "./located.ts";
import { nearest } from "./nearest.ts";

/** The entries of a written map, asked for by name. Null counts as absent, as it does in YAML. */
export interface Fields<Name extends string> {
  readonly at: Written;
  get(name: Name): Written | null;
  /** Reports an error where the entry is absent. */
  need(name: Name, help: string): Written | null;
}

/**
 * Reads a map with known names. Names that are not known are the author's, unless they look like a misspelling of
 * a known one that is absent, or are what others call one (`synonyms`): then a warning. Null (and an error) when it is no map.
 */
export function asFields<Name extends string>(
  at: Written,
  names: readonly Name[],
  synonyms: Readonly<Record<string, Name>> = {},
): Fields<Name> | null {
  const map = asMap(at, names[0]);
  if (!map) return null;
  const known = new Set<string>(names);
  const free = names.filter((name) => !map.has(name));
  for (const [name, field] of map) {
    if (known.has(name)) continue;
    const synonym = Object.hasOwn(synonyms, name) ? synonyms[name]! : null;
    const meant = synonym !== null && free.includes(synonym) ? synonym : nearest(name, free);
    if (meant === null) continue;
    faultAtKey(
      field,
      "warning",
      "unknown-field",
      `${quote(name)} is not a field here`,
      `Did you mean "${meant}"? It is left out for now.`,
    );
  }
  const get = (name: Name): Written | null => {
    const field = map.get(name);
    return field && field.value !== null ? field : null;
  };
  return {
    at,
    get,
    need(name, help) {
      const field = get(name);
      if (!field) fault(map.get(name) ?? at, "missing-field", `${showPath(at.path)} has no "${name}"`, help);
      return field;
    },
  };
}

/** The entries of a written map with free names; `example` is one that it may have. */
export function asMap(at: Written, example: string = "name"): ReadonlyMap<string, Written> | null {
  if (!isMapValue(at.value)) {
    wrongType(at, "a map", `Write { "${example}": value, … }.`);
    return null;
  }
  return new Map(Object.entries(at.value).map(([name, value]) => [name, entry(at, name, value)]));
}

/** The entries of a written list. */
export function asList(at: Written): Written[] | null {
  if (!Array.isArray(at.value)) {
    wrongType(at, "a list", "Write [ …, … ].");
    return null;
  }
  return at.value.map((value, index) => entry(at, index, value));
}

/** A text that is not empty. */
export function asText(at: Written): string | null {
  if (typeof at.value === "string" && at.value.trim() !== "") return at.value;
  wrongType(
    at,
    "a text",
    typeof at.value === "number" ? `Put it in quotes: "${at.value}".` : 'Write it in quotes: "…".',
  );
  return null;
}

/** A finite number. */
export function asNumber(at: Written): number | null {
  if (typeof at.value === "number") {
    if (Number.isFinite(at.value)) return at.value;
    notFinite(at);
  } else wrongType(at, "a number", numberHelp(at.value));
  return null;
}

/** Reports a number that no computer holds: 1e999 in JSON, .nan in YAML. */
export function notFinite(at: Written): void {
  const help = "Is its exponent right? Where there is no figure, write null.";
  fault(at, "not-finite", `${showPath(at.path)} is not a finite number`, help);
}

/** How to write the number that a text was meant to be. */
export function numberHelp(value: unknown): string {
  const plain = typeof value === "string" && value.trim() !== "" && Number.isFinite(Number(value));
  return plain ? `Write ${Number(value)} without quotes.` : "Write a number, without quotes and without a unit.";
}

/** True or false. */
export function asBoolean(at: Written): boolean | null {
  if (typeof at.value === "boolean") return at.value;
  wrongType(at, "true or false", "Write true or false, without quotes.");
  return null;
}

/** One of a few words; otherwise an error with the nearest. */
export function asOneOf<Word extends string>(at: Written, words: readonly Word[]): Word | null {
  const found = words.find((word) => word === at.value);
  if (found !== undefined) return found;
  const list = words.map((word) => `"${word}"`).join(", ");
  const meant = typeof at.value === "string" ? meantWord(at.value, words) : null;
  const write = `Write ${words.length === 1 ? list : `one of ${list}`}.`;
  const help = meant === null || words.length === 1 ? write : `Did you mean "${meant}"? Known are ${list}.`;
  fault(at, "unknown-value", `${showPath(at.path)} is ${describe(at.value)}`, help);
  return null;
}

/** The word that was misspelt, cut short (`low` for `lower`) or drawn out (`logarithmic` for `log`). */
function meantWord(text: string, words: readonly string[]): string | null {
  const stem = text.toLowerCase();
  const related = (word: string): boolean => stem.length >= 3 && (stem.startsWith(word) || word.startsWith(stem));
  return nearest(text, words) ?? words.find(related) ?? null;
}

/** A map that is the author's own, kept as it is. */
export function asRecord(at: Written | null): Readonly<Record<string, unknown>> {
  if (at === null || !asMap(at)) return {};
  return at.value as Record<string, unknown>;
}
