import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type SiteFile, visibleFilesIn } from "../files.ts";
import type { Outline } from "../outline.ts";
import type { Listed } from "./listed.ts";
import { attachmentPath, resolveAddress } from "./resolve.ts";

/** The files beside posts and pages that are published with them: all of a post's own folder, and what the texts name. */
export function attachments(project: Outline): SiteFile[] {
  const files = attachedFiles(project);
  return [...files].map(([path, file]) => ({ path, content: () => readFileSync(join(project.root, file)) }));
}

/** Those files, relative to the project, by their paths in the site. */
export function attachedFiles(project: Outline): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  for (const entry of [...project.posts, ...project.pages]) {
    for (const file of [...inFolder(project.root, entry), ...named(project, entry)]) {
      const path = attachmentPath(entry, file);
      if (!files.has(path)) files.set(path, file);
    }
  }
  return files;
}

function inFolder(root: string, { folder }: Listed): string[] {
  if (folder === null) return [];
  return visibleFilesIn(join(root, folder))
    .filter((path) => !path.endsWith(".md"))
    .map((path) => folder + path);
}

function named(project: Outline, entry: Listed): string[] {
  const addresses = [...entry.article.links.map(({ address }) => address), entry.head.image ?? ""];
  return addresses.flatMap((address) => {
    const target = resolveAddress(entry, address, project);
    return target.kind === "site" && target.attachment !== null ? [target.attachment] : [];
  });
}
