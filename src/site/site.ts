import type { LintSettings } from "../benchmark/lint/settings.ts";

/** What is said once about the whole site: decided, nothing optional. */
export interface Site {
  readonly title: string;
  readonly description: string;
  /** Scheme and host, without a slash at the end. */
  readonly origin: string;
  /** Where the site lives on its host: begins and ends with a slash. */
  readonly prefix: string;
  /** BCP 47 tag. */
  readonly language: string;
  readonly author: Author;
  /** Posts on one page of the home pages. */
  readonly perPage: number;
  /** Names of the documents, docs/<name>.md, that are part of the site, in the order of its navigation. */
  readonly docs: readonly string[];
  /** Whether drafts are part of the site. */
  readonly drafts: boolean;
  /** What authors write as HTML: shown as it is, or only what is text, tables and pictures. */
  readonly html: "all" | "sanitised";
  /** Whether readers can search its posts. */
  readonly search: boolean;
  /** What it wants of the rules of honest benchmarking, other than themselves. */
  readonly lint: LintSettings;
}

export interface Author {
  readonly name: string;
  readonly url: string | null;
}

/** Address of a path of the site (it begins with a slash) as a page links it: with the path prefix. */
export function href(site: Site, path: string): string {
  return site.prefix + path.slice(1);
}

/** The same for those who read it elsewhere: with scheme and host. */
export function absolute(site: Site, path: string): string {
  return site.origin + href(site, path);
}

/** `/blog/` from `blog`, `/blog` or `/blog/`; `/` from nothing. */
export function normalizePrefix(prefix: string): string {
  const inner = prefix.split("/").filter(Boolean).join("/");
  return inner === "" ? "/" : `/${inner}/`;
}
