import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, it } from "node:test";
import * as fc from "fast-check";
import { detect } from "../../src/importers/detect.ts";
import { readWhole } from "../../src/importers/read.ts";
import { sniff } from "../../src/importers/sniff.ts";
import { SourceError } from "../../src/source/error.ts";

const folder = join(import.meta.dirname, "fixtures");
const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .filter(
    (file) => /\.(?:txt|csv|tsv|json|ndjson|hlog|hgrm|gob)$/.test(file) && !/SOURCE|expected/.test(basename(file)),
  )
  .map((file) => readFileSync(join(folder, file)))
  .filter((bytes) => bytes.length < 60_000);

/** Reads what is left of a file; all that may be thrown is a diagnostic. */
function read(bytes: Uint8Array): void {
  const input = sniff("file", bytes);
  try {
    const { points } = readWhole(detect(input), input);
    assert.ok(numbersIn(points).every(Number.isFinite));
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
  }
}

/** All numbers of a value, however deep. */
function numbersIn(value: unknown): number[] {
  if (typeof value === "number") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(numbersIn) : [];
}

describe("a file cut off at any byte", () => {
  it("gives finite figures or a diagnostic", () => {
    fc.assert(
      fc.property(fc.constantFrom(...files), fc.double({ min: 0, max: 1, noNaN: true }), (bytes, share) =>
        read(bytes.subarray(0, Math.floor(share * bytes.length))),
      ),
      { numRuns: 400 },
    );
  });

  it("does so too with a byte in it that is another", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...files),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.integer({ min: 1, max: 255 }),
        (bytes, share, byte) => {
          const damaged = Uint8Array.from(bytes);
          damaged[Math.min(bytes.length - 1, Math.floor(share * bytes.length))] = byte;
          read(damaged);
        },
      ),
      { numRuns: 200 },
    );
  });
});
