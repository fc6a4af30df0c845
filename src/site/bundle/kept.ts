import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Cache } from "../cache/cache.ts";
import { hashFiles } from "../cache/code-version.ts";
import { filesIn } from "../files.ts";
import { settled, stampOf } from "../parts/stamp.ts";
import { isPacked, packageRoot } from "../root.ts";
import { pack, type PackedFile, unpack } from "../search/pack.ts";
import { type Bundle, bundleAssets } from "./bundle.ts";

/** The bundle of a checkout as it was made of the same sources, installed packages and fonts; the published package has it made. */
export async function keptBundle(cache: Cache, make: () => Promise<Bundle> = bundleAssets): Promise<Bundle> {
  if (isPacked) return make();
  const sources = (): string[] => [keptHash(cache, sourceFiles())];
  const [first, ...files] = unpack(await cache.bytes("bundle", sources, async () => packBundle(await make())));
  const names = JSON.parse(new TextDecoder().decode(first!.content)) as Omit<Bundle, "files">;
  return { ...names, files };
}

function packBundle({ files, ...names }: Bundle): Uint8Array {
  const first = { path: "", content: Buffer.from(JSON.stringify(names)) };
  return pack([first, ...(files as readonly PackedFile[])]);
}

/** The hash of files, which are read only if the file system does not know all of them by the stamps that they had before. */
export function keptHash(cache: Cache, files: readonly string[]): string {
  const stamps = files.map((file) => settled(stampOf(file)));
  const make = (): string => hashFiles(files);
  return stamps.includes(null) ? make() : cache.text("sources", () => [JSON.stringify([files, stamps])], make);
}

/** All of src/, as nobody knows before what a bundle takes of it, the fonts, and what npm says of the packages that it has installed. */
function sourceFiles(): string[] {
  const folders = ["src", join("assets", "fonts")].map((folder) => join(packageRoot, folder));
  const files = folders.flatMap((folder) => filesIn(folder).map((path) => join(folder, path)));
  const packages = ["package.json", "package-lock.json", join("node_modules", ".package-lock.json")];
  return [...files.sort(), ...packages.map((name) => join(packageRoot, name)).filter((file) => existsSync(file))];
}
