import type { Tag } from "../html/tags.ts";

/** A chart's element as it stands in a text. */
export interface Element {
  /** Its tag; offsets are from the element's beginning. */
  readonly tag: Tag;
  /** All of it. */
  readonly html: string;
  /** Where it begins in its text. */
  readonly offset: number;
}

/** Where the element of a tag ends that begins at an offset; behind the tag where no other closes it. */
export function elementEnd(text: string, { name, end, start, selfClosing }: Tag, offset: number): number {
  const behind = offset + end - start;
  if (selfClosing) return behind;
  const tags = new RegExp(`<(/?)${name}(?=[\\s/>])[^>]*>`, "gi");
  tags.lastIndex = behind;
  let depth = 1;
  for (let found = tags.exec(text); found; found = tags.exec(text)) {
    depth += found[1] === "" ? 1 : -1;
    if (depth === 0) return tags.lastIndex;
  }
  return behind;
}
