import { createHash } from "node:crypto";
import { closeSync, openSync, readFileSync, readSync, statSync } from "node:fs";
import type { Input } from "../../importers/dataset/input.ts";
import { detect, importerNamed } from "../../importers/detect.ts";
import { fail } from "../../importers/fault.ts";
import type { Importer, ReadOptions, StreamImporter } from "../../importers/importer.ts";
import { readWhole } from "../../importers/read.ts";
import { HEAD_BYTES, type Sniff, sniff } from "../../importers/sniff.ts";
import { SourceError } from "../../source/error.ts";
import type { Effects } from "../effects.ts";
import { showProgress } from "./progress.ts";

/** Up to this a file is read at once; above, in pieces where its format allows that. */
const wholeBytes = 16 * 2 ** 20;
/** The longest text that a JavaScript engine holds, with some room. */
const mostBytes = 500 * 2 ** 20;
const pieceBytes = 2 ** 20;

/** Reads one file by its importer: whole, or in bounded memory with its progress shown. Throws SourceError. */
export function readFile(
  path: string,
  file: string,
  as: string | undefined,
  optionsFor: (sniff: Sniff) => ReadOptions,
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
  const options = importer.name === "table" ? optionsFor(input) : {};
  const sha256 = createHash("sha256").update(input.bytes).digest("hex");
  return { file, sha256, importer: importer.name, reading: readWhole(importer, input, options) };
}

function readStream(path: string, head: Sniff, importer: StreamImporter, size: number, effects: Effects): Input {
  const intake = importer.open(head, {});
  const hash = createHash("sha256");
  const decoder = head.encoding === "utf-8" ? null : new TextDecoder(head.encoding);
  const encoder = new TextEncoder();
  const progress = showProgress(head.file, size, effects);
  for (const piece of pieces(path)) {
    hash.update(piece);
    intake.push(decoder === null ? piece : encoder.encode(decoder.decode(piece, { stream: true })));
    progress.add(piece.length);
  }
  progress.end();
  return { file: head.file, sha256: hash.digest("hex"), importer: importer.name, reading: intake.end() };
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

function refuseLarge(head: Sniff, size: number): never {
  const fact = `the file has ${Math.round(size / 1e6)} MB and no format that is read in pieces`;
  return fail(head, 0, "file-too-large", fact, "Export a summary from the tool, or its CSV or NDJSON.");
}
