import { isMainThread } from "node:worker_threads";
import { workOf, type Work } from "../../src/site/thread.ts";

interface Doubled {
  readonly doubled: number;
  readonly isMain: boolean;
}

function double(input: number): Doubled {
  if (input < 0) throw new RangeError("less than nothing");
  return { doubled: 2 * input, isMain: isMainThread };
}

/** Work that says where it was done. */
export const doubling: Work<number, Doubled> = workOf(import.meta.url, "double", double);

/** The same by a module that does not load. */
export const failing: Work<number, Doubled> = workOf("data:text/javascript,throw 1", "fail", double);
