import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Diagnostic } from "../../source/diagnostic.ts";
import { diagnose } from "../../source/source.ts";
import { parsePostName, type PostName } from "./name.ts";

/** A post's or page's text on disk. */
export interface Found {
  /** Relative to the project, with forward slashes. */
  readonly file: string;
  readonly name: PostName;
  /** The folder that belongs to the post alone, relative to the project; null for a single file. */
  readonly folder: string | null;
}

/** The posts of a project, oldest first: `posts/<date>-<slug>.md` and `posts/<date>-<slug>/index.md`. */
export function findPosts(root: string): { readonly found: readonly Found[]; readonly diagnostics: readonly Diagnostic[] } {
  const found: Found[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const entry of list(join(root, "posts"))) {
    const isFolder = entry.isDirectory();
    const base = isFolder ? entry.name : entry.name.replace(/\.md$/, "");
    const file = isFolder ? `posts/${base}/index.md` : `posts/${entry.name}`;
    if (isFolder ? !existsSync(join(root, file)) : !entry.name.endsWith(".md")) continue;
    const name = parsePostName(base);
    if (name) found.push({ file, name, folder: isFolder ? `posts/${base}` : null });
    else diagnostics.push(misnamed(file, base));
  }
  const owners = new Map<string, Found>();
  for (const one of found) {
    const { file, name } = one;
    const address = `${name.date} ${name.slug}`;
    const twin = owners.get(address);
    owners.set(address, twin ?? one);
    if (!twin) continue;
    const help = "Give one of them another slug, or delete it.";
    diagnostics.push(diagnose({ file, text: "" }, 0, "duplicate-address", `${twin.file} has the same address`, help));
  }
  return { found, diagnostics };
}

/** The author's own pages: `pages/about.md` becomes `/about.html`. */
export function findPages(root: string): readonly Found[] {
  return list(join(root, "pages")).flatMap((entry) => {
    const slug = /^([A-Za-z0-9][A-Za-z0-9._-]*)\.md$/.exec(entry.name)?.[1];
    return slug !== undefined && entry.isFile() ? [{ file: `pages/${entry.name}`, name: { date: "", slug }, folder: null }] : [];
  });
}

function misnamed(file: string, base: string): Diagnostic {
  const help = "Name it like 2026-11-23-some-slug.md: a day, then letters, digits and hyphens. Notes that are no posts belong elsewhere.";
  return diagnose({ file, text: "" }, 0, "post-name", `${JSON.stringify(base)} is not the name of a post`, help);
}

/** Entries of a folder by name, the same on every machine; hidden ones and the folder's own README are no posts. */
function list(folder: string) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !/^[._]|^readme\.md$/i.test(name))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}
