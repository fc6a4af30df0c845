import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Dataset } from "../../benchmark/dataset.ts";
import { parseDataset } from "../../benchmark/parse.ts";
import type { Diagnostic } from "../../source/diagnostic.ts";
import { SourceError } from "../../source/error.ts";
import type { Located } from "../../source/located.ts";
import { nearest } from "../../source/nearest.ts";
import { diagnose, type Source } from "../../source/source.ts";
import type { Memory } from "../memory.ts";
import { maxData, readProjectFile } from "../project-file.ts";
import type { Entry } from "../posts/entry.ts";

/** A dataset and its file's value with places. */
export interface Loaded {
  readonly dataset: Dataset;
  readonly located: Located;
}

export interface Datasets {
  /** The datasets of an entry, in the order in which it names them. Those that cannot be read are missing. */
  of(entry: Entry): readonly Loaded[];
  /** Whether one of them is missing or broken: then what its charts lack is not the post's fault. */
  isIncomplete(entry: Entry): boolean;
  /** Every dataset that an entry uses, by name. */
  readonly all: readonly Loaded[];
  /** Names of those that no entry uses. */
  unused(): readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

const goodName = /^[A-Za-z0-9][A-Za-z0-9._-]*$/;

/** Reads the datasets that posts and pages use, each once, from a folder of the project that has those of these names. */
export function readDatasets(
  root: string,
  entries: readonly Entry[],
  memory: Memory,
  folder = "data",
  known: ReadonlySet<string> = datasetNames(join(root, folder)),
): Datasets {
  const loaded = new Map<string, Loaded | null>();
  const diagnostics: Diagnostic[] = [];
  const named = new Map<string, string[]>();
  for (const entry of entries) {
    const names = namedBy(entry, known);
    named.set(
      entry.file,
      names.filter((name) => known.has(name)),
    );
    for (const name of names) if (!known.has(name)) diagnostics.push(unknown(entry, name, known, folder));
    for (const name of named.get(entry.file)!) {
      if (loaded.has(name)) continue;
      const read = readDataset(root, `${folder}/${name}.json`, name, memory);
      loaded.set(name, read.loaded);
      diagnostics.push(...read.diagnostics);
    }
  }
  const broken = entries.filter(
    ({ head, file }) =>
      head.data?.some((name) => !known.has(name)) || named.get(file)!.some((name) => !loaded.get(name)),
  );
  const incomplete = new Set(broken.map(({ file }) => file));
  return {
    isIncomplete: ({ file }) => incomplete.has(file),
    of: ({ file }) => (named.get(file) ?? []).flatMap((name) => loaded.get(name) ?? []),
    all: [...loaded.values()].flatMap((one) => one ?? []).sort((a, b) => (a.dataset.name < b.dataset.name ? -1 : 1)),
    unused: () => [...known].filter((name) => !loaded.has(name)),
    diagnostics,
  };
}

/** Names of the datasets that a post or page wants to show: those that it says, or that of its own name. */
export function namedBy({ head, slug }: Pick<Entry, "head" | "slug">, known: ReadonlySet<string>): readonly string[] {
  return head.data ?? (known.has(slug) ? [slug] : []);
}

/** The datasets of a folder, by name. `dataset.schema.json` lies beside them and describes their form. */
export function datasetNames(folder: string): ReadonlySet<string> {
  if (!existsSync(folder)) return new Set();
  const files = readdirSync(folder).filter((file) => file.endsWith(".json") && !file.endsWith(".schema.json"));
  const names = files.map((file) => file.slice(0, -".json".length)).filter((name) => goodName.test(name));
  return new Set(names.sort());
}

interface ReadDataset {
  readonly loaded: Loaded | null;
  readonly diagnostics: readonly Diagnostic[];
}

function readDataset(root: string, file: string, name: string, memory: Memory): ReadDataset {
  try {
    const text = readProjectFile(root, file, maxData);
    return memory.keep(`dataset ${name}`, [text], () => parse({ file, text }, name));
  } catch (error) {
    if (error instanceof SourceError) return { loaded: null, diagnostics: error.diagnostics };
    throw error;
  }
}

function parse(source: Source, name: string): ReadDataset {
  try {
    const { dataset, located, warnings } = parseDataset(source, name);
    return { loaded: { dataset, located }, diagnostics: warnings };
  } catch (error) {
    if (error instanceof SourceError) return { loaded: null, diagnostics: error.diagnostics };
    throw error;
  }
}

function unknown({ fields, source }: Entry, name: string, known: Iterable<string>, folder: string): Diagnostic {
  const list = (fields.value as { data?: unknown }).data;
  const path = Array.isArray(list) ? ["data", list.indexOf(name)] : ["data"];
  const [plain = ""] = /[^/\\]+$/.exec(name.replace(/\.json$/i, "")) ?? [];
  const meant = nearest(plain, known);
  const help = meant === null ? wayToDataset(plain, folder) : `Did you mean "${meant}"?`;
  return diagnose(
    source,
    fields.offsetsOf([{ path }])[0]!,
    "unknown-dataset",
    `there is no dataset ${JSON.stringify(name)}`,
    help,
  );
}

function wayToDataset(name: string, folder: string): string {
  if (goodName.test(name)) return `Write the file ${folder}/${name}.json, or let \`benchpost import\` make it.`;
  if (name.includes(",")) return `Several are a list, in brackets: data: [${name}].`;
  const tidy = name.replace(/[^A-Za-z0-9._-]+/g, "-").replace(/^[^A-Za-z0-9]+/, "") || "some-name";
  return `Names of datasets have letters A to Z, digits and . _ - alone: call the file ${folder}/${tidy}.json, and write data: ${tidy}.`;
}
