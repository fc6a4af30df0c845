import { type Cache, noCache } from "./cache/cache.ts";

/**
 * What an earlier build in this process read and drew. A value is found again only while everything that it was made from
 * is the same, so that a build with a memory gives the bytes of one without; it is what makes the next build of `dev` quick.
 */
export interface Memory {
  /** The value of a name: the one of before where all sources are identical (texts equal), else made anew. */
  keep<T>(name: string, sources: readonly unknown[], make: () => T): T;
  /** What is kept longer than a process lives. */
  readonly cache: Cache;
  /** Whether there is a next build: what only that one would ask for again need not be kept otherwise. */
  readonly lasting: boolean;
}

/** A memory of so many values at `most`: those that were asked for last. */
export function createMemory(cache: Cache = noCache, lasting = true, most = Infinity): Memory {
  const kept = new Map<string, { readonly sources: readonly unknown[]; readonly value: unknown }>();
  return {
    cache,
    lasting,
    keep<T>(name: string, sources: readonly unknown[], make: () => T): T {
      const known = kept.get(name);
      const same = known?.sources.length === sources.length && known.sources.every((one, i) => one === sources[i]);
      const value = same ? (known.value as T) : make();
      if (same && most === Infinity) return value;
      // a map is in the order in which its entries came
      kept.delete(name);
      kept.set(name, { sources, value });
      if (kept.size > most) kept.delete(kept.keys().next().value!);
      return value;
    },
  };
}
