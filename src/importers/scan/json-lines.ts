import type { Damage } from "./damage.ts";
import { lineScanner, type LineScanner } from "./lines.ts";

/**
 * Takes lines of JSON in. `parse` may return undefined for a line that is not wanted; what it cannot parse is
 * damage, or, at the end without a line end, a line that breaks off.
 */
export function jsonLines<T>(
  parse: (bytes: Uint8Array, start: number, end: number) => T | undefined,
  take: (value: T, line: number) => void,
  damaged: Damage,
): LineScanner {
  let unclosed = false;
  const scanner = lineScanner((bytes, start, end, line) => {
    let value: T | undefined;
    try {
      value = parse(bytes, start, end);
    } catch {
      if (unclosed) damaged.cut(line);
      else damaged.add(line, "no JSON");
      return;
    }
    if (value !== undefined) take(value, line);
  });
  return {
    push: scanner.push,
    end() {
      unclosed = true;
      return scanner.end();
    },
  };
}
