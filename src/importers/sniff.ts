import type { Source } from "../source/source.ts";
import { type Json, type JsonDocument, jsonDocuments } from "./json.ts";
import { type Table, readTable, tableHead } from "./table.ts";
import { type Encoding, decode, encodingOf, isBinary } from "./text.ts";

/** How much of a large file is looked at to recognise it. */
export const HEAD_BYTES = 65_536;

/** A file, or the head of a large one, made ready to be recognised and read. Views of it are computed once, when asked for. */
export interface Sniff extends Source {
  readonly bytes: Uint8Array;
  /** False when this is only the head of a larger file. */
  readonly whole: boolean;
  readonly encoding: Encoding;
  /** NUL bytes: no text. `text` is then empty. */
  readonly binary: boolean;
  /** The first JSON value in the text (the file's, or its first line's, or the one behind a banner); undefined without. */
  readonly json: Json | undefined;
  /** All JSON values in the text. */
  readonly documents: readonly JsonDocument[];
  /** Cells of the first line that is not empty, quotes off; empty where nothing separates them. */
  readonly header: readonly string[];
  /** The text as a table under that header. */
  readonly table: Table | null;
}

/** `file` is the path as the author knows it; `whole` says whether `bytes` are all of the file. */
export function sniff(file: string, bytes: Uint8Array, whole = true): Sniff {
  const encoding = encodingOf(bytes.subarray(0, HEAD_BYTES));
  const binary = isBinary(bytes.subarray(0, HEAD_BYTES));
  const text = binary ? "" : decode(bytes, encoding);
  const source = { file, text };
  const json = once(() => (jsonDocuments(text).next().value as JsonDocument | undefined)?.value);
  const documents = once(() => [...jsonDocuments(text)]);
  const header = once(() => tableHead(text)?.header ?? []);
  const table = once(() => readTable(source));
  return {
    file,
    text,
    bytes,
    whole,
    encoding,
    binary,
    get json() {
      return json();
    },
    get documents() {
      return documents();
    },
    get header() {
      return header();
    },
    get table() {
      return table();
    },
  };
}

function once<T>(compute: () => T): () => T {
  let kept: { value: T } | null = null;
  return () => (kept ??= { value: compute() }).value;
}
