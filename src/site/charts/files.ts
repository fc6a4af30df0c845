import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { toCsv } from "../../chart/csv.ts";
import { madeFile, type SiteFile, visibleFilesIn } from "../files.ts";
import type { Memory } from "../memory.ts";
import type { Project } from "../project.ts";
import { packageRoot } from "../root.ts";
import { absolute, type Site } from "../site.ts";
import type { Figure } from "./figure.ts";
import { levelFiles } from "./levels.ts";
import { pictureOf } from "./picture.ts";
import type { Published } from "./published.ts";
import { wholeChart } from "./whole.ts";

/** The charts' files: CSV, SVG and PNG at their addresses. */
export function chartFiles(project: Project): SiteFile[] {
  const { site, memory } = project;
  const figures = [...project.posts, ...project.pages].flatMap((entry) => project.figuresOf(entry));
  return figures.flatMap((figure) =>
    memory.keep(`files ${figure.paths.page}`, [figure, site], () => figureFiles(site, figure)),
  );
}

/** Datasets from a folder as they are published below a path of the site, and the schema that describes them. */
export function datasetFiles(folder: string, all: readonly Published[], path: string, memory: Memory): SiteFile[] {
  return [
    ...all.map(({ name, json }) =>
      memory.keep(`file ${name}`, [json], () => ({ path: `${path}${name}.json`, ...json })),
    ),
    ...rawFiles(folder, all, path),
    ...(all.length > 0 ? [schema(path)] : []),
  ];
}

/** A chart's own files. */
export function figureFiles(site: Site, figure: Figure): SiteFile[] {
  const { paths } = figure;
  return [
    madeFile(paths.csv, () => toCsv(wholeChart(figure), [absolute(site, paths.page)])),
    ...levelFiles(figure),
    { ...madeFile(paths.svg, async () => (await pictureOf(site, figure)).svg), late: true },
    { ...madeFile(paths.png, async () => (await pictureOf(site, figure)).png), late: true },
  ];
}

/** What lies behind datasets, where that shall be seen: a dataset's own folder, and whatever else it was made from below `raw/`. */
function rawFiles(folder: string, all: readonly Published[], path: string): SiteFile[] {
  const visible = all.filter(({ open }) => open);
  // figures typed by hand have nothing behind them
  if (visible.length === 0 || !existsSync(join(folder, "raw"))) return [];
  const shown = new Set(visible.flatMap(({ files }) => files));
  return visibleFilesIn(join(folder, "raw"))
    .map((file) => `raw${file}`)
    .filter((file) => shown.has(file) || visible.some(({ name }) => file.startsWith(`raw/${name}/`)))
    .map((file) => ({ path: path + file, content: () => readFileSync(join(folder, file)) }));
}

function schema(path: string): SiteFile {
  const file = join(packageRoot, "data", "dataset.schema.json");
  return { path: `${path}dataset.schema.json`, content: () => readFileSync(file) };
}
