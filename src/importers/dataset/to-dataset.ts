import type { Dataset } from "../../benchmark/dataset.ts";
import { assemble, type Figured, toId } from "./assemble.ts";
import { contentName } from "./content-name.ts";
import { toCells } from "./cells.ts";
import { toCellsAgain } from "./hydrate.ts";
import { type Cell, type Found, type Input, type Notes, type Placed, takeNotes } from "./input.ts";
import { nearest } from "../../source/nearest.ts";
import { keepWithX } from "./keep-x.ts";
import { describeLoad, describeSampling } from "./load.ts";
import type { DatasetOptions } from "./options.ts";
import { compareNames } from "./order.ts";
import { failOption } from "./pattern.ts";
import { type LeftOut, stripPrivate } from "./privacy.ts";
import { proposeCharts } from "./propose.ts";
import { commonEnvironment, toProvenance } from "./provenance.ts";
import { sentence } from "./quantity-names.ts";
import { mergeRuns } from "./runs.ts";
import { byFile, isHost, nameSeries } from "./series.ts";
import { tellApart } from "./tell-apart.ts";
import { type Axis, decideAxis, names } from "./x.ts";
import type { Diagnostic } from "../../source/diagnostic.ts";

export interface Made {
  readonly dataset: Dataset;
  /** What is odd about files and figures; each stands in the dataset's sources too. */
  readonly warnings: readonly Diagnostic[];
  /** Whole sentences about what was taken for granted to make one dataset of the files. */
  readonly assumed: readonly string[];
  readonly leftOut: LeftOut;
}

/**
 * Makes a dataset of what was read from some files. `existing` is a dataset that is added to: its points are merged with
 * the new ones; everything else of it is left to `keepWords`. Total over readings; throws SourceError where the author's
 * options do not fit them.
 */
export function toDataset(read: readonly Input[], options: DatasetOptions, existing: Dataset | null = null): Made {
  const notes = takeNotes();
  const sorted = read.toSorted((a, b) => compareNames(a.file, b.file));
  const { inputs, leftOut } = options.keepPrivate ? { inputs: sorted, leftOut: [] } : stripPrivate(sorted);
  const found = keepWithX(keepMetrics(findPoints(inputs, notes), options, notes), options.x, notes);
  const axis = chooseAxis(found, options, notes, existing);
  assertNoSeconds(found, axis, options);
  if (options.merge === undefined && options.series === undefined) sayHosts(found, notes);
  if (existing !== null) assertSameAxis(axis, existing, inputs[0]!.file);
  const cells = toCells(place(found, axis, options, notes, existing), axis.name, options, notes);
  if (cells.length === 0)
    failOption("nothing-left", "no point has figures of all hosts", "Give the files of all hosts.", inputs[0]!.file);
  const all = existing === null ? cells : joinCells(toCellsAgain(existing), cells);
  const figured = assemble(mergeRuns(all, notes), axis, notes);
  return {
    dataset: {
      name: options.name,
      title: options.title ?? sentence(options.name),
      description: null,
      ...figured,
      charts: proposeCharts(options.name, figured),
      environment: commonEnvironment(inputs),
      load: describeLoad(inputs, notes),
      sampling: describeSampling(figured.series),
      sources: toProvenance(inputs, notes),
      publishRaw: false,
    } satisfies Dataset & Figured,
    warnings: [...read.flatMap(({ reading }) => reading.warnings), ...notes.warnings],
    assumed: notes.assumed,
    leftOut,
  };
}

/** A quantity at which each of several named things was measured once is no axis: the names are. */
function chooseAxis(found: readonly Found[], options: DatasetOptions, notes: Notes, existing: Dataset | null): Axis {
  if (existing?.x.kind === "category" && options.x === undefined) return names;
  const axis = decideAxis(found, options.x, notes, existing?.x.name ?? null);
  if (existing !== null || options.x !== undefined || options.series !== undefined || axis.kind !== "number")
    return axis;
  const files = [...byFile(found).values()];
  const content = contentName(found, axis.name);
  if (options.merge === "hosts" || files.every((points) => new Set(points.map(content)).size < 2)) return axis;
  const places = new Map<string, Set<unknown>>();
  for (const one of found) {
    const name = content(one);
    if (name === "" || isHost(one.point)) return axis;
    places.set(name, (places.get(name) ?? new Set()).add(axis.of(one)));
  }
  return places.size > 1 && [...places.values()].every((x) => x.size === 1) ? names : axis;
}

function findPoints(inputs: readonly Input[], notes: Notes): Found[] {
  const found = inputs.flatMap((input) => input.reading.points.map((point) => ({ input, point })));
  for (const { file, reading } of inputs.filter((one) => one.reading.points.length === 0)) {
    if (found.length === 0)
      failOption(
        "no-points",
        "the file has no measurements",
        reading.part ?? "Did the tool finish? Measure again.",
        file,
      );
    if (reading.part !== undefined) continue;
    notes.warn(
      file,
      "no-points",
      "the file has no measurements: it adds nothing",
      "Did the tool finish? If not, measure again.",
    );
  }
  return found;
}

/** Only what the author asked for with --metric. */
function keepMetrics(found: readonly Found[], { metrics = [] }: DatasetOptions, notes: Notes): readonly Found[] {
  if (metrics.length === 0) return found;
  const there = new Set(found.flatMap(({ point }) => Object.keys(point.metrics)));
  const missing = metrics.find((name) => !there.has(name));
  if (missing !== undefined) {
    const near = nearest(missing, there);
    const help = `${near === null ? "" : `Did you mean --metric ${near}? `}The files have ${[...there].join(", ")}.`;
    failOption("metric-unknown", `no file has the metric ${missing}`, help, found[0]!.input.file);
  }
  const kept = found.map(({ input, point }) => {
    const figures = Object.entries(point.metrics).filter(([name]) => metrics.includes(name));
    const flags = point.flags.filter((flag) => flag.metric === null || metrics.includes(flag.metric));
    return { input, point: { ...point, metrics: Object.fromEntries(figures), flags } };
  });
  const bare = kept.filter(({ point }) => Object.keys(point.metrics).length === 0);
  for (const { input } of bare)
    notes.warn(input.file, "metric-missing", "a point has none of the metrics asked for", "It is left out.");
  return kept.filter((one) => !bare.includes(one));
}

function place(
  found: readonly Found[],
  axis: Axis,
  options: DatasetOptions,
  notes: Notes,
  existing: Dataset | null,
): Placed[] {
  const { series, category } = nameSeries(found, axis, options, notes);
  const placed = found.map((one) => ({ ...one, series: series(one), x: axis.of(one) ?? category(one) }));
  const said = options.merge !== undefined || options.series !== undefined;
  const apart = said ? placed : tellApart(placed, axis.name, options.name, notes);
  return apart.map((one) => {
    const known = existing?.series.find(({ id, label }) => label === one.series || id === toId(one.series));
    return { ...one, series: known?.id ?? one.series };
  });
}

function assertSameAxis(axis: Axis, { x }: Dataset, file: string): void {
  if (axis.kind === x.kind && (axis.name === x.name || x.kind === "category")) return;
  const fact = `the dataset is over ${x.name}, this file over ${axis.name}`;
  failOption("x-differs", fact, "Say which x it has with --x, or import it under another name.", file);
}

/** Whether hosts are several measurements or parts of one cannot be seen in the files. */
function sayHosts(found: readonly Found[], notes: Notes): void {
  const hosts = new Set(found.filter(({ point }) => isHost(point)).map(({ point }) => point.series));
  if (hosts.size > 1) notes.assume("Each host is a series of its own; --merge hosts makes one load of them.");
}

/** A row of each second is no repeated run: without its time it would pass for one. */
function assertNoSeconds(found: readonly Found[], axis: Axis, options: DatasetOptions): void {
  if (axis.kind === "time" || options.x !== undefined) return;
  for (const [file, points] of byFile(found)) {
    const times = new Set(points.flatMap(({ point }) => point.x.find(({ name }) => name === "time")?.value ?? []));
    if (times.size < 2) continue;
    const fact = "this file has a row for each of many times, the others have not: they cannot share an x";
    failOption("x-time", fact, "Import it alone, under another name: its x is time.", file);
  }
}

/** The points of a dataset, and those that come to it: at the same place they are runs of one point. */
function joinCells(before: readonly Cell[], added: readonly Cell[]): Cell[] {
  const joined = new Map<string, Cell>();
  for (const cell of [...before, ...added]) {
    const key = JSON.stringify([cell.series, cell.x]);
    joined.set(key, { ...cell, runs: [...(joined.get(key)?.runs ?? []), ...cell.runs] });
  }
  return [...joined.values()];
}
