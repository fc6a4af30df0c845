import { SourceError } from "../../source/error.ts";

/** Whether an option is a pattern for file names rather than a name; "Gevent (1)" and "C++" are names. */
export function isPattern(text: string): boolean {
  return /\(\?|\\|\[.+\]|\.[*+]|^\^|\$$|\||[\w)]\?|\(\.|\)[*+{]|^[^)]*\([^)]*$/.test(text);
}

/** The regular expression an author wrote; throws SourceError when it is none. */
export function parsePattern(option: string, text: string): RegExp {
  try {
    return new RegExp(text, "u");
  } catch {
    const fact = `${option} ${JSON.stringify(text)} is no regular expression`;
    return failOption("pattern-invalid", fact, `Write it like ${option} 'c(?<connections>\\d+)'.`);
  }
}

/** What the author asked for on the command line cannot be. */
export function failOption(code: string, fact: string, help: string, file = "command line"): never {
  throw new SourceError([{ severity: "error", code, file, place: { line: 1, column: 1 }, fact, help }]);
}
