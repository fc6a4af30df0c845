import { atomEntry } from "./atom.ts";
import type { MakeEntry } from "./entry.ts";
import { jsonItem } from "./json-feed.ts";

/** The feeds, and what is made of a post for each. */
export const feedKinds = { atom: atomEntry, json: jsonItem } as const satisfies Readonly<Record<string, MakeEntry>>;

export type FeedKind = keyof typeof feedKinds;
