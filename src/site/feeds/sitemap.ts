import { escapeHtml } from "../../chart/figure/html.ts";
import { absolute, href, type Site } from "../site.ts";

/** A page that search engines may find. */
export interface Findable {
  readonly path: string;
  /** ISO day of its last change; null where it has none of its own. */
  readonly changed: string | null;
}

/** `sitemap.xml` (https://www.sitemaps.org/protocol.html), by path: pages come in whatever order they are made. */
export function sitemap(site: Site, pages: readonly Findable[]): string {
  const sorted = pages.toSorted((a, b) => (a.path < b.path ? -1 : 1));
  const urls = sorted.map(({ path, changed }) => {
    const lastmod = changed === null ? "" : `<lastmod>${changed.slice(0, 10)}</lastmod>`;
    return `<url><loc>${escapeHtml(absolute(site, path))}</loc>${lastmod}</url>\n`;
  });
  const open = '<?xml version="1.0" encoding="utf-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n';
  return `${open}${urls.join("")}</urlset>\n`;
}

/** `robots.txt`. Under a path prefix no crawler reads it; it does no harm there. */
export function robots(site: Site): string {
  return `User-agent: *\nAllow: ${href(site, "/")}\n\nSitemap: ${absolute(site, "/sitemap.xml")}\n`;
}
