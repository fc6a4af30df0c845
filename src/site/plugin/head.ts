import { escapeHtml } from "../../chart/figure/html.ts";
import type { ChartAssets } from "../bundle/charts.ts";
import { scanTags } from "../html/tags.ts";
import { href, type Site } from "../site.ts";

/** The assets of charts below a path of the site. */
export function assetsUnder(publish: string, assets: ChartAssets): ChartAssets {
  const under = (path: string): string => publish + path.slice(1);
  return {
    styles: under(assets.styles),
    script: under(assets.script),
    font: assets.font && under(assets.font),
    files: assets.files.map((file) => ({ ...file, path: under(file.path) })),
  };
}

/** What the head of a page with charts holds. */
export function headLinks(site: Site, { styles, script, font }: ChartAssets): string {
  const to = (path: string): string => escapeHtml(href(site, path));
  const early = font && `<link rel="preload" href="${to(font)}" as="font" type="font/woff2" crossorigin>\n`;
  const links = `<link rel="stylesheet" href="${to(styles)}">\n<script type="module" src="${to(script)}"></script>\n`;
  return (early ?? "") + links;
}

/** A page with links in its head; before everything in its body where its head is not marked. */
export function withLinks(html: string, links: string): string {
  const tags = scanTags(html);
  const end = tags.find(({ kind, name }) => kind === "close" && name === "head")?.start;
  const body = tags.find(({ kind, name }) => kind === "open" && name === "body")?.end;
  const top = tags.find(({ kind, name }) => kind === "open" && name === "html")?.end;
  const at = end ?? body ?? top ?? /^\s*<!doctype[^>]*>/i.exec(html)?.[0].length ?? 0;
  return html.slice(0, at) + links + html.slice(at);
}
