/** How many of a list are worked on at once: both files of the pictures that keep eight threads busy, two each, and of a few that wait for them. */
const LANES = 48;

/**
 * Does something with each item of some lists, with several of each list at a time, so that what waits for threads and what keeps
 * this one busy go on beside each other. The first fault is thrown when no item is being worked on any more.
 */
export async function inLanes<T>(lists: readonly (readonly T[])[], work: (item: T) => Promise<void>): Promise<void> {
  const faults: unknown[] = [];
  const lane = async (queue: Iterable<T>): Promise<void> => {
    for (const item of queue) {
      if (faults.length > 0) return;
      await work(item).catch((fault: unknown) => faults.push(fault));
      // threads are heard between two items, not after all of them
      await new Promise(setImmediate);
    }
  };
  const lanes = lists.flatMap((items) => {
    const queue = items.values();
    return Array.from({ length: Math.min(LANES, items.length) }, () => lane(queue));
  });
  await Promise.all(lanes);
  if (faults.length > 0) throw faults[0];
}
