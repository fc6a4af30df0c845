import { digestOf } from "./cache/key.ts";
import { highlight } from "./markdown/highlight.ts";
import { renderArticle } from "./markdown/markdown.ts";
import type { Medium } from "./markdown/article.ts";
import type { Entry } from "./posts/entry.ts";
import { resolveAddress } from "./posts/resolve.ts";
import { pictureSizes } from "./pictures.ts";
import type { Project } from "./project.ts";
import { absolute, href } from "./site.ts";
import { figureDigest } from "./charts/figure-digest.ts";
import { feedFigure } from "./charts/feed-figure.ts";
import { pageFigure } from "./charts/page-figure.ts";

/** An article's HTML in its own page. */
export function renderForPage(project: Project, entry: Entry): string {
  // a page is made once in a build, and all pages of a large site are a lot
  return project.memory.lasting
    ? render(project, entry, "page")
    : renderArticle(entry.article, mediumOf(project, entry, "page"));
}

/** An article's HTML for those who read it elsewhere: every address whole, every chart a picture. */
export function renderForFeed(project: Project, entry: Entry): string {
  return render(project, entry, "feed");
}

function render(project: Project, entry: Entry, name: Medium["name"]): string {
  const medium = mediumOf(project, entry, name);
  const sizes = JSON.stringify([...pictureSizes(project, entry)]);
  const addresses = entry.article.links.map(({ address }) => medium.address(address)).join("\n");
  const sources = [entry, project.site, addresses, sizes, ...project.datasets.of(entry), ...project.figuresOf(entry)];
  const { cache, keep, lasting } = project.memory;
  const make = (): string => renderArticle(entry.article, medium);
  // every build makes feeds of all posts, and few pages
  const find = (): string => cache.text("feed", () => articleSources(project, entry, "feed"), make);
  return keep(`${name} ${entry.file}`, sources, name === "feed" && lasting ? find : make);
}

/** All texts that an article's HTML is made from. */
export function articleSources(project: Project, entry: Entry, name: Medium["name"] = "page"): string[] {
  const { address, size, quote } = mediumOf(project, entry, name);
  const { links, quotes } = entry.article;
  const around = links.map((link) => [address(link.address), size(link.address)]);
  return [
    entry.source.text,
    JSON.stringify([entry.path, around, quotes.map(quote)]),
    digestOf(project.site),
    ...project.figuresOf(entry).map(figureDigest),
  ];
}

function mediumOf(project: Project, entry: Entry, name: Medium["name"]): Medium {
  const { site } = project;
  const sizes = pictureSizes(project, entry);
  const toAddress = name === "page" ? href : absolute;
  return {
    name,
    address(address) {
      const target = resolveAddress(entry, address, project);
      if (target.kind === "elsewhere") return address;
      if (target.kind === "here") return name === "page" ? address : absolute(site, entry.path) + address;
      return toAddress(site, target.path);
    },
    size: (address) => sizes.get(address) ?? null,
    figure(flot) {
      const figure = project.figureAt(flot);
      if (!figure) return "";
      return name === "page" ? pageFigure(site, figure) : feedFigure(site, figure);
    },
    quote: project.quoteAt,
    code(language, code) {
      const html = project.memory.cache.text(
        "code",
        () => [language, code],
        () => highlight(language, code) ?? "",
      );
      return html === "" ? null : html;
    },
  };
}
