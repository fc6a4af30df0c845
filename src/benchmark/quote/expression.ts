/** A call as an author writes it between double braces: `peak("node-1", digits: 2)`. */
export interface Call {
  readonly name: string;
  readonly arguments: readonly Argument[];
}

export interface Argument {
  /** Null for one that its place names. */
  readonly name: string | null;
  readonly value: string | number | boolean;
  /** Offset in the expression. */
  readonly offset: number;
}

/** What is wrong with an expression, and where in it. */
export interface Misspelling {
  readonly offset: number;
  readonly fact: string;
  readonly help: string;
}

const space = /\s*/y;
const word = /[A-Za-z_][\w-]*/y;
const string = /"([^"]*)"|'([^']*)'/y;
const number = /-?\d[\d_]*(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])/y;

/** Reads one call. */
export function parseCall(text: string): Call | Misspelling {
  let at = 0;
  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found) at = pattern.lastIndex;
    return found;
  };
  const skip = (mark: string): boolean => {
    take(space);
    if (text[at] !== mark) return false;
    at++;
    return true;
  };
  const wrong = (fact: string, help: string): Misspelling => ({ offset: at, fact, help });

  take(space);
  const name = take(word)?.[0];
  if (name === undefined || !skip("(")) return wrong("no call stands here", 'Write it like peak("node-1").');
  const found: Argument[] = [];
  if (!skip(")")) {
    do {
      take(space);
      const begin = at;
      const key = take(word)?.[0] ?? null;
      const named = key !== null && skip(":");
      if (key !== null && !named) at = begin;
      take(space);
      const offset = at;
      const value = readValue(take);
      if (value === null) return { ...wrong(...misread(text.slice(at))), offset: at };
      found.push({ name: named ? key : null, value, offset });
    } while (skip(","));
    if (!skip(")")) return wrong("the call is not closed", "Separate arguments by commas and end with a parenthesis.");
  }
  take(space);
  if (at < text.length)
    return wrong("something follows the call", "One call stands between the braces, and nothing else.");
  return { name, arguments: found };
}

function readValue(take: (pattern: RegExp) => RegExpExecArray | null): string | number | boolean | null {
  const quoted = take(string);
  if (quoted) return quoted[1] ?? quoted[2]!;
  const figure = take(number);
  if (figure) return Number(figure[0].replaceAll("_", ""));
  const truth = take(/(?:true|false)(?![\w-])/y);
  return truth ? truth[0] === "true" : null;
}

function misread(rest: string): [fact: string, help: string] {
  const bare = /^[\p{L}\p{N}_.+-]+/u.exec(rest)?.[0];
  if (bare !== undefined) return [`${bare} is neither a number nor a text in quotes`, `Write "${bare}".`];
  if (/^[“”„‘’«»]/u.test(rest)) return ["these are typographic quotes", 'Write straight ones: "node-1".'];
  return ["an argument is missing", 'Write texts in straight quotes: peak("node-1").'];
}
