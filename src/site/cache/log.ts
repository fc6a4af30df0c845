import { createHash } from "node:crypto";
import {
  appendFileSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { dirname } from "node:path";

/** Many small texts in one file, by name: a site of a thousand posts would read a thousand files for them. */
export interface Log {
  /** The last text of a name that was kept whole; null where there is none. */
  get(name: string): string | null;
  put(name: string, text: string): void;
  /** Keeps what was put for later builds, and forgets it here; where that is not possible, they find it out again. */
  save(): void;
}

/** Nothing is kept. */
export const noLog: Log = { get: () => null, put() {}, save() {} };

/** Letters of the hash that stands before each text. */
const SEAL = 32;

/** A log that is used is marked as used once in so many milliseconds. */
const USED = 24 * 3600 * 1000;

/**
 * A log in a file: a line for each text, which has no line breaks, the last of a name counts. What a killed build, a full disk, two builds at once
 * or a stranger left there is told by its hash. It is written anew when most of its lines are old ones.
 */
export function openLog(file: string): Log {
  const lines = readLines(file);
  const put = new Map<string, Buffer>();
  return {
    get(name) {
      const line = put.get(name);
      return (line ? textOf(line.subarray(SEAL + 1)) : lines.last.get(name))?.toString("utf8") ?? null;
    },
    put: (name, text) => void put.set(name, lineOf(name, text)),
    save() {
      if (put.size === 0) return;
      const made = [...put.values()];
      put.clear();
      const isWorn = lines.count + made.length > 2 * (lines.last.size + made.length);
      try {
        mkdirSync(dirname(file), { recursive: true });
        if (isWorn) rewrite(file);
        for (let at = 0; at < made.length; at += SOME) appendFileSync(file, joined(made.slice(at, at + SOME)));
      } catch {
        // a full disk, or a folder that is read-only
      }
    },
  };
}

/** Lines that are written at once. */
const SOME = 500;

/** A line: seal, name and text. As bytes, since a letter beyond the first 256 makes all of a text take twice the memory. */
function lineOf(name: string, text: string): Buffer {
  const line = Buffer.from(`${encodeURIComponent(name)} ${text}`);
  return Buffer.concat([Buffer.from(`${seal(line)} `), line]);
}

/** The text of a line without its seal. */
function textOf(line: Buffer): Buffer {
  return line.subarray(line.indexOf(32) + 1);
}

/** Lines, each with a line break before it. */
function joined(lines: readonly Buffer[]): Buffer {
  const lineBreak = Buffer.from("\n");
  return Buffer.concat(lines.flatMap((line) => [lineBreak, line]));
}

function seal(line: Uint8Array): string {
  return createHash("sha256").update(line).digest("hex").slice(0, SEAL);
}

interface Lines {
  /** The last whole text of each name. */
  readonly last: Map<string, Buffer>;
  /** Lines, whole or not. */
  readonly count: number;
}

function readLines(file: string): Lines {
  const last = new Map<string, Buffer>();
  const bytes = readBytes(file);
  let count = 0;
  for (let at = 0; at < bytes.length; count++) {
    const found = bytes.indexOf(10, at);
    const end = found === -1 ? bytes.length : found;
    const line = bytes.subarray(at + SEAL + 1, end);
    if (bytes.toString("latin1", at, at + SEAL) === seal(line)) {
      last.set(decodeURIComponent(line.toString("latin1", 0, line.indexOf(32))), textOf(line));
    }
    at = end + 1;
  }
  return { last, count };
}

function readBytes(file: string): Buffer {
  try {
    const bytes = readFileSync(file);
    const now = Date.now();
    if (now - statSync(file).mtimeMs > USED) utimesSync(file, now / 1000, now / 1000);
    return bytes;
  } catch {
    // there is none, or it is not to be read
    return Buffer.alloc(0);
  }
}

/** Leaves the last text of each name, as they are now: another build may have written some. */
function rewrite(file: string): void {
  const lines = [...readLines(file).last].map(([name, text]) => lineOf(name, text.toString("utf8")));
  const part = `${file}.${process.pid}.tmp`;
  try {
    writeFileSync(part, joined(lines));
    renameSync(part, file);
  } finally {
    rmSync(part, { force: true });
  }
}
