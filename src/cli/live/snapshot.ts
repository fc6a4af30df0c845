import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";

/** Path to what changes when a file does. */
export type Snapshot = ReadonlyMap<string, string>;

/** Folders of a project that no page is made from. */
const besides = new Set(["node_modules", "test", "lab", "bench", "bin"]);

/** All files of a project that a page may be made from. Hidden folders and those with an underscore (`_site`) are left out. */
export function takeSnapshot(project: string): Snapshot {
  const files = new Map<string, string>();
  const visit = (folder: string): void => {
    for (const entry of entriesOf(join(project, folder))) {
      const path = folder ? `${folder}/${entry.name}` : entry.name;
      if (!entry.isDirectory()) files.set(path, stampOf(join(project, path)));
      else if (!/^[._]/.test(entry.name) && !(folder === "" && besides.has(entry.name))) visit(path);
    }
  };
  visit("");
  return files;
}

/** The paths that are new, gone or different. */
export function differences(before: Snapshot, after: Snapshot): string[] {
  const touched = [...after].filter(([path, stamp]) => before.get(path) !== stamp).map(([path]) => path);
  const gone = [...before.keys()].filter((path) => !after.has(path));
  return [...touched, ...gone].sort();
}

function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    // gone since its parent was read; the next snapshot knows
    return [];
  }
}

function stampOf(path: string): string {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats ? `${stats.mtimeMs} ${stats.size} ${stats.ino}` : "";
}
