import { fatal, here, type JsonReader, type JsonVisitor, stop, truncated } from "./json-reader.ts";
import { bareWord, readNumber, readQuoted, readWord, skipSpace } from "./json-tokens.ts";

/** Deeper than any dataset needs, and shallow enough for recursive readers. */
export const maxDepth = 64;

const entryHelp = 'Entries of a map look like "name": value.';

/**
 * Walks a JSON text without building its value. Faults that have one obvious meaning (comments, trailing commas,
 * single quotes, NaN) are reported and read over, so that all of them come at once; the walk ends at the first other one.
 * `valid` says that JSON.parse has accepted the text: then the millions of numbers of a large file are passed quickly.
 */
export function walkJson(text: string, visitor: JsonVisitor, { valid = false } = {}): void {
  const reader: JsonReader = { text, at: text.charCodeAt(0) === 0xfeff ? 1 : 0, open: [], visitor, valid };
  try {
    skipSpace(reader);
    walkValue(reader);
    skipSpace(reader);
    if (reader.at < text.length) {
      fatal(
        reader,
        reader.at,
        "json-syntax",
        "more text follows after the end of the value",
        "One file holds one value. Delete the rest.",
      );
    }
  } catch (thrown) {
    if (thrown !== stop) throw thrown;
  }
}

function walkValue(reader: JsonReader): void {
  const { text, at, visitor } = reader;
  const c = text.charCodeAt(at);
  if (c === 123) return walkContainer(reader, "map", "}");
  if (c === 91) return walkContainer(reader, "list", "]");
  if (at >= text.length) truncated(reader, "where a value is needed");
  visitor.scalar?.(at);
  if (c === 34 || c === 39) readQuoted(reader);
  else if (c === 45 || c === 43 || c === 46 || (c >= 48 && c <= 57)) readNumber(reader);
  else readWord(reader);
}

function walkContainer(reader: JsonReader, kind: "list" | "map", closer: string): void {
  const { text, visitor, open } = reader;
  if (open.length === maxDepth) {
    const help = "No dataset needs that. Is this the right file?";
    fatal(reader, reader.at, "too-deep", `this is nested ${maxDepth} levels deep`, help);
  }
  visitor.open?.(reader.at++, kind);
  open.push({ closer });
  let comma = -1;
  for (skipSpace(reader); text[reader.at] !== closer; skipSpace(reader)) {
    if (kind === "map") walkKey(reader);
    walkValue(reader);
    skipSpace(reader);
    comma = text[reader.at] === "," ? reader.at++ : -1;
    if (comma === -1 && text[reader.at] !== closer) between(reader, kind, closer);
  }
  if (comma !== -1)
    visitor.fault(comma, "json-trailing-comma", "a comma stands behind the last entry", "Delete the comma.");
  reader.at++;
  open.pop();
  visitor.close?.();
}

function walkKey(reader: JsonReader): void {
  const { text, at: start, visitor } = reader;
  if (text[start] === '"' || text[start] === "'") visitor.key?.(start, readQuoted(reader));
  else bareKey(reader);
  skipSpace(reader);
  if (reader.at >= text.length) truncated(reader, "inside a map");
  if (text[reader.at] !== ":") {
    fatal(reader, reader.at, "json-syntax", `${here(reader)} stands where a colon is needed`, entryHelp);
  }
  reader.at++;
  skipSpace(reader);
}

function bareKey(reader: JsonReader): void {
  const { at, text, visitor } = reader;
  if (at >= text.length) truncated(reader, "inside a map");
  const name = bareWord(reader);
  if (name === "") fatal(reader, at, "json-syntax", `${here(reader)} stands where a name is needed`, entryHelp);
  visitor.fault(at, "json-quotes", `the name ${name} stands without quotes`, `Write "${name}".`);
  visitor.key?.(at, name);
  reader.at += name.length;
}

/** What stands after an entry is neither a comma nor the closer: missing comma, wrong closer or end. */
function between(reader: JsonReader, kind: "list" | "map", closer: string): void {
  const { at, text, visitor } = reader;
  if (at >= text.length) truncated(reader, `inside a ${kind}`);
  if (/["'{[\w-]/.test(text[at]!)) {
    visitor.fault(at, "json-syntax", "a comma is missing before this", "Put a comma between entries.");
  } else if (/[\]}]/.test(text[at]!)) {
    const help = `Write ${closer} here, or open what it closes.`;
    fatal(reader, at, "json-syntax", `${here(reader)} closes a ${kind} that ${closer} must close`, help);
  } else fatal(reader, at, "json-syntax", `${here(reader)} cannot stand here`, `A comma or ${closer} is needed.`);
}
