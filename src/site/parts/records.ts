import { join } from "node:path";
import type { Cache } from "../cache/cache.ts";
import type { Known } from "./known.ts";
import { isSameStamp, settled, type Stamp, stampOf } from "./stamp.ts";

/** What a build knew of a post, and of the files that it was found out from: while these have not been touched, nobody needs to read them. */
export interface Recorded {
  readonly stamp: Stamp;
  /** Stamps of its datasets, in the order of `known.from.data`; null for those that must be read again. */
  readonly data: readonly (Stamp | null)[];
  /** ISO instant. */
  readonly date: string;
  readonly id: string;
  readonly known: Known;
}

/** What earlier builds with the same settings recorded of posts. */
export interface Records {
  /** Of a post whose file is as it was. */
  find(file: string): Recorded | null;
  /** Records a post unless that is recorded, or one of its files was written just now. */
  note(file: string, recorded: Omit<Recorded, "stamp"> & { readonly stamp: Stamp | null }): void;
  save(): void;
}

export function openRecords(root: string, cache: Cache, settings: string, now: () => number = Date.now): Records {
  const log = cache.log("posts", [root, settings]);
  return {
    find(file) {
      const text = log.get(file);
      // what stands there was written by this very program
      const recorded = text === null ? null : (JSON.parse(text) as Recorded);
      return recorded && isSameStamp(recorded.stamp, stampOf(join(root, file))) ? recorded : null;
    },
    note(file, recorded) {
      const stamp = settled(recorded.stamp, now());
      if (stamp !== null)
        log.put(file, JSON.stringify({ ...recorded, stamp, data: recorded.data.map((one) => settled(one, now())) }));
    },
    save: log.save,
  };
}
