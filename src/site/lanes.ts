/** What is made at once: enough to keep all threads busy, and little enough for memory. */
const LANES = 32;

/** Does something with each item, many at a time. The first fault is thrown when no other is being worked on any more. */
export async function inLanes<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const queue = items.values();
  const faults: unknown[] = [];
  const lane = async (): Promise<void> => {
    for (const item of queue) {
      if (faults.length > 0) return;
      await work(item).catch((fault: unknown) => faults.push(fault));
    }
  };
  await Promise.all(Array.from({ length: Math.min(LANES, items.length) }, lane));
  if (faults.length > 0) throw faults[0];
}
