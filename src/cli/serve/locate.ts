import { statSync } from "node:fs";
import { join } from "node:path";

export type Location =
  | { readonly kind: "file"; readonly file: string; readonly path: string }
  | { readonly kind: "redirect"; readonly path: string }
  | { readonly kind: "missing" };

const missing: Location = { kind: "missing" };

/**
 * What a static host answers to a path: `/a.html` and `/a` give a.html, `/b/` gives b/index.html, `/b` is sent to `/b/`.
 * `pathname` is still percent-encoded and starts with a slash. Nothing outside `root`, and nothing hidden, is ever found.
 */
export function locate(root: string, pathname: string): Location {
  const segments = decode(pathname)?.split("/");
  if (!segments || segments.some(forbidden)) return missing;
  const path = segments.join("/");
  const found = kindOf(join(root, path));
  const slash = path.endsWith("/");
  if (found === "directory") return slash ? file(root, `${path}index.html`) : redirect(root, path);
  if (slash) return missing;
  return found === "file" ? file(root, path) : file(root, `${path}.html`);
}

function decode(pathname: string): string | null {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return null;
  }
}

/** A step upwards, a hidden file, or a character with which a file system plays tricks. */
function forbidden(segment: string): boolean {
  // oxlint-disable-next-line no-control-regex -- a zero ends names in C
  return (segment.startsWith(".") && segment !== ".well-known") || /[\\\0:?#]/.test(segment);
}

function file(root: string, path: string): Location {
  return kindOf(join(root, path)) === "file" ? { kind: "file", file: join(root, path), path } : missing;
}

function redirect(root: string, path: string): Location {
  const target = `/${path.replace(/^\/+/, "")}/`;
  return kindOf(join(root, path, "index.html")) === "file" ? { kind: "redirect", path: encodeURI(target) } : missing;
}

function kindOf(path: string): "file" | "directory" | null {
  try {
    const stats = statSync(path);
    return stats.isFile() ? "file" : stats.isDirectory() ? "directory" : null;
  } catch {
    // not there, below a file, too long: there is no such page
    return null;
  }
}
