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
  /** Keeps what was put for later builds; where that is not possible, they find it out again. */
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
  const put = new Map<string, string>();
  return {
    get(name) {
      return put.get(name) ?? lines.last.get(name)?.toString("utf8") ?? null;
    },
    put: (name, text) => void put.set(name, text),
    save() {
      if (put.size === 0) return;
      const texts = [...put].map(([name, text]) => lineOf(name, text));
      put.clear();
      const isWorn = lines.count + texts.length > 2 * (lines.last.size + texts.length);
      try {
        mkdirSync(dirname(file), { recursive: true });
        if (isWorn) rewrite(file);
        appendFileSync(file, `\n${texts.join("\n")}`);
      } catch {
        // a full disk, or a folder that is read-only
      }
    },
  };
}

function lineOf(name: string, text: string): string {
  const line = `${encodeURIComponent(name)} ${text}`;
  return `${seal(Buffer.from(line))} ${line}`;
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
      const space = line.indexOf(32);
      last.set(decodeURIComponent(line.toString("latin1", 0, space)), line.subarray(space + 1));
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
  const texts = [...readLines(file).last].map(([name, text]) => lineOf(name, text.toString("utf8")));
  const part = `${file}.${process.pid}.tmp`;
  try {
    writeFileSync(part, texts.join("\n"));
    renameSync(part, file);
  } finally {
    rmSync(part, { force: true });
  }
}
