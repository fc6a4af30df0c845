import { scanTags, type Tag } from "../../html/tags.ts";
import { unpaired } from "../../html/unpaired.ts";
import { hasClass } from "./raw-html.ts";

/** A chart's element whose closing tag was not in the same piece of HTML. */
export interface OpenFlot {
  name: string | null;
  depth: number;
}

/**
 * Chart elements that nothing closes, of texts of HTML that follow each other: for each text the offsets of their tags. Their authors
 * forgot the closing tag, and what follows is no part of them.
 */
export function unclosedFlots(texts: readonly string[]): readonly ReadonlySet<number>[] {
  return unpaired(texts).map(
    (tags) => new Set(tags.filter((tag) => tag.kind === "open" && hasClass(tag, "flot")).map(({ start }) => start)),
  );
}

const emptyParagraph = /<p(?:\s[^>]*)?>\s*<\/p>/gi;

/**
 * Cuts author's HTML at its chart elements: texts of HTML and the charts' tags, in order. What a chart's element holds
 * is dropped (it was for browsers without script), and a `<p>` around it is closed before and opened again after it. Those that begin
 * at the `unclosed` offsets hold nothing.
 */
export function splitHtml(html: string, open: OpenFlot, unclosed: ReadonlySet<number>): (string | Tag)[] {
  const pieces: (string | Tag)[] = [];
  let at = 0;
  let prefix = "";
  let inParagraph = false;
  const upTo = (end: number, suffix: string): void => {
    const piece = prefix + html.slice(at, end) + suffix;
    prefix = "";
    const tidy = piece.replace(emptyParagraph, "");
    if (tidy.trim() !== "") pieces.push(tidy);
  };
  for (const tag of scanTags(html)) {
    if (open.name !== null) {
      if (tag.name !== open.name || tag.selfClosing) continue;
      open.depth += tag.kind === "open" ? 1 : -1;
      if (open.depth > 0) continue;
      open.name = null;
      // Dropped up to here when the element began in this piece; otherwise only the closing tag goes.
      if (at < 0) at = tag.end;
      else {
        upTo(tag.start, "");
        at = tag.end;
      }
    } else if (tag.kind === "open" && hasClass(tag, "flot")) {
      upTo(tag.start, inParagraph ? "</p>" : "");
      pieces.push(tag);
      if (inParagraph) prefix = "<p>";
      if (tag.selfClosing || unclosed.has(tag.start)) at = tag.end;
      else {
        open.name = tag.name;
        open.depth = 1;
        at = -1;
      }
    } else if (tag.name === "p") inParagraph = tag.kind === "open";
  }
  if (at >= 0) {
    upTo(html.length, "");
  }
  return pieces;
}
