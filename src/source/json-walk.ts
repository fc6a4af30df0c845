/** What a walk through a JSON text meets, in reading order. All offsets are into the text. */
export interface JsonVisitor {
  open?(offset: number, kind: "list" | "map"): void;
  key?(offset: number, name: string): void;
  /** A text, number, true, false or null. */
  scalar?(offset: number): void;
  close?(): void;
  fault(offset: number, code: string, fact: string, help: string): void;
}

/** Deeper than any dataset needs, and shallow enough for recursive readers. */
export const maxDepth = 64;

const stop = Symbol("nothing sensible can be read after this fault");
const numberToken = /[-+.\w]+/y;
const numberForm = /^-?(0|[1-9]\d*)(\.\d+)?([eE][-+]?\d+)?$/;
const wordToken = /[\p{L}_$][\p{L}\p{N}_$]*/uy;
const notFinite = /^[-+]?(nan|inf|infinity|none|undefined)$/i;
const missingHelp = "Write null where there is no figure.";

/**
 * Walks a JSON text without building its value. Faults that have one obvious meaning (comments, trailing commas,
 * single quotes, NaN) are reported and read over, so that all of them come at once; the walk ends at the first other one.
 * `valid` says that JSON.parse has accepted the text: then the millions of numbers of a large file are passed quickly.
 */
export function walkJson(text: string, visitor: JsonVisitor, { valid = false } = {}): void {
  const open: { readonly offset: number; readonly closer: string }[] = [];
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;

  function fatal(offset: number, code: string, fact: string, help: string): never {
    visitor.fault(offset, code, fact, help);
    throw stop;
  }

  function truncated(what: string): never {
    const closers = open.map(({ closer }) => closer).toReversed();
    const missing = closers.length > 0 ? ` What is open would need ${closers.join("")} to close.` : "";
    fatal(
      text.length,
      "json-truncated",
      `the text ends ${what}`,
      `Was the file cut off? Write it again whole.${missing}`,
    );
  }

  function skip(): void {
    for (;;) {
      const c = text.charCodeAt(at);
      if (c === 32 || c === 10 || c === 13 || c === 9) at++;
      else if (c === 47 || c === 35) comment(c);
      else return;
    }
  }

  function comment(c: number): void {
    const block = c === 47 && text[at + 1] === "*";
    if (c === 47 && !block && text[at + 1] !== "/") return;
    visitor.fault(at, "json-comment", "JSON has no comments", 'Delete it, or say it in a "description" field.');
    const end = text.indexOf(block ? "*/" : "\n", at + 2);
    at = end === -1 ? text.length : end + (block ? 2 : 1);
  }

  /** Reads a quoted text and returns what stands between the quotes, escapes and all. */
  function quoted(): string {
    const start = at;
    const quote = text.charCodeAt(at++);
    if (quote === 39) {
      visitor.fault(start, "json-quotes", "a text stands in single quotes", 'Use double quotes: "…".');
    }
    for (;;) {
      const c = text.charCodeAt(at);
      if (c === quote) break;
      if (c === 92) at += escapeLength();
      else if (c < 32) control(start, c);
      else if (c !== c) truncated("inside a quoted text");
      else at++;
    }
    return text.slice(start + 1, at++);
  }

  function escapeLength(): number {
    const escape = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
    escape.lastIndex = at;
    const good = escape.exec(text);
    if (good) return good[0].length;
    if (at + 1 >= text.length) truncated("inside a quoted text");
    const help = "For a backslash write two: \\\\.";
    visitor.fault(at, "json-syntax", `\\${text[at + 1]} means nothing in a JSON text`, help);
    return 2;
  }

  function control(start: number, c: number): void {
    if (c === 10 || c === 13) {
      fatal(
        start,
        "json-syntax",
        "a quoted text does not end on its line",
        'Close it with ", or write \\n for a line break.',
      );
    }
    const code = c.toString(16).padStart(4, "0");
    const help = `Write it as \\u${code}, or leave it out.`;
    visitor.fault(at++, "json-syntax", `a control character (U+${code}) stands in a text`, help);
  }

  function number(): void {
    visitor.scalar?.(at);
    if (valid) {
      for (let c = text.charCodeAt(++at); inNumber(c); c = text.charCodeAt(++at));
      return;
    }
    numberToken.lastIndex = at;
    const token = numberToken.exec(text)?.[0] ?? "";
    if (!numberForm.test(token)) {
      if (at + token.length >= text.length && open.length > 0) truncated("inside a number");
      if (notFinite.test(token)) visitor.fault(at, "json-not-finite", `${token} is not a JSON number`, missingHelp);
      else visitor.fault(at, "json-syntax", `${token} is not a JSON number`, "Numbers look like 0.5, -12 or 1e-6.");
    }
    at += token.length;
  }

  function word(): void {
    wordToken.lastIndex = at;
    const found = wordToken.exec(text)?.[0];
    if (found === undefined)
      fatal(at, "json-syntax", `${show(at)} cannot stand here`, "A value is needed: a text, number, list or map.");
    if (!["true", "false", "null"].includes(found)) {
      if (at + found.length >= text.length && open.length > 0) truncated(`inside the word ${found}`);
      if (notFinite.test(found)) visitor.fault(at, "json-not-finite", `${found} is not JSON`, missingHelp);
      else
        visitor.fault(
          at,
          "json-syntax",
          `${found} is not JSON`,
          `Put texts in quotes: "${found}". JSON knows true, false and null.`,
        );
    }
    visitor.scalar?.(at);
    at += found.length;
  }

  function value(): void {
    const c = text.charCodeAt(at);
    if (c === 34 || c === 39) {
      visitor.scalar?.(at);
      quoted();
    } else if (c === 123) container("map", "}");
    else if (c === 91) container("list", "]");
    else if (c === 45 || c === 43 || c === 46 || (c >= 48 && c <= 57)) number();
    else if (c !== c) truncated("where a value is needed");
    else word();
  }

  function container(kind: "list" | "map", closer: string): void {
    if (open.length === maxDepth) {
      fatal(at, "too-deep", `this is nested ${maxDepth} levels deep`, "No dataset needs that. Is this the right file?");
    }
    visitor.open?.(at, kind);
    open.push({ offset: at++, closer });
    let comma = -1;
    for (skip(); text[at] !== closer; skip()) {
      if (kind === "map") key();
      value();
      skip();
      comma = text[at] === "," ? at++ : -1;
      if (comma === -1 && text[at] !== closer) between(kind, closer);
    }
    if (comma !== -1)
      visitor.fault(comma, "json-trailing-comma", "a comma stands behind the last entry", "Delete the comma.");
    at++;
    open.pop();
    visitor.close?.();
  }

  function key(): void {
    const start = at;
    const c = text.charCodeAt(at);
    if (c === 34 || c === 39) {
      const raw = quoted();
      visitor.key?.(start, raw.includes("\\") ? unescape(raw) : raw);
    } else {
      wordToken.lastIndex = at;
      const name = wordToken.exec(text)?.[0];
      if (at >= text.length) truncated("inside a map");
      if (name === undefined)
        fatal(
          at,
          "json-syntax",
          `${show(at)} stands where a name is needed`,
          'Entries of a map look like "name": value.',
        );
      visitor.fault(at, "json-quotes", `the name ${name} stands without quotes`, `Write "${name}".`);
      visitor.key?.(start, name);
      at += name.length;
    }
    skip();
    if (at >= text.length) truncated("inside a map");
    if (text[at] !== ":")
      fatal(
        at,
        "json-syntax",
        `${show(at)} stands where a colon is needed`,
        'Entries of a map look like "name": value.',
      );
    at++;
    skip();
  }

  /** What stands after an entry is neither a comma nor the closer: missing comma, wrong closer or end. */
  function between(kind: "list" | "map", closer: string): void {
    if (at >= text.length) truncated(`inside a ${kind}`);
    if (/[\]}]/.test(text[at]!)) {
      fatal(
        at,
        "json-syntax",
        `${show(at)} closes a ${kind} that ${closer} must close`,
        `Write ${closer} here, or open what it closes.`,
      );
    }
    if (/["'{[\w-]/.test(text[at]!)) {
      visitor.fault(at, "json-syntax", "a comma is missing before this", "Put a comma between entries.");
    } else fatal(at, "json-syntax", `${show(at)} cannot stand here`, `A comma or ${closer} is needed.`);
  }

  function show(offset: number): string {
    return String.fromCodePoint(text.codePointAt(offset) ?? 0xfffd);
  }

  try {
    skip();
    value();
    skip();
    if (at < text.length) {
      fatal(
        at,
        "json-syntax",
        "more text follows after the end of the value",
        "One file holds one value. Delete the rest.",
      );
    }
  } catch (thrown) {
    if (thrown !== stop) throw thrown;
  }
}

function inNumber(c: number): boolean {
  return (c >= 48 && c <= 57) || c === 46 || c === 45 || c === 43 || c === 101 || c === 69;
}

function unescape(raw: string): string {
  try {
    return String(JSON.parse(`"${raw}"`));
  } catch {
    return raw;
  }
}
