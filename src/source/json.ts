import { type Diagnostic, sortDiagnostics } from "./diagnostic.ts";
import { SourceError } from "./error.ts";
import { offsetsInJson } from "./json-offsets.ts";
import { walkJson } from "./json-walk.ts";
import type { Located } from "./located.ts";
import { diagnose, type Source } from "./source.ts";

/** Above this a text is not read: it is not something that a person publishes. */
export const maxTextLength = 100_000_000;

const maxFaults = 100;

/**
 * Reads a JSON text. Stricter than JSON.parse where leniency would lose figures: a key that stands twice and
 * `__proto__` are faults. Throws a SourceError with the places of all faults that can be told apart.
 */
export function parseJson(source: Source): Located {
  const { text } = source;
  if (text.length > maxTextLength) {
    const megabytes = Math.round(text.length / 1e6);
    const help = `At most ${maxTextLength / 1e6} MB are read. Keep single samples in data/raw/ and only their statistics here.`;
    throw new SourceError([diagnose(source, 0, "too-large", `the file has ${megabytes} MB`, help)]);
  }
  if (text.trim() === "") {
    throw new SourceError([diagnose(source, 0, "empty-file", "the file is empty", "Put a JSON value into it.")]);
  }
  const read = tryParse(text);
  const faults = faultsOf(source, read !== null);
  if (faults.length > 0) throw new SourceError(sortDiagnostics(faults));
  if (read === null) {
    throw new SourceError([diagnose(source, 0, "json-syntax", "this is not JSON", "Check it with a JSON editor.")]);
  }
  return { source, value: read.value, offsetsOf: (pointers) => offsetsInJson(text, pointers) };
}

function tryParse(text: string): { readonly value: unknown } | null {
  try {
    return { value: JSON.parse(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text) };
  } catch {
    return null;
  }
}

function faultsOf(source: Source, valid: boolean): Diagnostic[] {
  const faults: Diagnostic[] = [];
  const names: Set<string>[] = [];
  const kinds: ("list" | "map")[] = [];
  const fault = (offset: number, code: string, fact: string, help: string): void => {
    if (faults.length < maxFaults) faults.push(diagnose(source, offset, code, fact, help));
  };
  walkJson(
    source.text,
    {
      open(_offset, kind) {
        kinds.push(kind);
        if (kind === "map") names.push(new Set());
      },
      key(offset, name) {
        if (name === "__proto__") {
          fault(
            offset,
            "reserved-name",
            "__proto__ cannot be a name",
            "JavaScript gives it a meaning of its own. Use another name.",
          );
        }
        const seen = names.at(-1)!;
        if (seen.has(name)) {
          fault(
            offset,
            "duplicate-key",
            `${JSON.stringify(name)} stands twice in this map`,
            "Only one can count. Delete or rename the other.",
          );
        }
        seen.add(name);
      },
      close() {
        if (kinds.pop() === "map") names.pop();
      },
      fault,
    },
    { valid },
  );
  return faults;
}
