import { createHash } from "node:crypto";
import { closeSync, openSync, readFileSync, readSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { optionsFor } from "../../importers/dataset/import-texts.ts";
import type { Input } from "../../importers/dataset/input.ts";
import { detect, importerNamed } from "../../importers/detect.ts";
import { fail } from "../../importers/fault.ts";
import type { Importer, ReadOptions, StreamImporter } from "../../importers/importer.ts";
import { finite } from "../../importers/finite.ts";
import { readWhole } from "../../importers/read.ts";
import { HEAD_BYTES, type Sniff, sniff } from "../../importers/sniff.ts";
import { isPlain, plainPieces } from "../../importers/text.ts";
import { SourceError } from "../../source/error.ts";
import type { Effects } from "../effects.ts";
import { showProgress } from "./progress.ts";

/** Up to this a file is read at once; above, in pieces where its format allows that. */
const wholeBytes = 16 * 2 ** 20;
/** The longest text that a JavaScript engine holds, with some room. */
const mostBytes = 500 * 2 ** 20;
const pieceBytes = 2 ** 20;
/** What has no line end for so long has none: to wait for it would fill the memory. */
const longestLine = 64 * 2 ** 20;
const lineFeed = 0x0a;

/** Reads one file by its importer: whole, or in bounded memory with its progress shown. Throws SourceError. */
export function readFile(
  path: string,
  file: string,
  as: string | undefined,
  said: ReadOptions,
  effects: Effects,
): Input {
  const size = statSync(path).size;
  const choose = (input: Sniff) => (as === undefined ? detect(input) : importerNamed(as, input));
  if (size > wholeBytes) {
    const head = sniff(file, readHead(path), false);
    const importer = tryChoose(choose, head);
    if (importer !== null && "open" in importer) return readStream(path, head, importer, size, effects);
    if (size > mostBytes) refuseLarge(head, size);
  }
  const input = sniff(file, readFileSync(path));
  const importer = choose(input);
  const sha256 = createHash("sha256").update(input.bytes).digest("hex");
  return {
    file,
    sha256,
    importer: importer.name,
    reading: readWhole(importer, input, { ...optionsFor(importer, input, said), beside: besideOf(path) }),
  };
}

/** Finds files in the folder of another. */
function besideOf(path: string): (name: string) => Sniff | null {
  return (name) => {
    const other = join(dirname(path), name);
    return statSync(other, { throwIfNoEntry: false })?.isFile() === true ? sniff(name, readFileSync(other)) : null;
  };
}

function readStream(path: string, head: Sniff, importer: StreamImporter, size: number, effects: Effects): Input {
  const intake = importer.open(head, {});
  const hash = createHash("sha256");
  const plain = isPlain(head.bytes, head.encoding) ? null : plainPieces(head.encoding);
  const progress = showProgress(head.file, size, effects);
  let pending = 0;
  try {
    for (const piece of pieces(path)) {
      const text = plain === null ? piece : plain.push(piece);
      pending = text.includes(lineFeed) ? 0 : pending + piece.length;
      if (pending > longestLine) refuseLine(head);
      hash.update(piece);
      intake.push(text);
      progress.add(piece.length);
    }
    if (plain !== null) intake.push(plain.end());
  } finally {
    progress.end();
  }
  return { file: head.file, sha256: hash.digest("hex"), importer: importer.name, reading: finite(intake.end()) };
}

/** One buffer for all pieces: an intake keeps what it needs of one. */
function* pieces(path: string): Generator<Uint8Array> {
  const handle = openSync(path, "r");
  try {
    const buffer = new Uint8Array(pieceBytes);
    for (let read = readSync(handle, buffer); read > 0; read = readSync(handle, buffer)) yield buffer.subarray(0, read);
  } finally {
    closeSync(handle);
  }
}

function readHead(path: string): Uint8Array {
  const handle = openSync(path, "r");
  try {
    const buffer = new Uint8Array(HEAD_BYTES);
    return buffer.subarray(0, readSync(handle, buffer));
  } finally {
    closeSync(handle);
  }
}

/** Null where the head alone does not tell: a JSON report ends far behind it. */
function tryChoose(choose: (input: Sniff) => Importer, head: Sniff): Importer | null {
  try {
    return choose(head);
  } catch (error) {
    if (error instanceof SourceError) return null;
    throw error;
  }
}

function refuseLine(head: Sniff): never {
  const fact = `the file has no line end for ${Math.round(longestLine / 1e6)} MB`;
  return fail(head, 0, "line-too-long", fact, "The tool writes a line per request: export it again.");
}

function refuseLarge(head: Sniff, size: number): never {
  const fact = `the file has ${Math.round(size / 1e6)} MB and no format that is read in pieces`;
  return fail(head, 0, "file-too-large", fact, "Export a summary from the tool, or its CSV or NDJSON.");
}
