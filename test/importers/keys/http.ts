import type { Key } from "./key.ts";

/** Keys that only HTTP tools have. */
export const http: Readonly<Record<string, Key>> = {};
