import { finite } from "./finite.ts";
import type { Importer, ReadOptions } from "./importer.ts";
import type { Reading } from "./reading.ts";
import type { Sniff } from "./sniff.ts";
import { isPlain } from "./text.ts";

/** Reads a file that is in memory as a whole, whichever way its importer reads. Throws SourceError. */
export function readWhole(importer: Importer, sniff: Sniff, options: ReadOptions = {}): Reading {
  if ("read" in importer) return finite(importer.read(sniff, options));
  const intake = importer.open(sniff, options);
  intake.push(isPlain(sniff.bytes, sniff.encoding) ? sniff.bytes : new TextEncoder().encode(sniff.text));
  return finite(intake.end());
}
