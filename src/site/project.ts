import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { type Diagnostic, sortDiagnostics } from "../source/diagnostic.ts";
import type { LintResult } from "../benchmark/lint/lint.ts";
import type { Names } from "./charts/addresses.ts";
import { type Datasets, readDatasets } from "./charts/datasets.ts";
import type { Figure } from "./charts/figure.ts";
import { decideFigures } from "./charts/decide.ts";
import { type Around as LintAround, evidenceIn, lintEntry } from "./lint.ts";
import type { Flot, Quote } from "./markdown/article.ts";
import type { Sanitiser } from "./markdown/sanitise/sanitiser.ts";
import { createMemory, type Memory } from "./memory.ts";
import type { Outline } from "./outline.ts";
import { isInside, linksOut } from "./project-file.ts";
import { readDocument } from "./posts/document.ts";
import { type Entry, readEntry, type ReadEntry } from "./posts/entry.ts";
import { findPages, findPosts } from "./posts/find.ts";
import type { Listed } from "./posts/listed.ts";
import { quoteHeads } from "./posts/quoted-heads.ts";
import type { Surroundings } from "./posts/resolve.ts";
import { decideQuotes } from "./quotes.ts";
import type { Site } from "./site.ts";
import { readUtf8 } from "./utf8.ts";

/** Everything that the author wrote, read and decided: what the pages, feeds and files of the site are made from. */
export interface Project extends Outline {
  readonly posts: readonly Entry[];
  readonly pages: readonly Entry[];
  readonly datasets: Datasets;
  /** The charts of an article in its order. */
  figuresOf(entry: Entry): readonly Figure[];
  /** The chart of an element; null where it could not be decided. */
  figureAt(flot: Flot): Figure | null;
  /** What stands for a quotation of data; a dash where it could not be computed. */
  quoteAt(quote: Quote): string;
  /** Names of the datasets that some text quotes. */
  readonly quoted: ReadonlySet<string>;
  /** What the rules of honest benchmarking say of a post. */
  lintOf(entry: Entry): LintResult;
  neighboursOf(post: Entry): Neighbours;
  readonly diagnostics: readonly Diagnostic[];
}

/** The posts before and after one. */
export interface Neighbours {
  readonly newer: Listed | null;
  readonly older: Listed | null;
}

/**
 * Reads a project from disk. What is wrong comes with the result, from all files at once. `today` is the day on which a
 * measurement is old or not; a site whose HTML is sanitised needs what does that.
 */
export function readProject(
  root: string,
  site: Site,
  memory: Memory = createMemory(),
  today: string = isoToday(),
  sanitiser: Sanitiser | null = null,
): Project {
  if (site.html === "sanitised" && sanitiser === null) throw new Error("a sanitiser is asked for and none is given");
  const { found, diagnostics } = findPosts(root);
  const read = found.map((one) => readEntry(root, one, "post", site.drafts, memory, sanitiser));
  const readPages = readOwnPages(root, site, memory, sanitiser);
  const texts = [
    ...read.flatMap(({ entry }) => entry ?? []).sort(oldestFirst),
    ...readPages.flatMap(({ entry }) => entry ?? []),
  ];
  const paths = new Map(texts.map(({ file, path }) => [file, path]));
  const posts = new Map<string, Neighbours>();
  const around = aroundIn(root, (file) => paths.get(file) ?? null, posts);
  const given = [...diagnostics, ...linksOut(root, "assets"), ...[...read, ...readPages].flatMap(faultsOf)];
  const setting: Setting = { root, site, memory, around, lint: { today, files: evidenceIn(root, memory) } };
  const project = toProject(setting, texts, given);
  for (const [post, one] of neighboursIn(project.posts)) posts.set(post.file, one);
  return project;
}

/** With what the texts of a project are decided: with what they say themselves, all that they depend on. */
export interface Setting {
  readonly root: string;
  readonly site: Site;
  readonly memory: Memory;
  /** What is kept of datasets; the memory where nothing else is said. */
  readonly shelf?: Memory;
  readonly around: Surroundings & Pick<Project, "neighboursOf">;
  readonly lint: LintAround;
  /** Names of the datasets that there are, where somebody knows them. */
  readonly known?: ReadonlySet<string>;
  /** Who has which address among files. */
  readonly names?: Names;
}

/** Decides texts, the posts oldest first and then the pages. `given` is what is wrong with them already. */
export function toProject(setting: Setting, texts: readonly Entry[], given: readonly Diagnostic[]): Project {
  const { root, site, memory, shelf = memory, around, known, names } = setting;
  const datasets = readDatasets(root, texts, shelf, "data", known);
  const heads = quoteHeads(texts, datasets, memory);
  const { entries } = heads;
  const figures = decideFigures(entries, datasets, memory, names);
  const quotations = decideQuotes(entries, datasets, memory);
  const project: Project = {
    root,
    site,
    posts: entries.filter(({ kind }) => kind === "post").toReversed(),
    pages: entries.filter(({ kind }) => kind === "page"),
    datasets,
    figuresOf: (entry) => entry.article.flots.flatMap((flot) => figures.byFlot.get(flot) ?? []),
    figureAt: (flot) => figures.byFlot.get(flot) ?? null,
    quoted: new Set([...heads.quoted, ...figures.quoted, ...quotations.quoted]),
    quoteAt: (quote) => quotations.texts.get(quote) ?? "–",
    ...around,
    diagnostics: sortDiagnostics([
      ...given,
      ...datasets.all.flatMap(({ dataset }) => (dataset.publishRaw ? linksOut(root, rawFolder(dataset.name)) : [])),
      ...datasets.diagnostics,
      ...heads.diagnostics,
      ...figures.diagnostics,
      ...quotations.diagnostics,
    ]),
    lintOf: (entry) => lintEntry(project, entry, setting.lint),
    memory,
  };
  return project;
}

/** The author's own pages and documents. */
export function readOwnPages(root: string, site: Site, memory: Memory, sanitiser: Sanitiser | null): ReadEntry[] {
  const { found, diagnostics } = findPages(root);
  return [
    { entry: null, diagnostics },
    ...found.map((one) => readEntry(root, one, "page", site.drafts, memory, sanitiser)),
    ...site.docs.map((name) => readDocument(root, name, memory, sanitiser)),
  ];
}

/** What lies around the texts of a project. */
export function aroundIn(
  root: string,
  pathOf: Surroundings["pathOf"],
  neighbours: ReadonlyMap<string, Neighbours>,
): Setting["around"] {
  return {
    pathOf,
    exists: (file) =>
      (statSync(join(root, file), { throwIfNoEntry: false })?.isFile() ?? false) && isInside(root, file),
    neighboursOf: ({ file }) => neighbours.get(file) ?? { newer: null, older: null },
  };
}

/** Each of the posts, newest first, and those beside it. */
export function neighboursIn<T extends Listed>(posts: readonly T[]): (readonly [T, Neighbours])[] {
  return posts.map((post, index) => [post, { newer: posts[index - 1] ?? null, older: posts[index + 1] ?? null }]);
}

/** The day on which a build is made, ISO. */
export function isoToday(): string {
  return new Date().toISOString().slice(0, 10);
}

/** The order in which posts got their addresses. */
export function oldestFirst(a: Pick<Entry, "date" | "path">, b: Pick<Entry, "date" | "path">): number {
  return a.date === b.date ? (a.path < b.path ? 1 : -1) : a.date < b.date ? -1 : 1;
}

export function faultsOf({ diagnostics }: ReadEntry): readonly Diagnostic[] {
  return diagnostics;
}

/** Where what lies behind a dataset is. */
export function rawFolder(dataset: string): string {
  return `data/raw/${dataset}`;
}

/** Reads a text file of a project; null where there is none. */
export function readText(root: string, file: string): string | null {
  return existsSync(join(root, file)) ? readUtf8(join(root, file), file) : null;
}
