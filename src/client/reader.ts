import type { Column, Dataset, Histogram, Series, Statistics, XAxis } from "../benchmark/dataset.ts";

/** The published form of a dataset: checked, and with every unit decided, so that nothing is left to guess. */
interface PublishedDataset {
  readonly title: string;
  readonly description?: string;
  readonly x: Partial<Omit<XAxis, "kind" | "categories">> & { readonly type?: "time"; readonly values?: string[] };
  readonly metrics: Record<
    string,
    { label: string; unit: string; display: string; better?: "higher" | "lower"; denominator?: string }
  >;
  readonly series: readonly PublishedSeries[];
}

interface PublishedSeries {
  readonly id: string;
  readonly label: string;
  readonly x: readonly (number | string)[];
  readonly values: Record<string, PublishedStatistics>;
  readonly flags?: readonly { x: number | string; metric?: string; stat?: string; flag: string; note?: string }[];
  readonly environment?: Record<string, unknown>;
}

type PublishedStatistics = Record<string, unknown> & {
  readonly n_of?: string;
  readonly stdev_kind?: string;
  readonly ci?: { level: number; method: string };
  readonly runs?: Statistics["runs"];
  readonly histograms?: (Histogram | null)[];
};

/**
 * The dataset in a published JSON file. It was checked when the site was built, so this only puts it into shape; the full parser
 * would cost readers more than the charts' own code. What only pages print (environment, load, sources) is left out.
 */
export function readDataset(text: string, name: string): Dataset {
  const { title, description, x, metrics, series } = JSON.parse(text) as PublishedDataset;
  const axis = readAxis(x);
  return {
    name,
    title,
    description: description ?? null,
    x: axis,
    metrics: new Map(
      Object.entries(metrics).map(([id, { label, unit, display, better, denominator }]) => [
        id,
        { id, label, unit, display, better: better ?? null, denominator: denominator ?? null },
      ]),
    ),
    series: series.map((one) => readSeries(one, axis)),
    charts: new Map(),
    environment: {},
    load: {},
    sampling: {},
    sources: [],
    publishRaw: false,
  };
}

function readAxis({ name = "x", label = name, unit, display, type, values }: PublishedDataset["x"]): XAxis {
  if (values !== undefined) return { name, label, unit: null, display: null, kind: "category", categories: values };
  if (type === "time") return { name, label, unit: "s", display: null, kind: "time", categories: [] };
  return { name, label, unit: unit ?? "1", display: display ?? unit ?? "1", kind: "number", categories: [] };
}

function readSeries({ id, label, x, values, flags = [], environment = {} }: PublishedSeries, axis: XAxis): Series {
  return {
    id,
    label,
    x: x.map((value) => readPoint(value, axis)),
    values: new Map(Object.entries(values).map(([metric, written]) => [metric, readStatistics(written)])),
    flags: flags.map(({ x: at, flag, metric, stat, note }) => ({
      x: readPoint(at, axis),
      metric: metric ?? null,
      stat: stat ?? null,
      flag,
      note: note ?? null,
    })),
    environment,
  };
}

function readPoint(value: number | string, axis: XAxis): number {
  if (typeof value === "number") return value;
  return axis.kind === "category" ? axis.categories.indexOf(value) : Date.parse(value) / 1000;
}

function readStatistics({ n_of, stdev_kind, ci, runs, histograms, ...columns }: PublishedStatistics): Statistics {
  return {
    columns: new Map(Object.entries(columns) as [string, Column][]),
    nOf: n_of ?? null,
    stdevKind: stdev_kind ?? null,
    ci: ci ?? null,
    runs: runs ?? null,
    histograms: histograms ?? null,
  };
}
