import type { Article } from "../markdown/article.ts";
import type { Entry } from "./entry.ts";

/** What lists, feeds and links know of a post or page: a post of which an earlier build knows it is not read for that. */
export interface Listed extends Pick<Entry, "kind" | "file" | "folder" | "slug" | "path" | "source" | "head" | "date"> {
  readonly article: Pick<Article, "words" | "links" | "ids"> & { readonly flots: { readonly length: number } };
}
