import type { Cache } from "../cache/cache.ts";
import type { Log } from "../cache/log.ts";
import { type FeedKind, feedKinds } from "../feeds/kinds.ts";
import type { Site } from "../site.ts";
import type { ReadPart } from "./part.ts";

/** Entries of feeds, as earlier builds made them and as this one does. As bytes: as texts, those of a large site would take twice the memory. */
export interface Remembered {
  /** Makes entries of a post from its content, as far as nobody knows them. */
  make(kinds: readonly FeedKind[], part: ReadPart, content: () => string): void;
  /** The entry of a post that was made. */
  entry(kind: FeedKind, part: ReadPart): Uint8Array;
  /** Keeps the entries of a feed for later builds; it is made now. */
  save(kind: FeedKind): void;
}

export function rememberEntries(cache: Cache, root: string, site: Site): Remembered {
  const logs = new Map<FeedKind, Log>();
  const logOf = (kind: FeedKind): Log => {
    const log = logs.get(kind) ?? cache.log(kind, [root]);
    logs.set(kind, log);
    return log;
  };
  const known = (kind: FeedKind, { id, post }: ReadPart): string | null => {
    const text = logOf(kind).get(post.file);
    return text?.startsWith(`${id} `) ? text.slice(id.length + 1) : null;
  };
  return {
    make(kinds, part, content) {
      const { id, post } = part;
      const missing = kinds.filter((kind) => known(kind, part) === null);
      if (missing.length === 0) return;
      const made = content();
      for (const kind of missing) {
        logOf(kind).put(post.file, `${id} ${JSON.stringify(feedKinds[kind](site, post, made))}`);
      }
    },
    entry: (kind, part) => Buffer.from(JSON.parse(known(kind, part)!) as string),
    save: (kind) => logOf(kind).save(),
  };
}
