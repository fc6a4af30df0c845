import { type Claims, givenNames, type Names, notingNames } from "../charts/addresses.ts";
import type { SiteFile } from "../files.ts";
import type { Around } from "../lint.ts";
import type { Sanitiser } from "../markdown/sanitise/sanitiser.ts";
import { createMemory } from "../memory.ts";
import { textPages } from "../pages/all.ts";
import type { View } from "../pages/view.ts";
import { type Entry, parseEntry } from "../posts/entry.ts";
import { type Project, type Setting, toProject } from "../project.ts";
import { textFiles } from "./whole.ts";
import type { From } from "./known.ts";
import type { Text } from "./text.ts";

/** A post that is read and decided: a project of one text. */
export interface Opened {
  readonly project: Project;
  /** Null where the text cannot be read at all. */
  readonly post: Entry | null;
  /** Its pages and files by their paths, made when they are asked for. */
  views(): ReadonlyMap<string, View>;
  files(): ReadonlyMap<string, SiteFile>;
}

/** A post that is opened for the first time. */
export interface Noting extends Opened {
  readonly noted: Pick<From, "names" | "evidence" | "day">;
}

/** All that posts of a build have in common when they are opened. */
export type Common = Setting & { readonly sanitiser: Sanitiser | null };

/** Opens a post again. */
export function openAgain(text: Text, common: Common, { names }: From): Opened {
  return open(text, { ...common, names: givenNames(names.given) });
}

/** Opens a post, and notes on what of the things around it it depends. */
export function openNoting(text: Text, common: Common, names: Names): Noting {
  const claims: Claims = { asked: [], given: [] };
  const evidence = new Map<string, string | null>();
  const { today, files } = common.lint;
  let isDated = false;
  const lint: Around = {
    today,
    dated: () => (isDated = true),
    files: {
      sha256(file) {
        const sum = files.sha256(file);
        evidence.set(file, sum);
        return sum;
      },
    },
  };
  const opened = open(text, { ...common, lint, names: notingNames(names, claims) });
  // what the rules find depends on the day and on files
  if (opened.post) opened.project.lintOf(opened.post);
  return { ...opened, noted: { names: claims, evidence: [...evidence], day: isDated ? today : null } };
}

function open({ source: { file, text }, found }: Text, { sanitiser, ...setting }: Common): Opened {
  const memory = createMemory(setting.memory.cache, false);
  const read = parseEntry({ file, text }, found, "post", setting.site.drafts, sanitiser);
  const project = toProject({ ...setting, memory }, read.entry ? [read.entry] : [], read.diagnostics);
  let views: ReadonlyMap<string, View> | null = null;
  let files: ReadonlyMap<string, SiteFile> | null = null;
  return {
    project,
    post: project.posts[0] ?? null,
    views: () => (views ??= new Map(textPages(project).map((view) => [view.path, view]))),
    files: () => (files ??= new Map(textFiles(project).map((file) => [file.path, file]))),
  };
}
