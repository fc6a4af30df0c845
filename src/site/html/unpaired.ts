import { scanTags, type Tag } from "./tags.ts";

/** Tags without their counterparts, of pieces of HTML that follow each other: for each piece those that no other tag belongs to. */
export function unpaired(pieces: readonly string[]): Tag[][] {
  const single = pieces.map(() => new Set<Tag>());
  const open = new Map<string, (() => void)[]>();
  for (const [index, html] of pieces.entries()) {
    for (const tag of scanTags(html)) {
      if (tag.selfClosing) continue;
      const alike = open.get(tag.name) ?? [];
      open.set(tag.name, alike);
      const pair = tag.kind === "close" ? alike.pop() : undefined;
      pair?.();
      if (pair) continue;
      single[index]!.add(tag);
      if (tag.kind === "open") alike.push(() => single[index]!.delete(tag));
    }
  }
  return single.map((tags) => [...tags]);
}
