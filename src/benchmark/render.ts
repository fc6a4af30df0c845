import { renderJson } from "../source/render-json.ts";
import type { Dataset, Flag, Metric, Provenance, Series, Statistics, XAxis } from "./dataset.ts";
import { schemaName } from "./parse.ts";

/** The text of `data/<name>.json`: what parseDataset reads as the same dataset again. */
export function renderDataset(dataset: Dataset): string {
  return renderJson(writeDataset(dataset));
}

/** The same as a value for JSON. */
export function writeDataset(dataset: Dataset): object {
  const { x } = dataset;
  return {
    $schema: "./dataset.schema.json",
    schema: schemaName,
    title: dataset.title,
    description: written(dataset.description),
    x: writeAxis(x),
    metrics: Object.fromEntries([...dataset.metrics].map(([id, metric]) => [id, writeMetric(metric)])),
    series: dataset.series.map((series) => writeSeries(series, x)),
    charts: ifAny(Object.fromEntries(dataset.charts)),
    environment: ifAny(dataset.environment),
    load: ifAny(dataset.load),
    sampling: ifAny(dataset.sampling),
    sources: dataset.sources.length === 0 ? undefined : dataset.sources.map(writeProvenance),
    license: dataset.license,
    publish_raw: dataset.publishRaw || undefined,
  };
}

function writeAxis({ name, label, unit, display, kind, categories }: XAxis): unknown {
  if (kind === "time") return { name, label, type: "time" };
  if (kind === "category") return { name, label, values: categories };
  return { name, label, unit, display: written(display) };
}

function writeMetric({ label, unit, display, better, denominator }: Metric): unknown {
  return { label, unit, display, better: written(better), denominator: written(denominator) };
}

function writeSeries({ id, label, x, values, flags, environment }: Series, axis: XAxis): unknown {
  return {
    id,
    label,
    x: x.map((value) => writePoint(value, axis)),
    values: Object.fromEntries([...values].map(([metric, statistics]) => [metric, writeStatistics(statistics)])),
    flags: flags.length === 0 ? undefined : flags.map((flag) => writeFlag(flag, axis)),
    environment: ifAny(environment),
  };
}

/** A category by its name; a moment as people read it, where that loses nothing. */
function writePoint(x: number, axis: XAxis): number | string {
  if (axis.kind === "category") return axis.categories[x]!;
  if (axis.kind !== "time" || x < 0 || x >= 1e11) return x;
  const text = new Date(x * 1000).toISOString().replace(".000Z", "Z");
  return Date.parse(text) / 1000 === x ? text : x;
}

function writeStatistics({ columns, nOf, stdevKind, ci, runs, histograms }: Statistics): unknown {
  return {
    ...Object.fromEntries(columns),
    n_of: written(nOf),
    stdev_kind: written(stdevKind),
    ci: written(ci),
    runs: written(runs),
    histograms: written(histograms),
  };
}

function writeFlag({ x, metric, stat, flag, note }: Flag, axis: XAxis): unknown {
  return { x: writePoint(x, axis), metric: written(metric), stat: written(stat), flag, note: written(note) };
}

function writeProvenance({ file, sha256, tool, toolVersion, importer, assumed = [], warnings }: Provenance): unknown {
  const taken = assumed.length === 0 ? undefined : assumed;
  return { file, sha256, tool, tool_version: toolVersion, importer, assumed: taken, warnings };
}

function written<T>(value: T | null): T | undefined {
  return value ?? undefined;
}

function ifAny(record: Readonly<Record<string, unknown>>): unknown {
  return Object.keys(record).length === 0 ? undefined : record;
}
