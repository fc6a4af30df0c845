import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { toCsv } from "../../chart/csv.ts";
import type { SiteFile } from "../files.ts";
import type { Project } from "../project.ts";
import { packageRoot } from "../root.ts";
import { absolute } from "../site.ts";
import type { Loaded } from "./datasets.ts";
import { pictureOf } from "./picture.ts";
import { toPngs } from "./png.ts";

/** The published data and the charts' files: JSON, CSV, SVG and PNG at their addresses. */
export async function chartFiles(project: Project): Promise<SiteFile[]> {
  const { site, root } = project;
  const figures = [...project.posts, ...project.pages].flatMap((entry) => project.figuresOf(entry));
  const pictures = figures.map((figure) => pictureOf(site, figure).svg);
  const pngs = await toPngs(join(root, ".cache", "pictures"), pictures);
  const ofFigures = figures.flatMap(({ chart, paths }, index): SiteFile[] => [
    { path: paths.csv, content: toCsv(chart, { source: absolute(site, paths.page) }) },
    { path: paths.svg, content: pictures[index]! },
    { path: paths.png, content: pngs[index]! },
  ]);
  const { all } = project.datasets;
  return [...all.flatMap((loaded) => dataFiles(root, loaded)), ...(all.length > 0 ? [schema()] : []), ...ofFigures];
}

/** The dataset without the white space that was for its author, and what lies behind it where that shall be seen. */
function dataFiles(root: string, { dataset, located }: Loaded): SiteFile[] {
  const json = { path: `/data/${dataset.name}.json`, content: `${JSON.stringify(located.value)}\n` };
  if (!dataset.publishRaw) return [json];
  const folder = join(root, "data", "raw", dataset.name);
  const raw = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith("."))
    .map(({ parentPath, name }) => join(parentPath, name));
  return [
    json,
    ...raw.sort().map((file) => ({ path: file.slice(root.length).replaceAll("\\", "/"), content: readFileSync(file) })),
  ];
}

function schema(): SiteFile {
  return { path: "/data/dataset.schema.json", content: readFileSync(join(packageRoot, "data", "dataset.schema.json")) };
}
