import { readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { type SiteFile, writeFiles } from "../files.ts";
import { packageRoot } from "../root.ts";

/** What the published package has instead of sources for the browser: files, and who they belong to. */
interface WithFiles {
  readonly files: readonly SiteFile[];
}

const folder = join(packageRoot, "dist", "assets");

/** Writes a bundle under a name, to be read by the published package. */
export async function writePacked(name: string, bundle: WithFiles): Promise<void> {
  const files = bundle.files.map(({ path }) => path);
  await writeFiles(
    folder,
    bundle.files.map(({ path, content }) => ({ path: basename(path), content })),
  );
  writeFileSync(join(folder, `${name}.json`), `${JSON.stringify({ ...bundle, files }, null, 2)}\n`);
}

/** Reads a bundle that was written under a name. */
export function readPacked<T extends WithFiles>(name: string): T {
  const { files, ...rest } = JSON.parse(readFileSync(join(folder, `${name}.json`), "utf8")) as { files: string[] };
  const read = files.map((path) => ({ path, content: readFileSync(join(folder, basename(path))) }));
  return { ...rest, files: read } as unknown as T;
}
