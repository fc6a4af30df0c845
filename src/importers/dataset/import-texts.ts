import { type Diagnostic, sortDiagnostics } from "../../source/diagnostic.ts";
import { SourceError } from "../../source/error.ts";
import { nearest } from "../../source/nearest.ts";
import type { Source } from "../../source/source.ts";
import { detect, importerNamed } from "../detect.ts";
import type { Importer, ReadOptions } from "../importer.ts";
import { readWhole } from "../read.ts";
import { type Sniff, sniff } from "../sniff.ts";
import { readRecords } from "../records.ts";
import type { Input } from "./input.ts";
import { parseMetrics } from "./mapping.ts";
import type { LeftOut } from "./privacy.ts";
import { isPattern } from "./pattern.ts";
import { type WriteOptions, writeDataset } from "./write.ts";

export interface ImportedFile {
  readonly file: string;
  readonly bytes: Uint8Array;
}

export interface ImportOptions extends Omit<WriteOptions, "metrics"> {
  /** The importer, where the content shall not decide: `table` for a table with named columns. */
  readonly as?: string;
  /** Metrics to keep, and for tables their columns: `p99 ms=latency.p99:ms`. */
  readonly metric?: readonly string[];
  /** The dataset's file as it is, where there is one. */
  readonly existing?: Source;
}

export interface Imported {
  /** The text of `data/<name>.json`; null where an error stands in the way. */
  readonly dataset: string | null;
  readonly diagnostics: readonly Diagnostic[];
  readonly assumed: readonly string[];
  readonly leftOut: LeftOut;
}

/** Makes a dataset of tools' output that is in memory. Nothing is thrown for what is wrong with files or options. */
export async function importTexts(files: readonly ImportedFile[], options: ImportOptions): Promise<Imported> {
  try {
    const { mappings, wanted } = parseMetrics(options.metric ?? []);
    const as = options.as ?? (mappings.length > 0 ? "table" : undefined);
    const read = await readFiles(files, { ...options, metrics: mappings }, as);
    if (read.faults.length > 0) throw new SourceError(read.faults);
    const { text, warnings, assumed, leftOut } = writeDataset(
      read.inputs,
      { ...options, metrics: wanted },
      options.existing ?? null,
    );
    return { dataset: text, diagnostics: sortDiagnostics([...read.warnings, ...warnings]), assumed, leftOut };
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    return { dataset: null, diagnostics: error.diagnostics, assumed: [], leftOut: [] };
  }
}

/** What an importer is told of the author's words: to a reader of tables they are x and series where they name columns. */
export function optionsFor(importer: Importer, input: Sniff, { x, series, metrics = [] }: ReadOptions): ReadOptions {
  if (importer.name !== "table") return x === undefined ? {} : { x };
  const columns = readRecords(input)?.columns ?? [];
  const names = (said: string | undefined) =>
    said !== undefined && (columns.includes(said) || (!isPattern(said) && nearest(said, columns) !== null));
  return { metrics, ...(names(x) ? { x: x! } : {}), ...(names(series) ? { series: series! } : {}) };
}

interface Read {
  readonly inputs: Input[];
  readonly faults: Diagnostic[];
  readonly warnings: Diagnostic[];
}

async function readFiles(files: readonly ImportedFile[], options: ReadOptions, as: string | undefined): Promise<Read> {
  const read: Read = { inputs: [], faults: [], warnings: [] };
  for (const { file, bytes } of files) {
    const sha256 = await checksum(bytes);
    const twin = read.inputs.find((one) => one.sha256 === sha256);
    if (twin !== undefined) {
      read.warnings.push(sameFile(file, twin.file));
      continue;
    }
    try {
      const input = sniff(file, bytes);
      const importer = as === undefined ? detect(input) : importerNamed(as, input);
      const said = { ...optionsFor(importer, input, options), beside: besideOf(file, files) };
      read.inputs.push({ file, sha256, importer: importer.name, reading: readWhole(importer, input, said) });
    } catch (error) {
      if (!(error instanceof SourceError)) throw error;
      read.faults.push(...error.diagnostics);
    }
  }
  return read;
}

/** Finds other files of the same folder among those that were given. */
function besideOf(file: string, files: readonly ImportedFile[]): (name: string) => Sniff | null {
  const folder = file.slice(0, file.lastIndexOf("/") + 1);
  return (name) => {
    const found = files.find((one) => one.file === folder + name);
    return found === undefined ? null : sniff(found.file, found.bytes);
  };
}

/** The same bytes twice are one measurement, not two runs. */
export function sameFile(file: string, twin: string): Diagnostic {
  const fact = `this file is the same as ${twin}, to the byte: it is left out`;
  const help = "Two runs never give the same bytes. Was the wrong file copied?";
  return { severity: "warning", code: "file-twice", file, place: { line: 1, column: 1 }, fact, help };
}

async function checksum(bytes: Uint8Array): Promise<string> {
  const sum = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return [...sum].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
