import { appendFileSync, existsSync, mkdirSync, readFileSync, renameSync } from "node:fs";
import { dirname } from "node:path";
import type { Environment } from "./environment.ts";
import type { Limits } from "./experiment.ts";
import type { Point } from "./schedule.ts";
import { reasonsSpoiled } from "./spoiled.ts";
import type { Watch } from "./watch.ts";

/** The first line of a journal: what was measured on. `design` tells whether a later run may continue it. */
export interface Opening {
  readonly kind: "opening";
  readonly design: string;
  readonly startedAt: string;
  readonly environment: Environment;
}

/** One attempt at one point, with the tool's own words. */
export interface Attempt extends Omit<Point, "kind"> {
  readonly kind: "attempt";
  readonly tool: Point["kind"];
  readonly attempt: number;
  readonly startedAt: string;
  readonly command: readonly string[];
  readonly watch: Watch;
  /** Seconds that a fixed piece of work took on the server's core just before. */
  readonly speed: number;
  readonly output: string;
}

/** What happened to a sweep and does not show in its attempts: an interruption, a change, a remark of the author's. */
export interface Note {
  readonly kind: "note";
  readonly at: string;
  readonly text: string;
}

export type Entry = Opening | Attempt | Note;

/** Read a journal. A line cut off by an interruption ends without its brace; its point was not finished. */
export function parseJournal(text: string): Entry[] {
  return text
    .split("\n")
    .filter((line) => line.endsWith("}"))
    .flatMap((line) => parseEntry(line));
}

function parseEntry(line: string): Entry[] {
  try {
    return [JSON.parse(line) as Entry];
  } catch {
    return [];
  }
}

/** The journal on disk: one JSON object a line, written before the next point starts. */
export class Journal {
  readonly path: string;
  readonly entries: Entry[];

  constructor(path: string) {
    this.path = path;
    mkdirSync(dirname(path), { recursive: true });
    const text = existsSync(path) ? readFileSync(path, "utf8") : "";
    this.entries = parseJournal(text);
    // A torn line must not swallow the next record.
    if (text !== "" && !text.endsWith("\n")) appendFileSync(path, "\n");
  }

  get opening(): Opening | undefined {
    return this.entries.find((entry) => entry.kind === "opening");
  }

  get attempts(): Attempt[] {
    return this.entries.filter((entry) => entry.kind === "attempt");
  }

  get notes(): Note[] {
    return this.entries.filter((entry) => entry.kind === "note");
  }

  add(entry: Entry): void {
    this.entries.push(entry);
    appendFileSync(this.path, `${JSON.stringify(entry)}\n`);
  }

  /** Put the journal aside under its starting time, so that a fresh one can begin. */
  putAside(): void {
    if (!existsSync(this.path)) return;
    const stamp = (this.opening?.startedAt ?? new Date().toISOString()).replaceAll(/[:.]/g, "-");
    renameSync(this.path, this.path.replace(/\.jsonl$/, `.${stamp}.jsonl`));
    this.entries.length = 0;
  }
}

/** The points that still need an attempt: not tried, or only spoiled and not too often. */
export function outstanding(points: readonly Point[], attempts: readonly Attempt[], limits: Limits): Point[] {
  return points.filter(({ id }) => {
    const tried = attempts.filter((attempt) => attempt.id === id);
    return tried.length < limits.attempts && !tried.some(({ watch }) => reasonsSpoiled(watch, limits).length === 0);
  });
}
