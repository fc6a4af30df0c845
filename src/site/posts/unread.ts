import { existsSync } from "node:fs";
import { join, posix } from "node:path";
import type { Diagnostic } from "../../source/diagnostic.ts";
import { diagnose } from "../../source/source.ts";
import { filesIn } from "../files.ts";
import { isLeftAlone, parsePostName } from "./name.ts";

/**
 * Warnings for the texts of a folder in `posts/` that its author takes for posts and nobody reads: all of them where there is no
 * `index.md`, and beside one those that are named like posts. Notes beside a post are the author's.
 */
export function unreadPosts(root: string, folder: string): Diagnostic[] {
  const isPost = existsSync(join(root, folder, "index.md"));
  const texts = textsBelow(root, folder).filter((file) => file !== `${folder}/index.md`);
  const lost = isPost ? texts.filter((file) => parsePostName(posix.basename(ownPath(file), ".md"))) : texts;
  return lost.map((file) => unread("post", file, texts.length === 1 && !isPost ? wayOfOnly(folder, file) : wayOf(file)));
}

/** The same for a folder in `pages/`, where no page stands. */
export function unreadPages(root: string, folder: string): Diagnostic[] {
  return textsBelow(root, folder).map((file) => unread("page", file, `Move it to pages/ itself. ${elsewhere}`));
}

const elsewhere = "Folders whose names begin with _ are left alone.";

function unread(kind: "post" | "page", file: string, help: string): Diagnostic {
  const fact = `no ${kind} is made of a text in this folder`;
  return diagnose({ file, text: "" }, 0, "unread-text", fact, help, "warning");
}

/** The only text in a folder that is named like a post can be meant for its `index.md`. */
function wayOfOnly(folder: string, file: string): string {
  return parsePostName(posix.basename(folder)) ? `Rename it to ${folder}/index.md.` : wayOf(file);
}

function wayOf(file: string): string {
  const own = ownPath(file);
  const name = posix.basename(own);
  if (parsePostName(posix.basename(name, ".md"))) return `Move ${own === file ? "it" : "its folder"} to posts/${name}. ${elsewhere}`;
  return `Move it to posts/ itself, under a name like 2026-11-23-some-slug.md; draft: true keeps it to dev. ${elsewhere}`;
}

/** What has the name of a text: its file, or the folder whose `index.md` it is. */
function ownPath(file: string): string {
  return posix.basename(file) === "index.md" ? posix.dirname(file) : file;
}

function textsBelow(root: string, folder: string): string[] {
  return filesIn(join(root, folder))
    .filter((path) => path.endsWith(".md") && !path.slice(1).split("/").some(isLeftAlone))
    .map((path) => folder + path)
    .sort();
}
