import { scanTags } from "./tags.ts";

/** Where HTML ends within something that swallows what follows: a comment, a tag, or an element that holds no elements. */
export interface OpenEnd {
  readonly kind: "comment" | "tag" | "element";
  /** The comment's or the tag's beginning. */
  readonly start: number;
  /** What stands there: `<!--`, `<details`, `<textarea>`. */
  readonly text: string;
}

/** Elements whose insides are text up to their closing tag (HTML, 13.2.5.1), whatever stands there. */
const textOnly = new Set(["script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes", "plaintext"]);

/** What is open where a piece of HTML ends, so that a browser would take the next one for a part of it; null where nothing is. */
export function openEnd(html: string): OpenEnd | null {
  // A tag behind it is a tag only where nothing is open.
  const tags = scanTags(`${html}<x-end>`);
  const last = tags.at(-1);
  if (last?.name === "x-end" && last.start === html.length) return null;
  const whole = tags.filter(({ end }) => end <= html.length);
  const before = whole.at(-1);
  if (before?.kind === "open" && textOnly.has(before.name))
    return { kind: "element", start: before.start, text: html.slice(before.start, before.end) };
  const begin = /<(?:!--|[a-z/!?][^\s>]*)/gi;
  begin.lastIndex = before?.end ?? 0;
  for (let found = begin.exec(html); found !== null; found = begin.exec(html)) {
    const isComment = found[0].startsWith("<!--");
    const closed = isComment ? html.indexOf("-->", found.index + 2) : -1;
    if (closed === -1)
      return { kind: isComment ? "comment" : "tag", start: found.index, text: isComment ? "<!--" : found[0] };
    begin.lastIndex = closed + 3;
  }
  return null;
}
