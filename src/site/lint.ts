import { createHash } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import type { Evidence, LintChart } from "../benchmark/lint/article.ts";
import { toLintDataset } from "../benchmark/lint/dataset.ts";
import { lint, type LintResult } from "../benchmark/lint/lint.ts";
import type { Loaded } from "./charts/datasets.ts";
import { describeChart } from "./charts/describe.ts";
import type { Entry } from "./posts/entry.ts";
import { readHead } from "./posts/head.ts";
import type { Memory } from "./memory.ts";
import type { Project } from "./project.ts";

const nothing: LintResult = { found: () => [], contradictions: [], waived: [], diagnostics: [] };

/** What the rules of honest benchmarking say of a post: nothing where it is on no benchmark. `today` is an ISO day. */
export function lintEntry(project: Project, entry: Entry, today: string): LintResult {
  const { site, datasets: all, figureAt, root, memory } = project;
  const loaded = all.of(entry);
  if (entry.kind === "page" || loaded.length === 0) return nothing;
  const figures = entry.article.flots.map(figureAt);
  const files = evidenceIn(root, memory);
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
    return lint(
      { title, summary, language, source, head: fields, bodyOffset, bench, datasets, charts, files, today },
      site.lint,
    );
  });
}

/** What a dataset says that it was made from. */
function rawFiles({ dataset }: Loaded): string[] {
  return dataset.sources.map(({ file }) => `data/${file}`);
}

/** The files of a project, and of nothing around it. */
function evidenceIn(root: string, memory: Memory): Evidence {
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
