import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Diagnostic } from "../../source/diagnostic.ts";
import { diagnose } from "../../source/source.ts";
import { isLeftAlone, parsePostName, type PostName } from "./name.ts";
import { unreadPages, unreadPosts } from "./unread.ts";

/** A post's or page's text on disk. */
export interface Found {
  /** Relative to the project, with forward slashes. */
  readonly file: string;
  readonly name: PostName;
  /** The folder that belongs to the post alone, relative to the project; null for a single file. */
  readonly folder: string | null;
}

/** Texts of a folder, and what is wrong with where they lie. */
export interface FoundTexts {
  readonly found: readonly Found[];
  readonly diagnostics: readonly Diagnostic[];
}

/** The posts of a project, oldest first: `posts/<date>-<slug>.md` and `posts/<date>-<slug>/index.md`. */
export function findPosts(root: string): FoundTexts {
  const found: Found[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const entry of list(join(root, "posts"))) {
    const isFolder = entry.isDirectory();
    if (isFolder) diagnostics.push(...unreadPosts(root, `posts/${entry.name}`));
    const file = isFolder ? `posts/${entry.name}/index.md` : `posts/${entry.name}`;
    if (isFolder ? !existsSync(join(root, file)) : !isMarkdown(entry.name)) continue;
    const base = isFolder ? entry.name : entry.name.replace(/\.md$/, "");
    const name = isFolder || base !== entry.name ? parsePostName(base) : null;
    if (name) found.push({ file, name, folder: isFolder ? `posts/${base}` : null });
    else diagnostics.push(misnamed(file, base));
  }
  return { found, diagnostics: [...diagnostics, ...twins(found)] };
}

/** The author's own pages: `pages/about.md` becomes `/about.html`. */
export function findPages(root: string): FoundTexts {
  const found: Found[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const entry of list(join(root, "pages"))) {
    const file = `pages/${entry.name}`;
    if (entry.isDirectory()) diagnostics.push(...unreadPages(root, file));
    if (!entry.isFile() || !isMarkdown(entry.name)) continue;
    const slug = /^([A-Za-z0-9][A-Za-z0-9._-]*)\.md$/.exec(entry.name)?.[1];
    if (slug !== undefined) found.push({ file, name: { date: "", slug }, folder: null });
    else {
      const help = "Name it like about.md: letters A to Z, digits, hyphens. Its name is its address.";
      const fact = `${JSON.stringify(entry.name)} is not the name of a page`;
      diagnostics.push(diagnose({ file, text: "" }, 0, "page-name", fact, help));
    }
  }
  return { found, diagnostics };
}

/** Posts at one address, also for hosts and file systems that do not tell `A` from `a`. */
function twins(found: readonly Found[]): Diagnostic[] {
  const owners = new Map<string, Found>();
  return found.flatMap((one) => {
    const { file, name } = one;
    const address = `${name.date} ${name.slug.toLowerCase()}`;
    const twin = owners.get(address);
    owners.set(address, twin ?? one);
    if (!twin) return [];
    const isSame = twin.name.slug === name.slug;
    const fact = isSame
      ? `${twin.file} has the same address`
      : `the address of ${twin.file} is the same but for capital letters, which not every host tells apart`;
    const help = "Give one of them another slug, or delete it.";
    return [diagnose({ file, text: "" }, 0, "duplicate-address", fact, help)];
  });
}

function misnamed(file: string, base: string): Diagnostic {
  const help = "Name it like 2026-11-23-some-slug.md: a day, then letters, digits and hyphens. Notes that are no posts belong elsewhere.";
  return diagnose({ file, text: "" }, 0, "post-name", `${JSON.stringify(base)} is not the name of a post`, help);
}

/** Other endings that editors and generators give to Markdown are told, not left out. */
function isMarkdown(name: string): boolean {
  return /\.(?:md|mdx|markdown|mdown|mkd)$/i.test(name);
}

/** Entries of a folder by name, the same on every machine. */
function list(folder: string) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !isLeftAlone(name))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}
