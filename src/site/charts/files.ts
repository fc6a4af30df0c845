import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { toCsv } from "../../chart/csv.ts";
import { madeFile, type SiteFile } from "../files.ts";
import type { Project } from "../project.ts";
import { packageRoot } from "../root.ts";
import { absolute } from "../site.ts";
import type { Figure } from "./figure.ts";
import type { Loaded } from "./datasets.ts";
import { levelFiles } from "./levels.ts";
import { pictureOf } from "./picture.ts";
import { toPng } from "./png.ts";
import { wholeChart } from "./whole.ts";

/** The published data and the charts' files: JSON, CSV, SVG and PNG at their addresses. */
export function chartFiles(project: Project): SiteFile[] {
  const { root, memory } = project;
  const figures = [...project.posts, ...project.pages].flatMap((entry) => project.figuresOf(entry));
  const { all } = project.datasets;
  return [
    ...all.flatMap((loaded) => [
      memory.keep(`file ${loaded.dataset.name}`, [loaded], () => jsonFile(loaded)),
      ...rawFiles(root, loaded),
    ]),
    ...(all.length > 0 ? [schema()] : []),
    ...figures.flatMap((figure) =>
      memory.keep(`files ${figure.paths.page}`, [figure, project.site], () => filesOf(project, figure)),
    ),
  ];
}

function filesOf({ site, root }: Project, figure: Figure): SiteFile[] {
  const { paths } = figure;
  return [
    madeFile(paths.csv, () => toCsv(wholeChart(figure), [absolute(site, paths.page)])),
    ...levelFiles(figure),
    madeFile(paths.svg, () => pictureOf(site, figure).svg),
    { ...madeFile(paths.png, () => toPng(join(root, ".cache", "pictures"), pictureOf(site, figure).svg)), late: true },
  ];
}

/** The dataset without the white space that was for its author. */
function jsonFile({ dataset, located }: Loaded): SiteFile {
  return madeFile(`/data/${dataset.name}.json`, () => `${JSON.stringify(located.value)}\n`);
}

/** What lies behind a dataset, where that shall be seen. */
function rawFiles(root: string, { dataset }: Loaded): SiteFile[] {
  if (!dataset.publishRaw) return [];
  const folder = join(root, "data", "raw", dataset.name);
  const raw = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith("."))
    .map(({ parentPath, name }) => join(parentPath, name));
  return raw
    .sort()
    .map((file) => ({ path: file.slice(root.length).replaceAll("\\", "/"), content: () => readFileSync(file) }));
}

function schema(): SiteFile {
  const file = join(packageRoot, "data", "dataset.schema.json");
  return { path: "/data/dataset.schema.json", content: () => readFileSync(file) };
}
