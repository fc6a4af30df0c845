import { fstatSync, readdirSync, type Stats, statSync } from "node:fs";
import { join } from "node:path";

/** Path to what changes when a file does. */
export type Snapshot = ReadonlyMap<string, string>;

/** Folders of a project that no page is made from. */
const besides = new Set(["node_modules", "test", "lab", "bench", "bin"]);

/** Logs beside the posts: what is said of a build would otherwise be a change, and the next build its answer. */
const log = /\.log$|^nohup\.out$/;

/**
 * All files of a project that a page may be made from. Left out are hidden folders, those with an underscore (`_site`), and the
 * files to which `outputs` (descriptors) lead.
 */
export function takeSnapshot(project: string, outputs: readonly number[] = [1, 2]): Snapshot {
  const files = new Map<string, string>();
  const written = new Set(outputs.map(fileOf));
  const visit = (folder: string): void => {
    for (const entry of entriesOf(join(project, folder))) {
      const path = folder ? `${folder}/${entry.name}` : entry.name;
      if (!entry.isDirectory()) {
        const stats = statSync(join(project, path), { throwIfNoEntry: false });
        const isOwn = (folder === "" && log.test(entry.name)) || (stats !== undefined && written.has(identity(stats)));
        if (!isOwn) files.set(path, stampOf(stats));
      } else if (!/^[._]/.test(entry.name) && !(folder === "" && besides.has(entry.name))) visit(path);
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

function fileOf(descriptor: number): string | null {
  try {
    return identity(fstatSync(descriptor));
  } catch {
    // closed: nothing is written there
    return null;
  }
}

function identity({ dev, ino }: Stats): string {
  return `${dev} ${ino}`;
}

function stampOf(stats: Stats | undefined): string {
  return stats ? `${stats.mtimeMs} ${stats.size} ${stats.ino}` : "";
}
