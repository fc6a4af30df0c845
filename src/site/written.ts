import { createHash } from "node:crypto";
import { inLanes } from "./lanes.ts";
import { removeFiles, type SiteFile, writeFiles } from "./files.ts";
import type { MadeSite } from "./make.ts";
import type { View } from "./pages/view.ts";
import { noPrevious, type Previous } from "./previous.ts";

interface Page {
  readonly view: View;
  readonly content: string;
}

/** Files that are taken over at a stretch: some milliseconds. */
const TAKEN = 200;

/** What lies in a folder from earlier builds of one process, so that the next one writes only what is different. */
export interface Written {
  /** Paths of the pages of a site that are new or different. Whoever asks writes them, or asks again. */
  changedPages(made: MadeSite): ReadonlySet<string>;
  /** Takes over what the site before has of the files, tells of each that is there then, and gives the others. */
  take(folder: string, files: readonly SiteFile[], done?: (file: SiteFile) => void): Promise<readonly SiteFile[]>;
  /** Writes those of the files that are new or different, several at once, and tells of each that is there. */
  write(folder: string, files: readonly SiteFile[], done?: (file: SiteFile) => void): Promise<void>;
  /** Notes that all pages of a site are written, and removes what it has no more; nothing where there is no next build. */
  settle(folder: string, made: MadeSite): void;
}

/**
 * `again` is whether this process builds again: then it keeps all pages and the hashes of all files in mind. Otherwise it takes over what
 * the site before has.
 */
export function createWritten(again: boolean, previous: Previous = noPrevious): Written {
  const pages = new Map<string, Page>();
  const files = new Map<string, { readonly file: SiteFile; readonly hash: string }>();
  let shared = "";

  return {
    changedPages(made) {
      if (shared !== JSON.stringify(made.shared)) pages.clear();
      const changed = made.pages.filter((path) => {
        const page = pages.get(path);
        return page === undefined || !isSame(page, pageOf(made, path));
      });
      // until all of them are written, none is
      for (const path of changed) pages.delete(path);
      return new Set(changed);
    },
    async take(folder, all, done = () => {}) {
      if (again) return all;
      const left: SiteFile[] = [];
      for (const [index, file] of all.entries()) {
        if (previous.take(folder, file)) done(file);
        else left.push(file);
        // other work of this process goes on between some of them
        if (index % TAKEN === 0) await new Promise(setImmediate);
      }
      return left;
    },
    async write(folder, all, done = () => {}) {
      await inLanes([all], async (file) => {
        if (!again) {
          await writeFiles(folder, [file]);
          previous.note(folder, file);
        } else if (files.get(file.path)?.file !== file) {
          const content = typeof file.content === "function" ? await file.content() : file.content;
          const hash = createHash("sha256").update(content).digest("hex");
          if (files.get(file.path)?.hash !== hash) await writeFiles(folder, [{ path: file.path, content }]);
          files.set(file.path, { file, hash });
        }
        done(file);
      });
    },
    settle(folder, made) {
      if (!again) return;
      const there = new Set([...made.pages, ...made.files.map(({ path }) => path)]);
      const gone = [...pages.keys(), ...files.keys()].filter((path) => !there.has(path));
      removeFiles(folder, gone);
      for (const path of gone) {
        pages.delete(path);
        files.delete(path);
      }
      for (const path of made.pages) pages.set(path, pageOf(made, path));
      shared = JSON.stringify(made.shared);
    },
  };
}

function pageOf(made: MadeSite, path: string): Page {
  return { view: made.viewAt(path), content: made.contentAt(path) };
}

function isSame(a: Page, b: Page): boolean {
  return a.content === b.content && (a.view === b.view || JSON.stringify(a.view) === JSON.stringify(b.view));
}
