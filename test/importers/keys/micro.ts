import type { Key } from "./key.ts";

/** Keys that only micro-benchmarks have. */
export const micro: Readonly<Record<string, Key>> = {};
