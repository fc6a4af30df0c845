import type { Key } from "./key.ts";

/** Keys that only databases, disks, histograms and collections have. */
export const databases: Readonly<Record<string, Key>> = {};
