import { applyEdits, type Edit } from "./edit.ts";
import { scanTags } from "./tags.ts";

/** What has no meaning, or a dangerous one, outside the site's own pages. */
export const activeElements: ReadonlySet<string> = new Set([
  "script",
  "style",
  "button",
  "form",
  "iframe",
  "object",
  "embed",
  "template",
  "link",
  "meta",
]);

/** HTML without the elements that do something, and without what they hold. */
export function withoutActive(html: string): string {
  const edits: Edit[] = [];
  const open: string[] = [];
  let start = 0;
  for (const tag of scanTags(html)) {
    if (!activeElements.has(tag.name)) continue;
    if (tag.kind === "open" && open.length === 0) start = tag.start;
    if (tag.kind === "open" && !tag.selfClosing && !isVoid(tag.name)) open.push(tag.name);
    else if (tag.kind === "close" && open.at(-1) === tag.name) open.pop();
    else if (tag.kind === "close" && open.length === 0) start = tag.start;
    if (open.length === 0) edits.push({ start, end: tag.end, text: "" });
  }
  if (open.length > 0) edits.push({ start, end: html.length, text: "" });
  return applyEdits(html, edits);
}

function isVoid(name: string): boolean {
  return name === "embed" || name === "link" || name === "meta";
}
