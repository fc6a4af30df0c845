import type { Size } from "../pictures.ts";
import { applyEdits } from "./edit.ts";
import { scanTags, type Tag } from "./tags.ts";

/** Author's HTML in which each `<img>` has the width and height of its file, where they are known and the author gave none. */
export function withSizes(html: string, sizeOf: (address: string) => Size | null): string {
  const edits = scanTags(html).flatMap((tag) => {
    const size = isUnsized(tag) ? sizeOf(sourceOf(tag)) : null;
    if (size === null) return [];
    const at = tag.start + "<img".length;
    return [{ start: at, end: at, text: ` width="${size.width}" height="${size.height}"` }];
  });
  return applyEdits(html, edits);
}

/** An `<img>` of which nobody said how large it is. */
export function isUnsized({ kind, name, attributes }: Tag): boolean {
  return kind === "open" && name === "img" && !attributes.some((one) => one.name === "width" || one.name === "height");
}

/** The address of a picture, as it is written. */
export function sourceOf({ attributes }: Tag): string {
  return attributes.find(({ name }) => name === "src")?.value.trim() ?? "";
}
