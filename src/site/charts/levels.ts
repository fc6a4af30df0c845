import type { Dataset } from "../../benchmark/dataset.ts";
import { writeDataset } from "../../benchmark/render.ts";
import { firstFrom, takeRows } from "../../benchmark/rows.ts";
import type { Axis, Chart, ChartSeries, Measured } from "../../chart/chart.ts";
import { shown, shownUnit } from "../../chart/decide/shown.ts";
import { allTiles, type Levels, rootTile, spanOf, type Tile, TILE_ROWS, tileName } from "../../chart/levels.ts";
import { columnsFor, drawnRows, isThinned } from "../../chart/thin.ts";
import { madeFile, type SiteFile } from "../files.ts";
import type { Figure } from "./figure.ts";
import { wholeChart } from "./whole.ts";

type Places = Pick<Axis, "kind" | "domain">;

const found = new WeakMap<Chart, readonly number[] | null>();

/**
 * The edges of the tiles of a chart that has more points than its page should carry; null for any other: then the page
 * loads the dataset.
 */
function edgesOf({ chart, dataset }: Figure): readonly number[] | null {
  const known = found.get(chart);
  if (known !== undefined) return known;
  // Tiles are of the dataset's x: a chart that counts from the start of its runs has another.
  const same = (dataset.x.kind === "time") === (chart.x.kind === "time");
  const edges = same && isThinned(chart) ? cut(dataset, chart) : null;
  found.set(chart, edges);
  return edges;
}

function cut(dataset: Dataset, chart: Chart): readonly number[] | null {
  const all = Float64Array.from(seriesOf(dataset, chart).flatMap(({ x }) => x)).sort();
  if (all.length < 2 * TILE_ROWS) return null;
  const starts = Array.from({ length: Math.floor(all.length / TILE_ROWS) }, (_, i) => all[i * TILE_ROWS]!);
  return [...new Set([...starts, all.at(-1)!])];
}

function seriesOf({ series }: Dataset, chart: Chart): Dataset["series"] {
  return chart.series.flatMap(({ id }) => series.find((one) => one.id === id) ?? []);
}

/** Path in the site of a chart's tiles. */
export function levelsPath({ paths }: Figure): string {
  return paths.csv.replace(/\.csv$/, "/levels/");
}

/** Path in the site of what a chart's page loads: its dataset, or the tile that has of all what a picture shows. */
export function dataPath(figure: Figure): string {
  const edges = edgesOf(figure);
  return edges === null ? figure.paths.json : levelsPath(figure) + tileName(rootTile(edges));
}

/** What a figure says of its tiles, which are at `path` for a browser; null where it has none. */
export function linkToLevels(figure: Figure, path: string): Levels | null {
  const edges = edgesOf(figure);
  if (edges === null) return null;
  const measured = figure.chart.series.flatMap(({ id, thinned }): [string, Measured][] =>
    thinned === null ? [] : [[id, thinned]],
  );
  return { path, edges, measured: Object.fromEntries(measured) };
}

/** The tiles of a chart, as files. */
export function levelFiles(figure: Figure): SiteFile[] {
  const edges = edgesOf(figure);
  if (edges === null) return [];
  return allTiles(edges).map((tile) =>
    madeFile(
      levelsPath(figure) + tileName(tile),
      () => `${JSON.stringify(writeDataset(toTile(figure, edges, tile)))}\n`,
    ),
  );
}

/** A dataset of what a chart shows in a tile: its series, its metric and the shares of failures. */
function toTile(figure: Figure, edges: readonly number[], tile: Tile): Dataset {
  const { dataset, chart } = figure;
  const [from, to] = spanOf(edges, tile);
  const isLast = to === edges.at(-1);
  const axis: Places = { kind: chart.x.kind, domain: domainOf(dataset, chart, edges, tile) };
  const used = new Set([chart.metric.id, "error_ratio", "http_error_ratio"]);
  const series = seriesOf(dataset, chart).flatMap((one, index) => {
    const [start, end] = [firstFrom(one.x, from), isLast ? one.x.length : firstFrom(one.x, to)];
    if (start === end) return [];
    const rows =
      tile.level === 0
        ? range(start, end)
        : thinRows(wholeChart(figure).series[index]!, axis, columnsFor(chart.series.length), start, end);
    return [takeRows({ ...one, values: new Map([...one.values].filter(([id]) => used.has(id))) }, rows)];
  });
  const there = new Set(series.flatMap(({ values }) => [...values.keys()]));
  return {
    ...dataset,
    metrics: new Map([...dataset.metrics].filter(([id]) => there.has(id))),
    series,
    charts: new Map(),
    environment: {},
    load: {},
    sampling: {},
    sources: [],
    publishRaw: false,
  };
}

/** The part of the axis that a picture of the tile shows, in the unit of the chart: of the root what the chart itself shows. */
function domainOf({ x }: Dataset, chart: Chart, edges: readonly number[], tile: Tile): Axis["domain"] {
  if (tile.level === rootTile(edges).level) return chart.x.domain;
  const unit = shownUnit(x.unit, x.display);
  const [from, to] = spanOf(edges, tile);
  return x.kind === "number" ? [shown(from, unit), shown(to, unit)] : [from, to];
}

/** Which rows of a part of a series its picture shows, by their place in the series. */
function thinRows(
  { x, y, low, high, failed }: ChartSeries,
  axis: Places,
  columns: number,
  start: number,
  end: number,
): number[] {
  const part = <T>(column: readonly T[]): T[] => column.slice(start, end);
  const seen = {
    x: part(x),
    y: part(y),
    low: low && part(low),
    high: high && part(high),
    failed: failed && part(failed),
  };
  const rows = drawnRows(seen, axis, columns);
  return rows === null ? range(start, end) : rows.map((row) => start + row);
}

function range(start: number, end: number): number[] {
  return Array.from({ length: end - start }, (_, i) => start + i);
}
