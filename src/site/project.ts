import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { type Diagnostic, sortDiagnostics } from "../source/diagnostic.ts";
import type { LintResult } from "../benchmark/lint/lint.ts";
import { type Datasets, readDatasets } from "./charts/datasets.ts";
import type { Figure } from "./charts/figure.ts";
import { decideFigures } from "./charts/decide.ts";
import { lintEntry } from "./lint.ts";
import type { Flot, Quote } from "./markdown/article.ts";
import type { Sanitiser } from "./markdown/sanitise/sanitiser.ts";
import { createMemory, type Memory } from "./memory.ts";
import { isInside, linksOut } from "./project-file.ts";
import { readDocument } from "./posts/document.ts";
import { type Entry, readEntry } from "./posts/entry.ts";
import { findPages, findPosts } from "./posts/find.ts";
import { quoteHeads } from "./posts/quoted-heads.ts";
import { decideQuotes } from "./quotes.ts";
import type { Surroundings } from "./posts/resolve.ts";
import type { Site } from "./site.ts";

/** Everything that the author wrote, read and decided: what the pages, feeds and files of the site are made from. */
export interface Project extends Surroundings {
  /** Absolute path of its folder. */
  readonly root: string;
  readonly site: Site;
  /** Newest first. */
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
  readonly diagnostics: readonly Diagnostic[];
  /** What earlier builds made of the same sources. */
  readonly memory: Memory;
}

/**
 * Reads a project from disk. What is wrong comes with the result, from all files at once. `today` is the day on which a
 * measurement is old or not; a site whose HTML is sanitised needs what does that.
 */
export function readProject(
  root: string,
  site: Site,
  memory: Memory = createMemory(),
  today: string = new Date().toISOString().slice(0, 10),
  sanitiser: Sanitiser | null = null,
): Project {
  if (site.html === "sanitised" && sanitiser === null) throw new Error("a sanitiser is asked for and none is given");
  const { found, diagnostics } = findPosts(root);
  const read = found.map((one) => readEntry(root, one, "post", site.drafts, memory, sanitiser));
  const readPages = [
    ...findPages(root).map((one) => readEntry(root, one, "page", site.drafts, memory, sanitiser)),
    ...site.docs.map((name) => readDocument(root, name, memory, sanitiser)),
  ];
  const texts = [
    ...read.flatMap(({ entry }) => entry ?? []).sort((a, b) => newestFirst(b, a)),
    ...readPages.flatMap(({ entry }) => entry ?? []),
  ];
  const datasets = readDatasets(root, texts, memory);
  const heads = quoteHeads(texts, datasets, memory);
  const { entries } = heads;
  const posts = entries.filter(({ kind }) => kind === "post").toReversed();
  const pages = entries.filter(({ kind }) => kind === "page");
  const figures = decideFigures(entries, datasets, memory);
  const quotations = decideQuotes(entries, datasets, memory);
  const paths = new Map(entries.map(({ file, path }) => [file, path]));
  const project: Project = {
    root,
    site,
    posts,
    pages,
    datasets,
    figuresOf: (entry) => entry.article.flots.flatMap((flot) => figures.byFlot.get(flot) ?? []),
    figureAt: (flot) => figures.byFlot.get(flot) ?? null,
    quoted: new Set([...heads.quoted, ...figures.quoted, ...quotations.quoted]),
    quoteAt: (quote) => quotations.texts.get(quote) ?? "–",
    pathOf: (file) => paths.get(file) ?? null,
    exists: (file) =>
      (statSync(join(root, file), { throwIfNoEntry: false })?.isFile() ?? false) && isInside(root, file),
    diagnostics: sortDiagnostics([
      ...diagnostics,
      ...linksOut(root, "assets"),
      ...datasets.all.flatMap(({ dataset }) => (dataset.publishRaw ? linksOut(root, `data/raw/${dataset.name}`) : [])),
      ...[...read, ...readPages].flatMap((one) => one.diagnostics),
      ...datasets.diagnostics,
      ...heads.diagnostics,
      ...figures.diagnostics,
      ...quotations.diagnostics,
    ]),
    lintOf: (entry) => lintEntry(project, entry, today),
    memory,
  };
  return project;
}

/** Reads a text file of a project; null where there is none. */
export function readText(root: string, file: string): string | null {
  return existsSync(join(root, file)) ? readFileSync(join(root, file), "utf8") : null;
}

function newestFirst(a: Entry, b: Entry): number {
  return a.date === b.date ? (a.path < b.path ? -1 : 1) : a.date < b.date ? 1 : -1;
}
