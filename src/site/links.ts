import { join, posix } from "node:path";
import { existsSync } from "node:fs";
import type { Diagnostic } from "../source/diagnostic.ts";
import { nearest } from "../source/nearest.ts";
import { diagnose } from "../source/source.ts";
import { decodeAddress } from "./decode-address.ts";
import type { Link } from "./markdown/article.ts";
import { faultOfPicture } from "./pictures.ts";
import type { Listed } from "./posts/listed.ts";
import { resolveAddress } from "./posts/resolve.ts";
import type { Outline } from "./outline.ts";

/** Warnings for addresses in articles that lead nowhere, and for what pages would fetch from other hosts and may not. */
export function checkLinks(project: Outline, paths: ReadonlySet<string>): Diagnostic[] {
  const all = [...project.posts, ...project.pages];
  const places: Places = { project, paths, entries: new Map(all.map((entry) => [entry.path, entry])) };
  return all.flatMap((entry) => entry.article.links.flatMap((link) => checkLink(places, entry, link)));
}

/** Where a link may lead. */
interface Places {
  readonly project: Outline;
  readonly paths: ReadonlySet<string>;
  readonly entries: ReadonlyMap<string, Listed>;
}

function checkLink({ project, paths, entries }: Places, entry: Listed, link: Link): Diagnostic[] {
  const target = resolveAddress(entry, link.address, project);
  const warn = (code: string, fact: string, help: string): Diagnostic[] => [
    diagnose(entry.source, link.offset, code, fact, help, "warning"),
  ];
  if (link.address.trim() === "") {
    const help = link.embedded ? "Write the name of the file." : "Write where it leads, or keep its words alone.";
    return warn("dead-link", "the address is empty", help);
  }
  if (target.kind === "here") return checkFragment(entry, link.address, "this post", warn);
  const plain = decodeAddress(link.address);
  const address = entry.source.text.startsWith(plain, link.offset) ? plain : link.address;
  if (/^(?:[a-z]:[\\/]|file:)/i.test(plain)) {
    const help = "Put a copy into assets/ and name that: /assets/name.png.";
    return warn("dead-link", `${address} is a place on your own machine`, help);
  }
  if (target.kind === "elsewhere") {
    if (!link.embedded || !/^(?:https?:)?\/\//i.test(link.address)) return [];
    const help = "Put a copy beside the post and name that. The site's pages ask no other host for anything.";
    return warn("other-host", `${link.address} would come from another host`, help);
  }
  const path = decodeAddress(target.path.replace(/[?#].*$/s, ""));
  const file = path.endsWith("/") ? `${path}index.html` : path;
  const there = entries.get(file);
  if (there && target.path.includes("#")) {
    return checkFragment(there, target.path.slice(target.path.indexOf("#")), there.file, warn);
  }
  if (paths.has(file) || (file.startsWith("/assets/") && existsSync(join(project.root, file)))) {
    const fault = link.embedded ? faultOfPicture(project, entry, link.address) : null;
    return fault ? warn("unreadable-picture", fault.fact, fault.help) : [];
  }
  const way = wayTo({ project, paths, entries }, file, plain, entry.path);
  const otherwise = link.embedded
    ? "Put the file there, or mend the address."
    : "Mend the address, or leave it if the page is still to come.";
  return warn("dead-link", `${address} leads nowhere`, way ?? otherwise);
}

/** What the author of an address meant that leads nowhere; null where nobody knows. `written` is the address in the text. */
function wayTo({ project, paths }: Places, file: string, written: string, own: string): string | null {
  if (written.includes("\\")) return `Write the address with slashes: ${written.replaceAll("\\", "/")}`;
  if (/^www\./i.test(written)) return `Write the whole address: https://${written}`;
  if (/^[^/?#@\s]+@[^/?#@\s]+$/.test(written)) return `Write mailto:${written} for an address of mail.`;
  const name = posix.basename(file).replace(/\.(?:html|md)$/, "");
  const post = project.pathOf(`posts/${name}.md`) ?? project.pathOf(`posts/${name}/index.md`);
  const meant = post ?? sameName(file, paths, own) ?? nearest(file, alike(file, paths, own));
  return meant === null ? null : `Did you mean ${meant}?`;
}

/** The path that is the address but for its ending or capital letters, or the only one of a file of that name. */
function sameName(file: string, paths: ReadonlySet<string>, own: string): string | null {
  const wanted = file.toLowerCase();
  const others = [...paths].filter((path) => path !== own);
  const same = others.find((path) => [wanted, `${wanted}.html`].includes(path.toLowerCase()));
  const name = posix.basename(wanted);
  const named = others.filter((path) => posix.basename(path).toLowerCase() === name);
  return same ?? (named.length === 1 && name !== "index.html" ? named[0]! : null);
}

/** Paths that end in about the same name: two posts of one day are near to each other by their date alone. No page is what it links to by mistake. */
function alike(file: string, paths: ReadonlySet<string>, own: string): string[] {
  const name = posix.basename(file);
  return [...paths].filter((path) => path !== own && nearest(name, [posix.basename(path)]) !== null);
}

function checkFragment(
  { article }: Listed,
  address: string,
  where: string,
  warn: (code: string, fact: string, help: string) => Diagnostic[],
): Diagnostic[] {
  const id = decodeAddress(address.slice(1));
  const { ids } = article;
  if (id === "" || id === "top" || ids.has(id)) return [];
  const meant = nearest(id, ids);
  const help = meant === null ? "Headings and charts have ids; name one of them." : `Did you mean #${meant}?`;
  return warn("dead-link", `nothing in ${where} has the id ${JSON.stringify(id)}`, help);
}
