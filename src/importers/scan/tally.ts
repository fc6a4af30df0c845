/** Counts things by name. Most often the next is the last again: its count is at hand without a look-up. */
export interface Tally<K> {
  add(key: K, count?: number): void;
  readonly counts: ReadonlyMap<K, number>;
}

/** `most` bounds how many names are told apart: what comes after them is not counted. */
export function tally<K>(most = Number.POSITIVE_INFINITY): Tally<K> {
  const counters = new Map<K, { count: number }>();
  let last: K | undefined;
  let counter: { count: number } | undefined;
  return {
    add(key, count = 1) {
      if (key !== last || counter === undefined) {
        counter = counters.get(key);
        last = key;
        if (counter === undefined) {
          if (counters.size >= most) return;
          counters.set(key, (counter = { count: 0 }));
        }
      }
      counter.count += count;
    },
    get counts() {
      return new Map([...counters].map(([key, { count }]) => [key, count]));
    },
  };
}
