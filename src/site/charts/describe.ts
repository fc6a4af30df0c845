import { chartAttributes } from "../../chart/spec-attributes.ts";
import { parseChartSpec } from "../../chart/spec-parse.ts";
import type { Problem } from "../../chart/decide/problem.ts";
import type { ChartSpec } from "../../chart/spec.ts";
import { collectFaults, written } from "../../source/faults.ts";
import { asRecord } from "../../source/fields.ts";
import type { Diagnostic } from "../../source/diagnostic.ts";
import type { Located, Path } from "../../source/located.ts";
import { nearest } from "../../source/nearest.ts";
import { diagnose } from "../../source/source.ts";
import type { Flot } from "../markdown/article.ts";
import type { Entry } from "../posts/entry.ts";
import type { Loaded } from "./datasets.ts";

/** The description of a chart that an article shows, and the data that it speaks of. */
export interface Described {
  readonly spec: ChartSpec;
  readonly loaded: Loaded;
  /** As written, all its places together, with fields that nobody knows. */
  readonly written: Readonly<Record<string, unknown>>;
  /** Where a path of the description stands. */
  spotOf(path: Path): { readonly located: Located; readonly path: Path };
  /** The diagnostic for a fault that only the data reveal, at a path of the description. */
  diagnose(problem: Problem): Diagnostic;
}

interface Layer {
  readonly located: Located;
  readonly path: Path;
  readonly spec: ChartSpec;
  readonly diagnostics: readonly Diagnostic[];
  /** The dataset in which it stands; null for the post's own words. */
  readonly home: Loaded | null;
}

/**
 * Looks a chart's description up: attributes of its element, then the post's `charts`, then the dataset's. The first that names
 * a metric is the description; those before it change single fields of it.
 */
export function describeChart(
  entry: Entry,
  flot: Flot & { readonly id: string },
  datasets: readonly Loaded[],
): { readonly described: Described | null; readonly diagnostics: readonly Diagnostic[] } {
  const layers = layersOf(entry, flot, datasets);
  const end = layers.findIndex(({ spec }) => spec.metric !== undefined);
  const used = end === -1 ? layers : layers.slice(0, end + 1);
  const diagnostics = used.flatMap((layer) => layer.diagnostics);
  if (diagnostics.some(({ severity }) => severity === "error")) return { described: null, diagnostics };
  const base = layers[end];
  if (!base) return { described: null, diagnostics: [...diagnostics, undescribed(entry, flot, datasets, layers)] };
  const spec: ChartSpec = Object.assign({}, ...used.map((layer) => layer.spec).toReversed());
  const loaded = base.home ?? datasets.find(({ dataset }) => dataset.metrics.has(spec.metric!)) ?? datasets[0];
  if (!loaded) return { described: null, diagnostics: [...diagnostics, withoutData(entry, flot)] };
  const all: Record<string, unknown> = Object.assign({}, ...used.map(valueOf).toReversed());
  const spotOf = (path: Path) => spotIn(used, path);
  return {
    described: { spec, loaded, written: all, spotOf, diagnose: (problem) => place(used, problem) },
    diagnostics,
  };
}

/** A field stands where it was written last, and an absent one where the description ends. */
function spotIn(layers: readonly Layer[], path: Path): { located: Located; path: Path } {
  const having = layers.find((layer) => Object.hasOwn(valueOf(layer), path[0] ?? "metric"));
  const { located, path: top } = having ?? layers.at(-1)!;
  return { located, path: [...top, ...path] };
}

function place(layers: readonly Layer[], { path, code, fact, help, severity }: Problem): Diagnostic {
  const spot = spotIn(layers, path);
  const [offset = 0] = spot.located.offsetsOf([{ path: spot.path }]);
  return diagnose(spot.located.source, offset, code, fact, help, severity);
}

function valueOf({ located, path }: Layer): object {
  return asRecord(written(located, collectFaults(located), path));
}

function layersOf(
  entry: Entry,
  { id, offset, attributes }: Flot & { readonly id: string },
  datasets: readonly Loaded[],
): Layer[] {
  const layers: Layer[] = [];
  const add = (located: Located, path: Path, home: Loaded | null): void => {
    layers.push({ located, path, home, ...parseChartSpec(located, path) });
  };
  const own = chartAttributes(entry.source, offset, attributes);
  if (own) add(own, [], null);
  if (entry.head.charts.includes(id)) add(entry.fields, ["charts", id], null);
  for (const loaded of datasets) if (loaded.dataset.charts.has(id)) add(loaded.located, ["charts", id], loaded);
  return layers;
}

function undescribed(
  entry: Entry,
  { id, offset }: Flot,
  datasets: readonly Loaded[],
  layers: readonly Layer[],
): Diagnostic {
  if (layers.length > 0) {
    const help = 'Say which one: metric: "…".';
    return diagnose(
      entry.source,
      offset,
      "chart-without-metric",
      `the description of chart "${id}" names no metric`,
      help,
    );
  }
  const known = [...entry.head.charts, ...datasets.flatMap(({ dataset }) => [...dataset.charts.keys()])];
  const meant = nearest(id!, known);
  const places = `charts: in the front matter, "charts" in the dataset, or data-metric="…" on the element`;
  const names = [...new Set(known)].map((name) => `"${name}"`);
  const more = names.length > 4 ? ` and ${names.length - 3} more` : "";
  const there = names.length === 0 ? "" : `Described are ${names.slice(0, more ? 3 : 4).join(", ")}${more}. `;
  const guess = meant === null ? there : `Did you mean "${meant}"? `;
  const without =
    datasets.length === 0 ? "No dataset belongs to this post: name one in its front matter, data: some-name. " : "";
  const help = `${guess || without}${guess ? "Otherwise describe" : without ? "Then describe" : "Describe"} it: ${places}.`;
  return diagnose(entry.source, offset, "chart-without-description", `chart "${id}" is described nowhere`, help);
}

function withoutData(entry: Entry, { id, offset }: Flot): Diagnostic {
  const help = `Write data/${entry.slug}.json, or name datasets in the front matter: data: some-name.`;
  return diagnose(entry.source, offset, "chart-without-data", `chart "${id}" has no dataset to show`, help);
}
