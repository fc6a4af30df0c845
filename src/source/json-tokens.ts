import { fatal, here, type JsonReader, truncated } from "./json-reader.ts";

const numberToken = /[-+.\w]+/y;
const numberForm = /^-?(0|[1-9]\d*)(\.\d+)?([eE][-+]?\d+)?$/;
const wordToken = /[\p{L}_$][\p{L}\p{N}_$]*/uy;
const escapeToken = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
const notFinite = /^[-+]?(nan|inf|infinity|none|undefined)$/i;
const nullHelp = "Write null where there is no figure.";

/** Passes white space; comments, which JSON does not have, are reported and passed too. */
export function skipSpace(reader: JsonReader): void {
  const { text } = reader;
  for (;;) {
    const c = text.charCodeAt(reader.at);
    if (c === 32 || c === 10 || c === 13 || c === 9) reader.at++;
    else if (c === 35 || (c === 47 && /[/*]/.test(text[reader.at + 1] ?? ""))) skipComment(reader);
    else return;
  }
}

function skipComment(reader: JsonReader): void {
  const { text, at, visitor } = reader;
  visitor.fault(at, "json-comment", "JSON has no comments", 'Delete it, or say it in a "description" field.');
  const closer = text.startsWith("/*", at) ? "*/" : "\n";
  const end = text.indexOf(closer, at + 1);
  reader.at = end === -1 ? text.length : end + closer.length;
}

/** Passes a quoted text and returns it decoded. */
export function readQuoted(reader: JsonReader): string {
  const { text, at: start, visitor } = reader;
  const quote = text.charCodeAt(start);
  let plain = true;
  if (quote === 39) visitor.fault(start, "json-quotes", "a text stands in single quotes", 'Use double quotes: "…".');
  reader.at++;
  for (;;) {
    const c = text.charCodeAt(reader.at);
    if (c === quote) break;
    if (c === 92) {
      plain = false;
      skipEscape(reader);
    } else if (c < 32) skipControl(reader, start, c);
    else if (reader.at >= text.length) truncated(reader, "inside a quoted text");
    else reader.at++;
  }
  const raw = text.slice(start + 1, reader.at++);
  return plain ? raw : decode(raw);
}

function skipEscape(reader: JsonReader): void {
  const { text, at, visitor } = reader;
  const length = match(escapeToken, text, at).length;
  if (length === 0) {
    if (at + 1 >= text.length) truncated(reader, "inside a quoted text");
    visitor.fault(
      at,
      "json-syntax",
      `\\${text[at + 1]} means nothing in a JSON text`,
      "For a backslash write two: \\\\.",
    );
  }
  reader.at += length || 2;
}

function skipControl(reader: JsonReader, start: number, c: number): void {
  if (c === 10 || c === 13) {
    const help = 'Close it with ", or write \\n for a line break.';
    fatal(reader, start, "json-syntax", "a quoted text does not end on its line", help);
  }
  const code = c.toString(16).padStart(4, "0");
  const help = `Write it as \\u${code}, or leave it out.`;
  reader.visitor.fault(reader.at++, "json-syntax", `a control character (U+${code}) stands in a text`, help);
}

function decode(raw: string): string {
  try {
    return String(JSON.parse(`"${raw}"`));
  } catch {
    return raw;
  }
}

/** Passes a number. In a text that is known to be valid only its end is looked for: large files have millions. */
export function readNumber(reader: JsonReader): void {
  const { text, at, visitor } = reader;
  if (reader.valid) {
    do reader.at++;
    while (inNumber(text.charCodeAt(reader.at)));
    return;
  }
  const token = match(numberToken, text, at);
  if (!numberForm.test(token)) {
    if (at + token.length >= text.length && reader.open.length > 0) truncated(reader, "inside a number");
    const fact = `${token} is not a JSON number`;
    if (notFinite.test(token)) visitor.fault(at, "json-not-finite", fact, nullHelp);
    else visitor.fault(at, "json-syntax", fact, "Numbers look like 0.5, -12 or 1e-6.");
  }
  reader.at += token.length;
}

function inNumber(c: number): boolean {
  return (c >= 48 && c <= 57) || c === 46 || c === 45 || c === 43 || c === 101 || c === 69;
}

/** Passes true, false or null, or reports the word that stands there instead. */
export function readWord(reader: JsonReader): void {
  const { text, at, visitor } = reader;
  const word = bareWord(reader);
  if (word === "") {
    fatal(reader, at, "json-syntax", `${here(reader)} cannot stand here`, valueHelp(text[at]));
  }
  if (word !== "true" && word !== "false" && word !== "null") {
    if (at + word.length >= text.length && reader.open.length > 0) truncated(reader, `inside the word ${word}`);
    const help = `Put texts in quotes: "${word}". JSON knows true, false and null.`;
    if (notFinite.test(word)) visitor.fault(at, "json-not-finite", `${word} is not JSON`, nullHelp);
    else visitor.fault(at, "json-syntax", `${word} is not JSON`, help);
  }
  reader.at += word.length;
}

function valueHelp(found: string | undefined): string {
  return found === "<"
    ? "This looks like a web page: was an error page saved in place of the data?"
    : "A value is needed: a text, number, list or map.";
}

/** The word at the place, not passed; empty when there is none. */
export function bareWord({ text, at }: JsonReader): string {
  return match(wordToken, text, at);
}

function match(token: RegExp, text: string, at: number): string {
  token.lastIndex = at;
  return token.exec(text)?.[0] ?? "";
}
