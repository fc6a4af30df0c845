import { createHash } from "node:crypto";
import { join } from "node:path";
import { codeVersion } from "./code-version.ts";
import { keyOf } from "./key.ts";
import { type Log, noLog } from "./log.ts";
import { pruneDaily } from "./prune.ts";
import { openStore, type Store } from "./store.ts";

/**
 * What takes long to make and is the same whenever it is made from the same: drawings, PNG files, highlighted code. `sources`
 * are all texts that it is made from; with the version of the code they are its key, so that nothing is ever out of date.
 */
export interface Cache {
  text(kind: string, sources: () => readonly string[], make: () => string): string;
  bytes(kind: string, sources: () => readonly string[], make: () => Promise<Uint8Array>): Promise<Uint8Array>;
  /** A text that was kept; null where there is none. What it says holds as far as its sources reach, and its reader knows how far. */
  find(kind: string, sources: readonly string[]): string | null;
  keep(kind: string, sources: readonly string[], text: string): void;
  /** Many texts of a kind that all have these sources, by name. */
  log(kind: string, sources: readonly string[]): Log;
}

/** Everything is made. */
export const noCache: Cache = {
  text: (_kind, _sources, make) => make(),
  bytes: (_kind, _sources, make) => make(),
  find: () => null,
  keep() {},
  log: () => noLog,
};

/** Folder of the cache in a project: what a build of another machine or day may begin with. */
export const CACHE_FOLDER: string = join(".cache", "benchpost");

/** The file of the cache that says how the files of the site in a folder were made. */
export function listOf(site: string): string {
  return join(CACHE_FOLDER, `${nameOf(site)}.json`);
}

/** Where a project keeps the site that the one in a folder has replaced: no part of the cache, since it is of no use elsewhere. */
export function spareOf(site: string): string {
  return join(".cache", "replaced", nameOf(site));
}

function nameOf(site: string): string {
  return `site-${createHash("sha256").update(site).digest("hex").slice(0, 16)}`;
}

/** The cache of a project. Nothing of it is needed: it may be deleted at any time. */
export function openCache(root: string): Cache {
  const folder = join(root, CACHE_FOLDER);
  pruneDaily(folder);
  return createCache(openStore(folder), codeVersion);
}

export function createCache(store: Store, version: () => string): Cache {
  return {
    text(kind, sources, make) {
      const key = keyOf(version(), kind, sources());
      const known = store.get(key);
      if (known !== null) return Buffer.from(known).toString("utf8");
      const text = make();
      store.put(key, Buffer.from(text));
      return text;
    },
    async bytes(kind, sources, make) {
      const key = keyOf(version(), kind, sources());
      const known = store.get(key);
      if (known !== null) return known;
      const bytes = await make();
      store.put(key, bytes);
      return bytes;
    },
    find(kind, sources) {
      const known = store.get(keyOf(version(), kind, sources));
      return known && Buffer.from(known).toString("utf8");
    },
    keep: (kind, sources, text) => store.put(keyOf(version(), kind, sources), Buffer.from(text)),
    log: (kind, sources) => store.log(keyOf(version(), kind, sources)),
  };
}
