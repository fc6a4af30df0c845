import type { Diagnostic } from "../../source/diagnostic.ts";
import type { Figures, Point, PointFlag, Reading } from "../reading.ts";

/** A file that was read, and where it came from. */
export interface Input {
  readonly file: string;
  readonly sha256: string;
  /** Name of the importer that read it. */
  readonly importer: string;
  readonly reading: Reading;
}

/** A point, and the file it stands in. */
export interface Found {
  readonly input: Input;
  readonly point: Point;
}

/** A point that has its place: the line it belongs to, and where on it. */
export interface Placed extends Found {
  readonly series: string;
  readonly x: number | string;
}

/** One run of one point: what is merged with its like. */
export interface Run {
  readonly metrics: Readonly<Record<string, Figures>>;
  readonly flags: readonly PointFlag[];
}

/** All runs at one x of one series. */
export interface Cell {
  readonly series: string;
  readonly x: number | string;
  readonly runs: readonly Run[];
}

/** Where steps leave what the author must know; notes are warnings without a line of their own. */
export interface Notes {
  warn(file: string, code: string, fact: string, help: string): void;
  /** A whole sentence about what was taken for granted. */
  assume(sentence: string): void;
}

/** What was said while a dataset was made. */
export interface Said extends Notes {
  readonly warnings: readonly Diagnostic[];
  readonly assumed: readonly string[];
}

/** Gathers notes; the same thing is said once. */
export function takeNotes(): Said {
  const warnings: Diagnostic[] = [];
  const assumed: string[] = [];
  return {
    warnings,
    assumed,
    warn(file, code, fact, help) {
      if (warnings.some((one) => one.file === file && one.code === code && one.fact === fact)) return;
      warnings.push({ severity: "warning", code, file, place: { line: 1, column: 1 }, fact, help });
    },
    assume(sentence) {
      if (!assumed.includes(sentence)) assumed.push(sentence);
    },
  };
}
