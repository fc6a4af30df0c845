import { createHash } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import type { Evidence, LintArticle, LintChart } from "../benchmark/lint/article.ts";
import { toLintDataset } from "../benchmark/lint/dataset.ts";
import { lint, type LintResult } from "../benchmark/lint/lint.ts";
import type { Loaded } from "./charts/datasets.ts";
import { describeChart } from "./charts/describe.ts";
import type { Entry } from "./posts/entry.ts";
import { readHead } from "./posts/head.ts";
import type { Memory } from "./memory.ts";
import type { Project } from "./project.ts";

const nothing: LintResult = { found: () => [], contradictions: [], waived: [], diagnostics: [] };

/** What a judgement depends on beside the post and its data. */
export interface Around {
  /** An ISO day: a measurement is old on it or not. */
  readonly today: string;
  readonly files: Evidence;
  /** Is told when the day was asked for. */
  readonly dated?: () => void;
}

/** What the rules of honest benchmarking say of a post: nothing where it is on no benchmark. */
export function lintEntry(project: Project, entry: Entry, { today, files, dated }: Around): LintResult {
  const { site, datasets: all, figureAt, memory } = project;
  const loaded = all.of(entry);
  if (entry.kind === "page" || loaded.length === 0) return nothing;
  const figures = entry.article.flots.map(figureAt);
  const vouched = [entry.bench?.method.artefacts.data, ...loaded.flatMap(rawFiles)].map(
    (file) => file && files.sha256(file),
  );
  const said = JSON.stringify([site.lint, site.language, today, vouched]);
  const sources = [entry, ...loaded, ...figures.map((figure) => figure?.chart), said];
  return memory.keep(`lint ${entry.file}`, sources, () => {
    const datasets = loaded.map((one) => toLintDataset(one.dataset, one.located, entry.bench));
    const charts = entry.article.flots.flatMap((flot): LintChart[] => {
      const chart = figureAt(flot)?.chart;
      const id = flot.id;
      const described = chart && id !== null ? describeChart(entry, { ...flot, id }, loaded).described : null;
      const dataset = described && datasets[loaded.indexOf(described.loaded)];
      return chart && dataset ? [{ chart, dataset, written: described.written, at: described.spotOf }] : [];
    });
    const { source, fields, bodyOffset, bench } = entry;
    const { title, summary } = readHead(fields, entry.kind).head;
    const { language } = site;
    const article: LintArticle = {
      title,
      summary,
      language,
      source,
      head: fields,
      bodyOffset,
      bench,
      datasets,
      charts,
      files,
      get today() {
        dated?.();
        return today;
      },
    };
    return lint(article, site.lint);
  });
}

/** What a dataset says that it was made from. */
function rawFiles({ dataset }: Loaded): string[] {
  return dataset.sources.map(({ file }) => `data/${file}`);
}

/** The files of a project, and of nothing around it. */
export function evidenceIn(root: string, memory: Memory): Evidence {
  return {
    sha256(file) {
      const path = join(root, file);
      const stat = relative(root, path).startsWith("..") ? undefined : statSync(path, { throwIfNoEntry: false });
      if (!stat?.isFile()) return null;
      return memory.keep(`sha256 ${file}`, [stat.mtimeMs, stat.size], () =>
        createHash("sha256").update(readFileSync(path)).digest("hex"),
      );
    },
  };
}
