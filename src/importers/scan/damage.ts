import type { Diagnostic } from "../../source/diagnostic.ts";
import { warnLine } from "../fault.ts";
import type { Sniff } from "../sniff.ts";

/** Lines of a large file that could not be read: the first are named, the rest counted. */
export interface Damage {
  add(line: number, fact: string): void;
  /** The last line breaks off. */
  cut(line: number): void;
  readonly warnings: readonly Diagnostic[];
}

const named = 5;

export function damage(sniff: Sniff): Damage {
  const found: Diagnostic[] = [];
  let count = 0;
  const help = "Look at the line; if the tool wrote it so, report the file.";
  return {
    add(line, fact) {
      if (count++ < named) found.push(warnLine(sniff, line, "line-damaged", `${fact}: the line is left out`, help));
    },
    cut(line) {
      const way = "Copy the file again if it was not cut off on purpose.";
      found.push(warnLine(sniff, line, "line-incomplete", "the last line breaks off: it is left out", way));
    },
    get warnings() {
      if (count <= named) return found;
      const fact = `${count - named} more lines could not be read`;
      return [...found, warnLine(sniff, 1, "line-damaged", fact, help)];
    },
  };
}
