import type { Diagnostic } from "../../source/diagnostic.ts";
import { diagnose } from "../../source/source.ts";
import { parseFrontMatter } from "../posts/front-matter.ts";
import type { Published } from "../charts/published.ts";
import type { Listed } from "../posts/listed.ts";

/** Two posts with one id are one post to everybody who reads the feed: the second never arrives. */
export function checkIds(oldestFirst: readonly Listed[]): Diagnostic[] {
  const owners = new Map<string, Listed>();
  return oldestFirst.flatMap((entry) => {
    const { head, source, file } = entry;
    if (head.id === null) return [];
    const owner = owners.get(head.id);
    owners.set(head.id, owner ?? entry);
    if (!owner) return [];
    const help = "Let `uuidgen` make another one for this post: it was copied with its text.";
    const [offset = 0] = parseFrontMatter(source).fields.offsetsOf([{ path: ["id"] }]);
    return [diagnose(source, offset, "duplicate-id", `${file} has the id of ${owner.file}`, help)];
  });
}

/** A page of the author's at the address of one that the site makes itself, or of another. */
export function checkAddresses(pages: readonly Listed[], paths: readonly string[]): Diagnostic[] {
  const uses = new Map(pages.map(({ path }) => [path.toLowerCase(), 0]));
  for (const one of paths) {
    const path = one.toLowerCase();
    if (uses.has(path)) uses.set(path, uses.get(path)! + 1);
  }
  return pages.flatMap(({ file, path, source }) => {
    if (uses.get(path.toLowerCase())! < 2) return [];
    const help = "Give the file another name.";
    return [diagnose(source, 0, "duplicate-address", `${file} has the address ${path}, which another page has`, help)];
  });
}

/** Datasets whose names differ in capital letters alone: many file systems, and with them some hosts, keep one of the two. */
export function checkDatasetNames(datasets: readonly Published[]): Diagnostic[] {
  const owners = new Map<string, string>();
  return datasets.flatMap(({ name }) => {
    const owner = owners.get(name.toLowerCase());
    owners.set(name.toLowerCase(), owner ?? name);
    if (owner === undefined) return [];
    const fact = `the address of data/${owner}.json is the same but for capital letters, which not every host tells apart`;
    const help = "Rename one of the files, and its name in the posts that show it.";
    return [diagnose({ file: `data/${name}.json`, text: "" }, 0, "duplicate-address", fact, help)];
  });
}
