import type { Site } from "../site.ts";
import { absolute } from "../site.ts";

/** What a layout shows: texts, which the layouts escape, and HTML, where the name says so. */
export interface View {
  /** Path in the site; ends in `.html`. */
  readonly path: string;
  /** File in the folder of layouts. */
  readonly layout: string;
  /** Of the document: what tabs and search results show. */
  readonly title: string;
  /** The same without the name of the site, for cards that show both. */
  readonly name: string;
  readonly description: string;
  /** Absolute address; null where nobody shall find the page. */
  readonly canonical: string | null;
  readonly type: "website" | "article";
  readonly image: Picture | null;
  /** Data blocks for machines, escaped for HTML. */
  readonly blocksHtml: readonly string[];
  /** Part of the navigation to which the page belongs. */
  readonly section: "home" | "archive" | "tags" | "docs" | "about" | null;
  /** Whether it holds charts that the script brings to life. */
  readonly charts: boolean;
  /** Day of its last change; null where it has none of its own. */
  readonly changed: string | null;
  /** What this kind of page shows beyond that. */
  readonly page: object;
}

/** A picture with its absolute address. */
export interface Picture {
  readonly url: string;
  readonly alt: string;
  /** In pixels; null where nobody measured it. */
  readonly size: { readonly width: number; readonly height: number } | null;
}

/** A link and its words. */
export interface Anchor {
  readonly href: string;
  readonly text: string;
}

/** A view with what most pages have in common. `title` is the page's own; the site's is added to it. */
export function toView(site: Site, own: Pick<View, "path" | "layout" | "title" | "page"> & Partial<View>): View {
  return {
    description: site.description || `Articles about what was measured, on ${site.title}.`,
    canonical: absolute(site, own.path === "/index.html" ? "/" : own.path),
    type: "website",
    image: null,
    blocksHtml: [],
    section: null,
    charts: false,
    changed: null,
    ...own,
    name: own.title,
    title: own.title === site.title ? site.title : `${own.title} · ${site.title}`,
  };
}
