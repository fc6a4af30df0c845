import type { Diagnostic } from "../../source/diagnostic.ts";
import type { Listed } from "../posts/listed.ts";
import type { Known } from "./known.ts";
import type { Opened } from "./opened.ts";

/** What a post adds to a site; of one that cannot be read, what is wrong with it. */
export type Part = ReadPart | { readonly post: null; readonly diagnostics: readonly Diagnostic[] };

export interface ReadPart {
  readonly post: Listed;
  readonly known: Known;
  /** Hash of all that it is made from. */
  readonly id: string;
  /** The same, as files say what they are made from: one list for all of them. */
  readonly sources: readonly string[];
  /** Opens the post, to make pages and files of it. */
  open(): Opened;
}
