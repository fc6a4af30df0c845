import type { Bundle } from "./bundle/bundle.ts";
import { type Search, searchFolder } from "./search/search.ts";
import { absolute, href, type Site } from "./site.ts";

/** What every page shows: the site's own words, and addresses with the path prefix. */
export interface Shared {
  readonly title: string;
  readonly description: string;
  readonly language: string;
  readonly author: Site["author"];
  readonly home: string;
  readonly archive: string;
  readonly tags: string;
  readonly about: string;
  /** Null for a site without documents. */
  readonly docs: string | null;
  readonly atom: string;
  readonly jsonFeed: string;
  /** Absolute addresses of the feeds, for people to copy. */
  readonly atomUrl: string;
  readonly styles: string;
  readonly script: string;
  readonly theme: string;
  readonly font: string | null;
  readonly icon: string;
  /** Where the index lies, of how many parts it is and how its results look; null for a site without search. */
  readonly search: { readonly folder: string; readonly parts: number; readonly styles: string } | null;
}

export function toShared(site: Site, bundle: Bundle, { parts }: Pick<Search, "parts">): Shared {
  const { title, description, language, author } = site;
  return {
    title,
    description,
    language,
    author,
    home: href(site, "/"),
    archive: href(site, "/archive.html"),
    tags: href(site, "/tags.html"),
    about: href(site, "/about.html"),
    docs: site.docs.length === 0 ? null : href(site, "/docs/"),
    atom: href(site, "/feed.xml"),
    jsonFeed: href(site, "/feed.json"),
    atomUrl: absolute(site, "/feed.xml"),
    styles: href(site, bundle.styles),
    script: href(site, bundle.script),
    theme: href(site, bundle.theme),
    font: bundle.font && href(site, bundle.font),
    icon: href(site, bundle.icon),
    search: parts > 0 ? { folder: href(site, searchFolder), parts, styles: href(site, bundle.searchStyles) } : null,
  };
}
