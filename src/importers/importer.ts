import type { Reading } from "./reading.ts";
import type { Sniff } from "./sniff.ts";

/**
 * One format of one tool: one file that exports one of these, and one line in `list.ts`.
 *
 * `claims` looks at content only, never at the file's name; exactly one importer of the list claims a file.
 * A format that is recognised and cannot be read claims it too, and its `read` throws with the way out (`refuse`).
 */
export type Importer = WholeImporter | StreamImporter;

interface Format {
  /** Kebab-case, unique: what `--as` takes and what provenance records. */
  readonly name: string;
  /** For people: "wrk text report". */
  readonly title: string;
  readonly tool: string;
  /** What a file of this format shows, for "this looks like none of these": "a line `Running 10s test @ URL`". */
  readonly sign: string;
  claims(sniff: Sniff): boolean;
}

/** Formats whose files are reports: small, read at once. `sniff.whole` is true in `read`. */
export interface WholeImporter extends Format {
  /** Throws SourceError when nothing can be read; what is odd but readable becomes warnings of the Reading. */
  read(sniff: Sniff, options: ReadOptions): Reading;
}

/** Formats whose files hold a line per request, however large, read once, in bounded memory. */
export interface StreamImporter extends Format {
  /** Looks at the head of the file and returns what takes in all of it, head included. */
  open(sniff: Sniff, options: ReadOptions): Intake;
}

/** Takes a file in pieces, as UTF-8 bytes; a piece may end in the middle of a line or a character. */
export interface Intake {
  push(bytes: Uint8Array): void;
  end(): Reading;
}

/** What the author said about the columns of a table, which formats of tools ignore, and what stands around the file. */
export interface ReadOptions {
  /** Another file of the folder that this one stands in, by its name; null where there is none. */
  readonly beside?: (name: string) => Sniff | null;
  readonly x?: string;
  readonly series?: string;
  readonly metrics?: readonly ColumnMapping[];
}

/** `--metric "p99 ms=latency.p99:ms"`: the column, what it is, and the unit its figures are written in. */
export interface ColumnMapping {
  readonly column: string;
  readonly metric: string;
  readonly stat: string;
  readonly unit: string | null;
}
