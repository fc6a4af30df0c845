import { detect, importerNamed } from "../../src/importers/detect.ts";
import type { ReadOptions } from "../../src/importers/importer.ts";
import { readWhole } from "../../src/importers/read.ts";
import type { Reading } from "../../src/importers/reading.ts";
import { sniff } from "../../src/importers/sniff.ts";

/** Reads a text as `import` would: recognised by its content, or by `as`. */
export function readText(text: string, options: ReadOptions & { as?: string } = {}): Reading {
  const input = sniff("file", new TextEncoder().encode(text));
  return readWhole(options.as === undefined ? detect(input) : importerNamed(options.as, input), input, options);
}
