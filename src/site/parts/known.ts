import type { Diagnostic } from "../../source/diagnostic.ts";
import type { Claims } from "../charts/addresses.ts";
import { toPublished } from "../charts/published.ts";
import type { Covering } from "../check/check.ts";
import type { Link } from "../markdown/article.ts";
import type { Entry } from "../posts/entry.ts";
import type { Listed } from "../posts/listed.ts";
import { searchText } from "../search/text.ts";
import type { Opened } from "./opened.ts";
import type { OutputPage } from "./parts.ts";
import type { Text } from "./text.ts";

/** What is known of a post without reading it: what it depends on besides its text, and what it adds to the site. */
export interface Known {
  readonly from: From;
  readonly head: Listed["head"];
  readonly words: number;
  readonly flots: number;
  readonly links: readonly Link[];
  readonly ids: readonly string[];
  readonly charts: number;
  readonly diagnostics: readonly Diagnostic[];
  readonly judged: readonly Diagnostic[];
  readonly contradictions: readonly Covering[];
  /** Datasets that it uses. */
  readonly datasets: readonly { readonly name: string; readonly open: boolean; readonly files: readonly string[] }[];
  readonly pages: readonly OutputPage[];
  readonly files: readonly { readonly path: string; readonly late?: true }[];
  readonly searchText: string;
}

/** All that a post was made from besides its text, the site's settings and the program. */
export interface From {
  /** The datasets that it names and hashes of their texts; null for those that are not there. */
  readonly data: readonly (readonly [name: string, digest: string | null])[];
  /** The addresses that it got for its charts. */
  readonly names: Claims;
  /** Where its addresses lead, and how large its pictures are. */
  readonly around: string;
  /** Files that it vouches for, and their hashes. */
  readonly evidence: readonly (readonly [file: string, sha256: string | null])[];
  /** The day, where something that is said of it depends on that. */
  readonly day: string | null;
}

/** What a build knows now of a post that it has opened. */
export function toKnown({ project, post, views, files }: Opened & { readonly post: Entry }, from: From): Known {
  const { article } = post;
  const judged = project.lintOf(post);
  const isFaulty = [...project.diagnostics, ...judged.diagnostics, ...judged.contradictions].some(isError);
  return {
    from,
    head: post.head,
    words: article.words,
    flots: article.flots.length,
    links: article.links,
    ids: [...article.ids],
    charts: project.figuresOf(post).length,
    diagnostics: project.diagnostics,
    judged: judged.diagnostics,
    contradictions: judged.contradictions.map(({ rule: { covers }, ...found }) => ({ ...found, rule: { covers } })),
    datasets: project.datasets.all.map(toPublished).map(({ name, open, files }) => ({ name, open, files })),
    // of what is wrong nothing is made
    pages: isFaulty ? [] : [...views()].map(([path, { canonical, changed }]) => ({ path, canonical, changed })),
    files: isFaulty ? [] : [...files()].map(([path, { late }]) => ({ path, ...(late && { late }) })),
    searchText: isFaulty ? "" : searchText(project, post),
  };
}

/** Whether a later build may know the same: of a post with errors it would have nothing to show. */
export function isGood({ diagnostics, judged, contradictions }: Known): boolean {
  return ![...diagnostics, ...judged, ...contradictions].some(isError);
}

function isError({ severity }: Diagnostic): boolean {
  return severity === "error";
}

/** A post as lists, feeds and links show it. */
export function toListed(
  text: Text,
  { head, words, flots, links, ids }: Pick<Known, "head" | "words" | "flots" | "links" | "ids">,
): Listed {
  const { found, source, path, date } = text;
  const { file, folder, name } = found;
  const article = { words, links, ids: new Set(ids), flots: { length: flots } };
  return { kind: "post", file, folder, slug: name.slug, path, source, head, date, article };
}
