import { element } from "./elements.ts";
import type { Found } from "./index.ts";

/** Sections of one post that are listed below it. */
const SECTIONS = 3;

/** A post that was found: its title, day and the words around what was searched for, and the sections that hold it. */
export function resultItem({ url, meta, excerpt, sub_results: parts }: Found): HTMLLIElement {
  const sections = parts.filter((part) => part.url !== url).slice(0, SECTIONS);
  const item = element(
    "li",
    {},
    element("a", { href: url, class: "search-title" }, meta["title"] ?? url),
    " ",
    element("time", { datetime: meta["date"] ?? "" }, meta["day"] ?? ""),
    element("p", {}, ...marked(excerpt)),
  );
  if (sections.length > 0) {
    const links = sections.map((part) => element("li", {}, element("a", { href: part.url }, part.title)));
    item.append(element("ul", { "aria-label": "Sections" }, ...links));
  }
  return item;
}

/** An excerpt's text, and what was searched for as marks. */
function marked(excerpt: string): (Node | string)[] {
  return excerpt.split(/(<mark>[^<]*<\/mark>)/).map((piece) => {
    const words = /^<mark>(.*)<\/mark>$/s.exec(piece)?.[1];
    return words === undefined ? plain(piece) : element("mark", {}, plain(words));
  });
}

function plain(text: string): string {
  return text.replaceAll("&lt;", "<").replaceAll("&gt;", ">");
}
