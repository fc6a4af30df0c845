import type { Column, Dataset, Histogram, Series, Statistics, XAxis } from "../benchmark/dataset.ts";
import { chooseDisplay, typicalSize } from "../benchmark/unit-choice.ts";

/** The form of a dataset file that has passed the parser: docs/data.md. */
interface PublishedDataset {
  readonly title: string;
  readonly description?: string;
  readonly x: PublishedAxis;
  readonly metrics: Readonly<Record<string, PublishedMetric>>;
  readonly series: readonly PublishedSeries[];
}

interface PublishedAxis {
  readonly name?: string;
  readonly label?: string;
  readonly unit?: string;
  readonly display?: string;
  readonly type?: XAxis["kind"];
  readonly values?: readonly string[];
}

interface PublishedMetric {
  readonly label?: string;
  readonly unit: string;
  readonly display?: string;
  readonly better?: "higher" | "lower";
  readonly denominator?: string;
}

interface PublishedSeries {
  readonly id: string;
  readonly label?: string;
  readonly x?: readonly (number | string)[];
  readonly values: Readonly<Record<string, PublishedStatistics>>;
  readonly flags?: readonly PublishedFlag[];
  readonly environment?: Readonly<Record<string, unknown>>;
}

interface PublishedFlag {
  readonly x: number | string;
  readonly metric?: string;
  readonly stat?: string;
  readonly flag: string;
  readonly note?: string;
}

type PublishedStatistics = Readonly<Record<string, unknown>> & {
  readonly n_of?: string;
  readonly stdev_kind?: string;
  readonly ci?: { readonly level: number; readonly method: string };
  readonly runs?: Statistics["runs"];
  readonly histograms?: readonly (Histogram | null)[];
};

/**
 * The dataset in a published JSON file. The parser has checked it when the site was built, so this only puts it into shape: what
 * is checked here again would cost readers more than the charts' own code. What only pages print is left out.
 */
export function readDataset(text: string, name: string): Dataset {
  const { title, description, x, metrics, series: written } = JSON.parse(text) as PublishedDataset;
  const axis = readAxis(x);
  const series = written.map((one) => readSeries(one, axis));
  const own = { charts: new Map(), environment: {}, load: {}, sampling: {}, sources: [], publishRaw: false };
  return {
    name,
    title,
    description: description ?? null,
    x:
      axis.kind === "number"
        ? {
            ...axis,
            display:
              axis.display ??
              displayOf(
                axis.unit,
                series.flatMap((s) => s.x),
              ),
          }
        : axis,
    metrics: new Map(
      Object.entries(metrics).map(([id, { label, unit, display, better, denominator }]) => [
        id,
        {
          id,
          label: label ?? id.replaceAll("_", " "),
          unit,
          display:
            display ??
            displayOf(
              unit,
              series.flatMap((one) => firstColumn(one, id)),
            ),
          better: better ?? null,
          denominator: denominator ?? null,
        },
      ]),
    ),
    series,
    ...own,
  };
}

/** The unit in which figures are read where the author named none: as the parser chooses it. */
function displayOf(unit: string | null, figures: Column): string {
  return chooseDisplay(unit ?? "1", typicalSize(figures));
}

function firstColumn({ values }: Series, metric: string): Column {
  return [...(values.get(metric)?.columns ?? [])].find(([stat]) => stat !== "n")?.[1] ?? [];
}

function readAxis({ name = "x", label, unit, display, type, values }: PublishedAxis): XAxis {
  const kind = type ?? (values === undefined ? "number" : "category");
  const words = { name, label: label ?? name.replaceAll("_", " "), kind };
  if (kind === "category") return { ...words, unit: null, display: null, categories: values ?? [] };
  if (kind === "time") return { ...words, unit: "s", display: null, categories: [] };
  return { ...words, unit: unit ?? "1", display: display ?? null, categories: [] };
}

function readSeries({ id, label, x, values, flags = [], environment = {} }: PublishedSeries, axis: XAxis): Series {
  return {
    id,
    label: label ?? id,
    x: (x ?? axis.categories).map((value) => readPoint(value, axis)),
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
