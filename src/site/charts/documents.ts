import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { methodOf } from "../../benchmark/method/method.ts";
import { type Origin, toDocument } from "../../chart/document.ts";
import { madeFile, type SiteFile } from "../files.ts";
import type { Entry } from "../posts/entry.ts";
import type { Project } from "../project.ts";
import { packageRoot } from "../root.ts";
import { absolute, type Site } from "../site.ts";
import type { Loaded } from "./datasets.ts";
import type { Figure } from "./figure.ts";
import { publishedText } from "./published.ts";
import { wholeChart } from "./whole.ts";

const schemaFile = "chart.schema.json";

/** For each chart what its figures are, and the same with them, as JSON at stable addresses beside its CSV. */
export function chartDocuments(project: Project): SiteFile[] {
  const { site, memory } = project;
  return [...project.posts, ...project.pages].flatMap((entry) =>
    project.figuresOf(entry).flatMap((figure) => {
      const loaded = project.datasets.of(entry).find(({ dataset }) => dataset === figure.dataset)!;
      const sources = [figure, loaded, entry.bench, entry.head.title, site];
      return memory.keep(`documents ${figure.paths.page}`, sources, () => documentFiles(site, entry, figure, loaded));
    }),
  );
}

/** The schema of these documents, published below a path of the site. */
export function documentSchema(path: string): SiteFile {
  return { path: path + schemaFile, content: () => readFileSync(join(packageRoot, "data", schemaFile)) };
}

/** Path in the site of a chart's document. */
export function documentPath({ paths }: Figure, kind: "json" | "meta.json"): string {
  return paths.csv.replace(/csv$/, kind);
}

/** The documents of a chart of an entry, which may have neither a title nor a page of its own. */
export function documentFiles(site: Site, entry: Entry, figure: Figure, loaded: Loaded): SiteFile[] {
  const make = (): { $schema: string; rows?: unknown } => {
    const { $schema, ...origin } = originOf(site, entry, figure, loaded);
    return { $schema, ...toDocument(wholeChart(figure)), ...origin };
  };
  return [
    madeFile(documentPath(figure, "json"), () => toText(make())),
    madeFile(documentPath(figure, "meta.json"), () => toText({ ...make(), rows: undefined })),
  ];
}

function toText(document: object): string {
  return `${JSON.stringify(document)}\n`;
}

/** Where a chart of an entry comes from. */
export function originOf(site: Site, entry: Entry, figure: Figure, loaded: Loaded): Origin {
  const to = (path: string): string => absolute(site, path);
  const { dataset, paths } = figure;
  const { title } = entry.head;
  const { repo, commit } = methodOf(dataset, entry.bench).artefacts;
  const { bench } = entry.fields.value as { bench?: { sampling?: Record<string, unknown> } };
  return {
    $schema: to(posix.join(posix.dirname(paths.json), schemaFile)),
    page: to(paths.page),
    ...(title && entry.path ? { article: { title, url: `${to(entry.path)}#${encodeURIComponent(figure.id)}` } } : {}),
    data: { name: dataset.name, title: dataset.title, url: to(paths.json), sha256: checksumOf(loaded) },
    sources: dataset.sources.map(({ file, sha256, tool, toolVersion: tool_version, importer }) => {
      return { file, sha256, tool, tool_version, importer };
    }),
    sampling: { ...dataset.sampling, ...bench?.sampling },
    repository: repo,
    commit,
    license: dataset.license ?? null,
    files: {
      csv: to(paths.csv),
      json: to(documentPath(figure, "json")),
      svg: to(paths.svg),
      png: to(paths.png),
    },
  };
}

const checksums = new WeakMap<Loaded, string>();

/** Of the dataset's published file. */
function checksumOf(loaded: Loaded): string {
  const sum = checksums.get(loaded) ?? createHash("sha256").update(publishedText(loaded.located.value)).digest("hex");
  checksums.set(loaded, sum);
  return sum;
}
