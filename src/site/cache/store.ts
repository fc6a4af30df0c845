import { createHash, randomBytes } from "node:crypto";
import { readFileSync, renameSync, rmSync, statSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { writeInFolder } from "../files.ts";
import { type Log, noLog, openLog } from "./log.ts";

/** Bytes that earlier builds made, under the hash of everything that they were made from. */
export interface Store {
  /** The bytes of a key; null where there are none, or where they are not what was stored. */
  get(key: string): Uint8Array | null;
  /** Keeps bytes for later builds; where that is not possible, they will be made again. */
  put(key: string, bytes: Uint8Array): void;
  /** The log of a key. */
  log(key: string): Log;
}

/** Bytes of the hash that stands before an entry. */
const SEAL = 32;

/** An entry that is used is marked as used once in so many milliseconds. */
const USED = 24 * 3600 * 1000;

/**
 * A store in a folder, a file for each entry. Any part of it may be deleted at any time, even while it is used. Builds that run at
 * once share it: an entry appears whole, by renaming, and two that make the same one make the same bytes. What a build
 * that was killed, a full disk or a stranger left there is told by its hash, and written anew.
 */
export function openStore(folder: string): Store {
  let writable = true;
  let puts = 0;
  const writer = `${process.pid}-${randomBytes(4).toString("hex")}`;
  return {
    get(key) {
      const file = entryFile(folder, key);
      try {
        const entry = readFileSync(file);
        const bytes = entry.subarray(SEAL);
        if (!entry.subarray(0, SEAL).equals(seal(key, bytes))) return null;
        markUsed(file);
        return bytes;
      } catch {
        // not there, or not to be read
        return null;
      }
    },
    put(key, bytes) {
      if (!writable) return;
      const file = entryFile(folder, key);
      const part = `${file}.${writer}-${++puts}.tmp`;
      try {
        writeInFolder(part, Buffer.concat([seal(key, bytes), bytes]));
        renameSync(part, file);
      } catch {
        // a full disk, or a folder that is read-only: the site needs no cache
        writable = false;
        forget(part);
      }
    },
    log: (key) => openLog(entryFile(folder, key)),
  };
}

/** No store: everything is made. */
export const noStore: Store = { get: () => null, put() {}, log: () => noLog };

function entryFile(folder: string, key: string): string {
  return join(folder, key.slice(0, 2), key.slice(2));
}

/** With the key, because an entry under another's name is a wrong one. */
function seal(key: string, bytes: Uint8Array): Uint8Array {
  return createHash("sha256").update(key).update(bytes).digest();
}

/** What cannot be removed now is removed when the store is pruned. */
function forget(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // nothing reads it
  }
}

function markUsed(file: string): void {
  const now = Date.now();
  if (now - statSync(file).mtimeMs > USED) utimesSync(file, now / 1000, now / 1000);
}
