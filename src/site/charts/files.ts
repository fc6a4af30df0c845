import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { toCsv } from "../../chart/csv.ts";
import { digestOf } from "../cache/key.ts";
import { madeFile, madeFrom, type SiteFile } from "../files.ts";
import type { Memory } from "../memory.ts";
import type { Project } from "../project.ts";
import { packageRoot } from "../root.ts";
import { absolute, type Site } from "../site.ts";
import type { Figure } from "./figure.ts";
import { figureDigest } from "./figure-digest.ts";
import type { Loaded } from "./datasets.ts";
import { levelFiles } from "./levels.ts";
import { pictureOf } from "./picture.ts";
import { toPng } from "./png.ts";
import { wholeChart } from "./whole.ts";

/** The published data and the charts' files: JSON, CSV, SVG and PNG at their addresses. */
export function chartFiles(project: Project): SiteFile[] {
  const { root, site, memory } = project;
  const figures = [...project.posts, ...project.pages].flatMap((entry) => project.figuresOf(entry));
  return [
    ...datasetFiles(join(root, "data"), project.datasets.all, "/data/", memory),
    ...figures.flatMap((figure) =>
      memory.keep(`files ${figure.paths.page}`, [figure, site], () =>
        madeFrom(figureFiles(site, figure), () => [digestOf(site), figureDigest(figure)]),
      ),
    ),
  ];
}

/** Datasets from a folder as they are published below a path of the site, and the schema that describes them. */
export function datasetFiles(folder: string, all: readonly Loaded[], path: string, memory: Memory): SiteFile[] {
  return [
    ...all.map((loaded) => memory.keep(`file ${loaded.dataset.name}`, [loaded], () => jsonFile(loaded, path))),
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
    madeFile(paths.svg, () => pictureOf(site, figure).svg),
    { ...madeFile(paths.png, () => chartPng(site, figure)), late: true },
  ];
}

function chartPng(site: Site, { chart, paths, cache }: Figure): Promise<Uint8Array> {
  const source = absolute(site, paths.page);
  return toPng(
    cache,
    () => [digestOf(chart), source],
    () => ({ chart, source }),
  );
}

/** The dataset without the white space that was for its author. */
function jsonFile({ dataset, located }: Loaded, path: string): SiteFile {
  const file = madeFile(`${path}${dataset.name}.json`, () => `${JSON.stringify(located.value)}\n`);
  return { ...file, sources: () => [located.source.text] };
}

/** What lies behind datasets, where that shall be seen: a dataset's own folder, and whatever else it was made from below `raw/`. */
function rawFiles(folder: string, all: readonly Loaded[], path: string): SiteFile[] {
  const open = all.map(({ dataset }) => dataset).filter(({ publishRaw }) => publishRaw);
  if (open.length === 0) return [];
  const shown = new Set(open.flatMap(({ sources }) => sources.map(({ file }) => file)));
  return readdirSync(join(folder, "raw"), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith("."))
    .map(({ parentPath, name }) => relative(folder, join(parentPath, name)).replaceAll("\\", "/"))
    .filter((file) => shown.has(file) || open.some(({ name }) => file.startsWith(`raw/${name}/`)))
    .sort()
    .map((file) => ({ path: path + file, content: () => readFileSync(join(folder, file)) }));
}

function schema(path: string): SiteFile {
  const file = join(packageRoot, "data", "dataset.schema.json");
  return { path: `${path}dataset.schema.json`, content: () => readFileSync(file) };
}
