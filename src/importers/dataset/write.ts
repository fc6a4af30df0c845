import type { Dataset } from "../../benchmark/dataset.ts";
import { parseDataset } from "../../benchmark/parse.ts";
import { renderDataset } from "../../benchmark/render.ts";
import { SourceError } from "../../source/error.ts";
import { renderJson } from "../../source/render-json.ts";
import type { Source } from "../../source/source.ts";
import { withExtraFields } from "./extra-fields.ts";
import type { Input } from "./input.ts";
import { fromData } from "./provenance.ts";
import { keepWords } from "./keep-words.ts";
import type { DatasetOptions } from "./options.ts";
import { failOption } from "./pattern.ts";
import { type Made, toDataset } from "./to-dataset.ts";

export interface WriteOptions extends DatasetOptions {
  /** Adds to the dataset that is there; without it, one that holds other files' figures is not touched. */
  readonly append?: boolean;
}

export interface Written extends Made {
  /** The dataset's file, to the byte. Equal to what was there when nothing changes. */
  readonly text: string;
  readonly change: "new" | "changed" | "unchanged";
  /** Files of an addition that are in the dataset already. */
  readonly known: readonly string[];
}

/**
 * The text of a dataset's file after an import. `existing` is that file as it is, null where there is none; what the author
 * wrote into it is kept. Throws SourceError.
 */
export function writeDataset(inputs: readonly Input[], options: WriteOptions, existing: Source | null): Written {
  if (existing === null) return finish(toDataset(inputs, options), null, options, [], inputs);
  const before = parseDataset(existing, options.name).dataset;
  const sums = new Set(before.sources.map(({ sha256 }) => sha256));
  if (options.append !== true) {
    assertReplaces(before, inputs, existing);
    const made = toDataset(inputs, options);
    return finish(
      { ...made, dataset: keepWords(before, alike(before, made.dataset), false) },
      existing,
      options,
      [],
      inputs,
    );
  }
  const known = inputs.filter(({ sha256 }) => sums.has(sha256)).map(({ file }) => file);
  const news = inputs.filter(({ sha256 }) => !sums.has(sha256));
  if (news.length === 0) {
    const nothing = { dataset: before, warnings: [], assumed: [], leftOut: [] };
    return { ...nothing, text: existing.text, change: "unchanged", known };
  }
  const made = toDataset(news, options, before);
  return finish({ ...made, dataset: keepWords(before, made.dataset, true) }, existing, options, known, news);
}

/** Ids of series that the author renamed are found again by label. */
function alike(before: Dataset, fresh: Dataset): Dataset {
  const series = fresh.series.map((one) => {
    const known = before.series.find(({ id, label }) => id === one.id || label === one.label);
    return known === undefined ? one : { ...one, id: known.id };
  });
  return { ...fresh, series };
}

/** An import may replace figures only where it brings all files that they came from. */
function assertReplaces(before: Dataset, inputs: readonly Input[], { file }: Source): void {
  const again = (source: Dataset["sources"][number]) =>
    inputs.some((one) => one.sha256 === source.sha256 || fromData(one.file) === source.file);
  const other = before.sources.find((source) => !again(source));
  if (before.sources.length > 0 && other === undefined) return;
  const fact =
    other === undefined ? "this dataset was not made by an import" : `this dataset holds figures of ${other.file} too`;
  failOption("dataset-exists", fact, "Add to it with --append, or give another name with --to.", file);
}

function finish(
  made: Made,
  existing: Source | null,
  { name }: DatasetOptions,
  known: readonly string[],
  inputs: readonly Input[],
): Written {
  const file = existing?.file ?? `data/${name}.json`;
  const rendered = renderDataset(made.dataset);
  const value: unknown = JSON.parse(rendered);
  const before: unknown = existing === null ? null : JSON.parse(existing.text.replace(/^\uFEFF/, ""));
  const joined = existing === null ? value : withExtraFields(before, value);
  const same = existing !== null && canonical(before) === canonical(joined);
  const text = same ? existing.text : renderJson(joined);
  const { dataset, warnings } = readAgain({ file, text }, name, inputs);
  const change = same ? "unchanged" : existing === null ? "new" : "changed";
  return { ...made, dataset, warnings: [...made.warnings, ...warnings], text, change, known };
}

/** A dataset that is not written yet has no places that an author could look at: what is wrong is wrong with the files. */
function readAgain(source: Source, name: string, inputs: readonly Input[]): ReturnType<typeof parseDataset> {
  try {
    return parseDataset(source, name);
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    const { fact } = error.diagnostics[0]!;
    const which = inputs.length === 1 ? inputs[0]!.file : `one of ${inputs.length} files`;
    const help = "Is the file whole, and as the tool wrote it? Measure again, or mend the figure.";
    return failOption("unusable-figures", `what it says makes no dataset: ${fact}`, help, which);
  }
}

/** The same for values that differ in the order of keys alone. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === "object" && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
