import { getPriority, setPriority } from "node:os";

/** Highest priority of ordinary scheduling: other work on the machine waits, but is not starved as by real time. */
const HIGHEST = -20;

/** The niceness that the lab may give to what it starts: the highest for root, else its own. */
export function priority(): number {
  const own = getPriority();
  try {
    setPriority(HIGHEST);
    setPriority(own);
    return HIGHEST;
  } catch {
    return own;
  }
}
