import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Dataset } from "../../benchmark/dataset.ts";
import { parseDataset } from "../../benchmark/parse.ts";
import { proposeCharts } from "../../importers/dataset/propose.ts";
import { Refusal, UsageError } from "../command.ts";
import type { Effects } from "../effects.ts";
import { importFiles } from "../import.ts";

/** What a post shows: its dataset, and what `new` says of it. */
export interface PostData {
  readonly name: string;
  /** Null where there is none yet. */
  readonly dataset: Dataset | null;
}

/**
 * The dataset of a new post: one that there is, by its name or file, or one that is made of tools' files under the slug's
 * name, as `import` makes it. Throws SourceError for files that cannot be read.
 */
export async function dataOf(written: readonly string[], slug: string, effects: Effects): Promise<PostData> {
  const [first] = written;
  if (first === undefined) return load(slug.slice(0, 64), effects);
  const name = datasetNamed(first, effects);
  if (name !== null) {
    if (written.length > 1) throw new UsageError("--data names a dataset and files", "Give either a dataset or files.");
    return load(name, effects);
  }
  return importAs(slug.slice(0, 64).replace(/-$/, ""), written, effects);
}

/** The dataset that a word names: `bus`, or `data/bus.json`. Null for what a tool wrote, or ought to have written. */
function datasetNamed(written: string, { cwd }: Effects): string | null {
  const plain = written.replace(/^(?:\.\/)?data\/(?=[^/]+\.json$)/, "").replace(/\.json$/, "");
  if (!/^[A-Za-z0-9_][\w.+-]{0,63}$/.test(plain)) return null;
  if (existsSync(join(cwd, "data", `${plain}.json`))) return plain;
  const isFile = plain !== written || /\.[a-z]+$/.test(written) || existsSync(resolve(cwd, written));
  return isFile ? null : plain;
}

async function importAs(name: string, files: readonly string[], effects: Effects): Promise<PostData> {
  if (existsSync(join(effects.cwd, "data", `${name}.json`))) {
    throw new Refusal(
      `data/${name}.json exists already`,
      `Choose another title, or show that dataset: --data ${name}.`,
    );
  }
  await importFiles.run({ to: name }, files, effects);
  return load(name, effects);
}

function load(name: string, { cwd }: Effects): PostData {
  const path = join(cwd, "data", `${name}.json`);
  if (!existsSync(path)) return { name, dataset: null };
  const { dataset } = parseDataset({ file: `data/${name}.json`, text: readFileSync(path, "utf8") }, name);
  return { name, dataset };
}

/** The charts for a post: those that the dataset describes, or else some that suit its metrics. */
export function chartsOf({ dataset }: PostData): {
  readonly charts: ReadonlyMap<string, string>;
  readonly described: Readonly<Record<string, unknown>>;
} {
  if (dataset === null) return { charts: new Map(), described: {} };
  const own = dataset.charts.size > 0;
  const all = own ? dataset.charts : proposeCharts(dataset.name, dataset);
  const titleOf = (id: string, description: unknown): string => {
    const { title, metric } = Object(description) as { title?: unknown; metric?: unknown };
    return typeof title === "string" ? title : (dataset.metrics.get(String(metric))?.label ?? id);
  };
  return {
    charts: new Map([...all].map(([id, description]) => [id, titleOf(id, description)])),
    described: own ? {} : Object.fromEntries(all),
  };
}
