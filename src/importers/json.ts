export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** One JSON value in a file, and where it begins. */
export interface JsonDocument {
  readonly value: Json;
  readonly offset: number;
}

/**
 * The JSON values that stand in a text, each begun by `{` or `[` at the start of a line: the one of a JSON file,
 * each line of NDJSON, a report behind a banner, several reports one after another. Lines that are
 * no JSON are passed over.
 */
export function* jsonDocuments(text: string): Generator<JsonDocument> {
  const begin = /^[ \t]*(?=[[{])/gm;
  let failures = 0;
  for (let match = begin.exec(text); match !== null && failures < 8; match = begin.exec(text)) {
    const offset = match.index + match[0].length;
    const end = endOfValue(text, offset);
    const value = end === -1 ? undefined : parseLenient(text.slice(offset, end));
    // What stands inside of a value that breaks off is a part of it, not a report of its own.
    if (end === -1 && looksLikeJson.test(text.slice(offset, offset + 200))) return;
    if (value === undefined) failures++;
    else yield { value, offset };
    begin.lastIndex = value === undefined ? offset + 1 : end;
  }
}

const looksLikeJson = /^[[{]\s*(?:["{[]|-?\d|$)/;

/** The value at a path of keys and indexes; undefined where there is none. */
export function at(value: Json | undefined, ...path: readonly (string | number)[]): Json | undefined {
  let here = value;
  for (const key of path) {
    if (typeof here !== "object" || here === null) return undefined;
    here = Object.hasOwn(here, key) ? (here as Record<string | number, Json>)[key] : undefined;
  }
  return here;
}

/** A finite number at a path, also where the file writes it as a string; null where there is none. */
export function numberAt(value: Json | undefined, ...path: readonly (string | number)[]): number | null {
  const found = at(value, ...path);
  const number = typeof found === "string" && found.trim() !== "" ? Number(found) : found;
  return typeof number === "number" && Number.isFinite(number) ? number : null;
}

export function stringAt(value: Json | undefined, ...path: readonly (string | number)[]): string | null {
  const found = at(value, ...path);
  return typeof found === "string" ? found : null;
}

/** A name or a setting as a text, also where the file writes a number; a list or a map as its JSON. */
export function textOf(value: Json): string {
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

/** The members of a list at a path; none where there is no list. */
export function listAt(value: Json | undefined, ...path: readonly (string | number)[]): readonly Json[] {
  const found = at(value, ...path);
  return Array.isArray(found) ? (found as readonly Json[]) : [];
}

/** The entries of an object at a path; none where there is no object. */
export function entriesAt(value: Json | undefined, ...path: readonly (string | number)[]): readonly [string, Json][] {
  const found = at(value, ...path);
  return typeof found === "object" && found !== null && !Array.isArray(found) ? Object.entries(found) : [];
}

/** Python writes NaN and Infinity bare: they are missing figures. Undefined when it is no JSON. */
function parseLenient(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    if (!/\b(?:NaN|Infinity)\b/.test(text)) return undefined;
    const mended = text.replace(/"(?:[^"\\]|\\.)*"|-?\b(?:NaN|Infinity)\b/g, (part) =>
      part[0] === '"' ? part : "null",
    );
    try {
      return JSON.parse(mended) as Json;
    } catch {
      return undefined;
    }
  }
}

/** The offset behind the value that begins at `start`, or -1 when the text ends first. */
function endOfValue(text: string, start: number): number {
  const token = /["[\]{}]/g;
  token.lastIndex = start;
  let depth = 0;
  for (let match = token.exec(text); match !== null; match = token.exec(text)) {
    if (match[0] === '"') {
      const close = /(?:[^"\\]|\\[^])*"/y;
      close.lastIndex = token.lastIndex;
      if (!close.test(text)) return -1;
      token.lastIndex = close.lastIndex;
    } else if (match[0] === "{" || match[0] === "[") depth++;
    else if (--depth === 0) return token.lastIndex;
  }
  return -1;
}
