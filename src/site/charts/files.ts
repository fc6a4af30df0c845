import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { toCsv } from "../../chart/csv.ts";
import { madeFile, type SiteFile } from "../files.ts";
import type { Memory } from "../memory.ts";
import type { Project } from "../project.ts";
import { packageRoot } from "../root.ts";
import { absolute, type Site } from "../site.ts";
import type { Figure } from "./figure.ts";
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
      memory.keep(`files ${figure.paths.page}`, [figure, site], () => figureFiles(site, figure)),
    ),
  ];
}

/** Datasets from a folder as they are published below a path of the site, and the schema that describes them. */
export function datasetFiles(folder: string, all: readonly Loaded[], path: string, memory: Memory): SiteFile[] {
  return [
    ...all.flatMap((loaded) => [
      memory.keep(`file ${loaded.dataset.name}`, [loaded], () => jsonFile(loaded, path)),
      ...rawFiles(folder, loaded, path),
    ]),
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
    { ...madeFile(paths.png, () => toPng(figure.cache, pictureOf(site, figure).svg)), late: true },
  ];
}

/** The dataset without the white space that was for its author. */
function jsonFile({ dataset, located }: Loaded, path: string): SiteFile {
  return madeFile(`${path}${dataset.name}.json`, () => `${JSON.stringify(located.value)}\n`);
}

/** What lies behind a dataset, where that shall be seen. */
function rawFiles(folder: string, { dataset }: Loaded, path: string): SiteFile[] {
  if (!dataset.publishRaw) return [];
  const raw = readdirSync(join(folder, "raw", dataset.name), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith("."))
    .map(({ parentPath, name }) => join(parentPath, name));
  return raw.sort().map((file) => ({
    path: path + relative(folder, file).replaceAll("\\", "/"),
    content: () => readFileSync(file),
  }));
}

function schema(path: string): SiteFile {
  const file = join(packageRoot, "data", "dataset.schema.json");
  return { path: `${path}dataset.schema.json`, content: () => readFileSync(file) };
}
