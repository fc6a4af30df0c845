import type { Dataset } from "../benchmark/dataset.ts";
import { firstFrom, joinRows, type Stretch } from "../benchmark/rows.ts";
import type { Subject } from "../chart/adjust/adjust.ts";
import type { Adjustment, Range } from "../chart/adjust/adjustment.ts";
import { shown, shownUnit } from "../chart/decide/shown.ts";
import { type Levels, parentOf, rootTile, spanOf, type Tile, tileName, tilesFor } from "../chart/levels.ts";
import { readDataset } from "./reader.ts";
import { fetchText } from "./surroundings.ts";

/** So many tiles are kept: those of some parts of the axis, and of the way there and back. */
const KEPT = 48;

/** What of a chart with many points is here, and the rest as it comes. */
export interface Finer {
  /**
   * The chart's subject with the finest rows that are here for the part of the x-axis that is looked at. What is missing is
   * fetched; until it is here, coarser rows stand in.
   */
  readonly of: (adjustment: Adjustment) => Subject;
  /** How many tiles have come: what was drawn at another number may be drawn finer. */
  readonly come: () => number;
}

export interface FinerOptions {
  readonly subject: Subject;
  readonly levels: Levels;
  /** Called when all tiles that were asked for have come, as far as they do: a picture is not drawn anew for each of them. */
  readonly arrived: () => void;
  /** Called when one could not be loaded; it is asked for again when that part is looked at anew. */
  readonly missed: (error: unknown) => void;
  readonly fetch?: (address: string) => Promise<string>;
}

export function openLevels({ subject, levels, arrived, missed, fetch = fetchText }: FinerOptions): Finer {
  const { dataset: root, chart } = subject;
  const { edges } = levels;
  const unit = shownUnit(root.x.unit, root.x.display);
  const places = root.x.kind === "number" ? edges.map((edge) => shown(edge, unit)) : edges;
  const top = tileName(rootTile(edges));
  const here = new Map<string, Dataset>();
  const asked = new Set<string>();
  let come = 0;
  let told = 0;

  async function ask(name: string): Promise<void> {
    if (here.has(name) || asked.has(name)) return;
    asked.add(name);
    try {
      here.set(name, readDataset(await fetch(levels.path + name), root.name));
      for (const old of [...here.keys()].slice(0, -KEPT)) here.delete(old);
      come += 1;
    } catch (error) {
      missed(error);
    } finally {
      asked.delete(name);
    }
    if (asked.size > 0 || come === told) return;
    told = come;
    arrived();
  }

  /** The finest that is here of a tile's place. */
  function best(tile: Tile): string {
    let found = tile;
    while (!here.has(tileName(found)) && tileName(found) !== top) found = parentOf(found);
    return tileName(found);
  }

  function stretches(id: string, tiles: readonly Tile[], [low, high]: Range): Stretch[] {
    return tiles.flatMap((tile) => {
      const series = (here.get(best(tile)) ?? root).series.find((one) => one.id === id);
      if (series === undefined) return [];
      const [start, end] = spanOf(edges, tile);
      const whole = stretch(series, start, end === edges.at(-1) ? Infinity : end);
      // One row beyond each edge, to which the line leads.
      const from = Math.max(whole.from, firstFrom(series.x, low) - 1);
      const to = Math.min(whole.to, firstFrom(series.x, high) + 2);
      return from < to ? [{ series, from, to }] : [];
    });
  }

  /** The rows of a part in base units, and of what is beyond it the nearest that is here for certain and the outermost. */
  function splice(tiles: readonly Tile[], part: Range): Subject {
    const [from, to] = [spanOf(edges, tiles[0]!)[0], spanOf(edges, tiles.at(-1)!)[1]];
    const series = root.series.map((one) => {
      const count = one.x.length;
      const before = firstFrom(one.x, from);
      const after = to === edges.at(-1) ? count : firstFrom(one.x, to);
      const rows = (from: number, to: number): Stretch => ({ series: one, from, to });
      return joinRows([
        rows(0, Math.min(1, before)),
        rows(Math.max(1, before - 1), Math.max(1, before)),
        ...stretches(one.id, tiles, part),
        rows(Math.min(after, count - 1), Math.min(after + 1, count - 1)),
        rows(Math.max(after, count - 1), count),
      ]);
    });
    const isFinest = tiles.every((tile) => tile.level === 0 && best(tile) === tileName(tile));
    return { ...subject, dataset: { ...root, series }, ...(isFinest ? {} : { isCoarse: true }) };
  }

  return {
    come: () => come,
    of({ xRange, xScale }) {
      if (xRange === null) return subject;
      const log = (xScale ?? chart.x.kind) === "log";
      const tiles = tilesFor(places, xRange, log ? Math.log10 : (x) => x);
      if (tiles.length === 0) return { ...subject, isCoarse: true };
      for (const tile of tiles) if (tileName(tile) !== top) void ask(tileName(tile));
      return splice(tiles, root.x.kind === "number" ? [xRange[0] / unit.factor, xRange[1] / unit.factor] : xRange);
    },
  };
}

function stretch(series: Stretch["series"], from: number, to: number): Stretch {
  return { series, from: firstFrom(series.x, from), to: firstFrom(series.x, to) };
}
