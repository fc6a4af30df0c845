import { posix } from "node:path";
import { decodeAddress } from "../decode-address.ts";
import type { Listed } from "./listed.ts";

/** What an address in an article means. */
export type Target =
  | { readonly kind: "elsewhere" }
  /** A place in the same page. */
  | { readonly kind: "here" }
  | {
      readonly kind: "site";
      /** Path in the site with query and fragment. */
      readonly path: string;
      /** The file beside the article that it names, relative to the project; null for everything else. */
      readonly attachment: string | null;
    };

/** What must be known of a project to resolve addresses. */
export interface Surroundings {
  /** The path of a post or page by its file. */
  pathOf(file: string): string | null;
  /** Whether a file of the project exists. */
  exists(file: string): boolean;
}

/**
 * Resolves an address as the author means it: `/…` is a path of the site, a relative one names a file beside the article
 * (a picture, or another post's Markdown) where there is such a file, and else an address beside the page.
 */
export function resolveAddress(entry: Listed, address: string, project: Surroundings): Target {
  if (address === "" || address.startsWith("#")) return { kind: "here" };
  if (/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(address)) return { kind: "elsewhere" };
  if (address.startsWith("/")) return { kind: "site", path: address, attachment: null };
  const [, plain = "", rest = ""] = /^([^?#]*)(.*)$/s.exec(address) ?? [];
  const file = posix.join(posix.dirname(entry.file), decodeAddress(plain));
  const page = project.pathOf(file);
  if (page !== null) return { kind: "site", path: page + rest, attachment: null };
  if (/^(?:assets|data)\//.test(file)) return { kind: "site", path: `/${encode(file)}${rest}`, attachment: null };
  if (/^(?:posts|pages|docs)\/.*(?<!\.md)$/.test(file) && project.exists(file)) {
    return { kind: "site", path: encode(attachmentPath(entry, file)) + rest, attachment: file };
  }
  return { kind: "site", path: posix.join(posix.dirname(entry.path), plain) + rest, attachment: null };
}

/** Where a file beside an article is published: in a folder named like the page. */
export function attachmentPath(entry: Listed, file: string): string {
  const home = entry.folder ?? posix.dirname(entry.file);
  const inner = posix.relative(home, file);
  return `${entry.path.replace(/\.html$/, "")}/${inner.startsWith("..") ? posix.basename(file) : inner}`;
}

/** Halves of a character, which YAML can write, stand in no address. */
function encode(path: string): string {
  return encodeURI(path.replace(/\p{Surrogate}/gu, "\uFFFD"));
}
