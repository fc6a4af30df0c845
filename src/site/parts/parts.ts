import type { Diagnostic } from "../../source/diagnostic.ts";
import type { Published } from "../charts/published.ts";
import type { Checked, Covering, Focus } from "../check/check.ts";
import type { SiteFile } from "../files.ts";
import type { Outline } from "../outline.ts";
import type { View } from "../pages/view.ts";
import type { Listed } from "../posts/listed.ts";

/** What all that an author wrote adds to a site: of each post and page, whoever made it and when. */
export interface Parts {
  readonly outline: Outline;
  /** Of posts. */
  readonly charts: number;
  /** Whether posts or pages have charts. */
  readonly hasCharts: boolean;
  /** In reading order. */
  readonly diagnostics: readonly Diagnostic[];
  /** What is wrong with what posts say of the rules of honest benchmarking. */
  readonly judged: readonly Diagnostic[];
  /** What those rules find with which nothing may be published. */
  readonly contradictions: readonly Covering[];
  /** By name. */
  readonly datasets: readonly Published[];
  /** Pages that show what an author wrote, and their files; asked for when there are no errors. */
  output(): Output;
  /** What can be found of a post. */
  searchText(post: Listed): string;
  /** HTML of the text of a post, for those who read it elsewhere. */
  feedContent(post: Listed): string;
  /** Number of the post of which a page or file is made, as they follow each other; Infinity for what is made of none or all. */
  placeOf(path: string): number;
  viewAt(path: string): View;
  /** HTML of the author's text on a page; empty for a page without one. */
  contentAt(path: string): string;
  /** All texts that a page is made from besides what all pages show; null where nobody knows them. */
  sourcesOf(path: string): readonly string[] | null;
  /** Everything that can be said, with these warnings of the build. */
  check(warnings: readonly Diagnostic[], focus: Focus | null): Checked;
}

export interface Output {
  readonly pages: readonly OutputPage[];
  readonly files: readonly SiteFile[];
}

/** A page, as far as one must know it before it is made. */
export type OutputPage = Pick<View, "path" | "canonical" | "changed">;
