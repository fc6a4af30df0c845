import { escapeHtml } from "../../chart/figure/html.ts";
import { applyEdits, type Edit } from "../html/edit.ts";
import { scanTags, type Tag } from "../html/tags.ts";
import { hasClass } from "../markdown/rules/raw-html.ts";
import { type Element, elementEnd } from "./element.ts";
import { type Mark, markWords } from "./marks.ts";

/** A place in a page where a chart shall stand: marked in the text that it comes from, or an element that a template has made. */
export interface Spot {
  readonly start: number;
  readonly end: number;
  readonly element: Element | Mark;
  /** Level of the heading above; 1 where there is none. */
  readonly under: number;
}

/** Gives the HTML of charts at the spots of a page, all of them at once and in its order. */
export type Render = (spots: readonly Spot[]) => readonly string[];

/** Elements whose insides are words and no markup: a chart's element there is code that a reader shall see, or nothing. */
const verbatim = new Set(["code", "pre", "script", "style", "title", "textarea", "template"]);

/**
 * Puts figures into a page, in its order. A paragraph around a chart ends before it and goes on after it. Where a chart's element
 * is shown as code it is what its author wrote again; in attributes, titles and scripts it is nothing.
 */
export function placeCharts(html: string, marks: ReadonlyMap<string, Mark>, render: Render): string {
  const tags = scanTags(html);
  const zones = zonesOf(tags);
  const words = [...html.matchAll(markWords)].flatMap(({ index, 0: word }) => {
    const mark = marks.get(word);
    return mark ? [{ start: index, end: index + word.length, element: mark }] : [];
  });
  const quiet = words.flatMap(({ start, end, element }): Edit[] => {
    const zone = zones.find((one) => one.start <= start && end <= one.end);
    if (zone) return [{ start, end, text: zone.isCode ? escapeHtml(element.html) : "" }];
    return tags.some((tag) => tag.start <= start && end <= tag.end) ? [{ start, end, text: "" }] : [];
  });
  if (quiet.length > 0) return placeCharts(applyEdits(html, quiet), marks, render);
  const found = [...words, ...elementsIn(html, tags, zones)].sort((a, b) => a.start - b.start);
  const spots = found.map((one): Spot => ({ ...one, under: levelAbove(tags, one.start) }));
  const figures = render(spots);
  const placed = spots.map((spot, index): Placed => ({ ...spot, text: figures[index]! }));
  return applyEdits(html, editsOf(html, paragraphsOf(tags), placed));
}

interface Zone {
  readonly start: number;
  readonly end: number;
  readonly isCode: boolean;
}

function zonesOf(tags: readonly Tag[]): Zone[] {
  const zones: Zone[] = [];
  let inside: Tag | null = null;
  for (const tag of tags) {
    if (inside === null && tag.kind === "open" && !tag.selfClosing && verbatim.has(tag.name)) inside = tag;
    else if (inside !== null && tag.kind === "close" && tag.name === inside.name) {
      zones.push({ start: inside.end, end: tag.start, isCode: inside.name === "code" || inside.name === "pre" });
      inside = null;
    }
  }
  return zones;
}

/** The chart elements that are in the page itself; a figure has the class too. */
function elementsIn(html: string, tags: readonly Tag[], zones: readonly Zone[]): Omit<Spot, "under">[] {
  const found: Omit<Spot, "under">[] = [];
  for (const tag of tags) {
    if (tag.kind !== "open" || !hasClass(tag, "flot") || hasClass(tag, "chart")) continue;
    if (tag.start < (found.at(-1)?.end ?? 0) || zones.some(({ start, end }) => start <= tag.start && tag.end <= end))
      continue;
    const end = elementEnd(html, tag, tag.start);
    const attributes = tag.attributes.map((one) => ({
      ...one,
      start: one.start - tag.start,
      end: one.end - tag.start,
    }));
    const own: Tag = { ...tag, start: 0, end: tag.end - tag.start, attributes };
    found.push({ start: tag.start, end, element: { tag: own, html: html.slice(tag.start, end), offset: tag.start } });
  }
  return found;
}

function levelAbove(tags: readonly Tag[], offset: number): number {
  const heading = tags.findLast(({ kind, name, end }) => kind === "open" && end <= offset && /^h[1-6]$/.test(name));
  return heading ? Number(heading.name.slice(1)) : 1;
}

interface Paragraph {
  readonly open: Tag;
  readonly close: Tag;
}

/** Paragraphs that are closed; none holds another. */
function paragraphsOf(tags: readonly Tag[]): Paragraph[] {
  const all = tags.filter(({ name }) => name === "p");
  return all.flatMap((open, index) => {
    const close = all[index + 1];
    return open.kind === "open" && close?.kind === "close" ? [{ open, close }] : [];
  });
}

interface Placed extends Spot {
  readonly text: string;
}

function editsOf(html: string, paragraphs: readonly Paragraph[], spots: readonly Placed[]): Edit[] {
  const homes = new Map<Paragraph | Placed, Placed[]>();
  for (const spot of spots) {
    const home = paragraphs.find(({ open, close }) => open.end <= spot.start && spot.end <= close.start) ?? spot;
    homes.set(home, [...(homes.get(home) ?? []), spot]);
  }
  return [...homes].map(([home, inside]) => ("open" in home ? splitParagraph(html, home, inside) : home));
}

function splitParagraph(html: string, { open, close }: Paragraph, spots: readonly Placed[]): Edit {
  const tag = html.slice(open.start, open.end);
  const part = (start: number, end: number): string => {
    const words = html.slice(start, end).replace(/^(?:\s|<br\s*\/?>)+|(?:\s|<br\s*\/?>)+$/gi, "");
    return words === "" ? "" : `${tag}${words}</p>\n`;
  };
  let at = open.end;
  let text = "";
  for (const spot of spots) {
    text += part(at, spot.start) + spot.text;
    at = spot.end;
  }
  return { start: open.start, end: close.end, text: text + part(at, close.start) };
}
