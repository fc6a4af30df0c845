import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { imageSize } from "image-size";
import type { Listed } from "./posts/listed.ts";
import { resolveAddress, type Surroundings } from "./posts/resolve.ts";
import type { Outline } from "./outline.ts";

/** What must be known of a project to find its pictures. */
export type Shown = Surroundings & Pick<Outline, "root" | "memory">;

/** In CSS pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/**
 * The sizes of the pictures of this site that an article shows, by the address that the author wrote: with them in the page, the text
 * does not move when they arrive. Without those that are not there or that nobody can read.
 */
export function pictureSizes(project: Shown, entry: Listed): ReadonlyMap<string, Size> {
  const sizes = new Map<string, Size>();
  for (const { address, embedded } of entry.article.links) {
    const file = embedded ? fileOf(project, entry, address) : null;
    const size = file === null ? null : readSize(project, file);
    if (size) sizes.set(address, size);
  }
  return sizes;
}

function fileOf(project: Shown, entry: Listed, address: string): string | null {
  const target = resolveAddress(entry, address, project);
  if (target.kind !== "site") return null;
  const file = target.attachment ?? /^\/(assets\/[^?#%]+)/.exec(target.path)?.[1] ?? "";
  return /\.(?:png|jpe?g|gif|webp|avif|svg)$/i.test(file) && !file.includes("..") ? file : null;
}

/** What is wrong with a picture of this site that no browser can show, and what to do; null where nothing is, or nobody knows. */
export function faultOfPicture(project: Shown, entry: Listed, address: string): { fact: string; help: string } | null {
  const file = fileOf(project, entry, address);
  if (file === null || /\.avif$/i.test(file) || readSize(project, file)) return null;
  const path = join(project.root, file);
  if (!statSync(path, { throwIfNoEntry: false })?.isFile()) return null;
  const text = readFileSync(path, "latin1");
  if (/\.svg$/i.test(file) && /<svg[\s>]/.test(text)) return null;
  const fact = text === "" ? `${file} is empty` : `${file} is no picture that a browser can show`;
  const isPointer = text.startsWith("version https://git-lfs");
  const help = isPointer ? "It is a pointer of Git LFS: `git lfs pull` brings the picture." : "Save the picture again.";
  return { fact, help };
}

function readSize({ root, memory }: Shown, file: string): Size | null {
  const path = join(root, file);
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat?.isFile()) return null;
  // A copy: the reader looks beyond the end of a short one, and Node keeps many in one buffer.
  return memory.keep(`size ${file}`, [stat.mtimeMs, stat.size], () => parseSize(new Uint8Array(readFileSync(path))));
}

/** As wide as text, and a little more: stylesheets make pictures smaller, not larger. */
const FULL = 720;

/** Whether an SVG says its shape alone (`viewBox`): browsers show it as wide as there is room. */
function hasShapeOnly(svg: string): boolean {
  return !/<svg\s[^>]*?\s?(?:width|height)=["'][\d.]+[a-z]*["']/.test(svg);
}

/** What browsers show; the reader also takes a few zeros for a picture of 1984 (TGA). */
const shown = new Set<string | undefined>(["png", "jpg", "gif", "webp", "heif", "svg"]);

/** As browsers show it: a photograph may have been taken with the camera on its side. Null for what is no picture. */
function parseSize(bytes: Uint8Array): Size | null {
  try {
    const { width, height, orientation = 1, type } = imageSize(bytes);
    if (!shown.has(type)) return null;
    const scale = type === "svg" && hasShapeOnly(new TextDecoder().decode(bytes)) ? FULL / width : 1;
    const [across, down] = orientation > 4 ? [height, width] : [width * scale, height * scale];
    return across > 0 && down > 0 ? { width: Math.round(across), height: Math.max(1, Math.round(down)) } : null;
  } catch {
    // The reader throws at whatever it does not know; a browser may know more, and a broken picture is not the build's business.
    return null;
  }
}
