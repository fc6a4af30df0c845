import type { Dataset } from "../benchmark/dataset.ts";
import { firstFrom, joinRows, type Stretch } from "../benchmark/rows.ts";
import type { Subject } from "../chart/adjust/adjust.ts";
import type { Adjustment } from "../chart/adjust/adjustment.ts";
import { shown, shownUnit } from "../chart/decide/shown.ts";
import { type Levels, parentOf, rootTile, spanOf, type Tile, tileName, tilesFor } from "../chart/levels.ts";
import { readDataset } from "./reader.ts";
import { fetchText } from "./surroundings.ts";

/** So many tiles are kept: some parts of the axis next to each other. */
const KEPT = 24;

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
  /** Called when a tile has come. */
  readonly arrived: () => void;
  readonly fetch?: (address: string) => Promise<string>;
}

export function openLevels({ subject, levels, arrived, fetch = fetchText }: FinerOptions): Finer {
  const { dataset: root, chart } = subject;
  const { edges } = levels;
  const unit = shownUnit(root.x.unit, root.x.display);
  const places = root.x.kind === "number" ? edges.map((edge) => shown(edge, unit)) : edges;
  const top = tileName(rootTile(edges));
  const here = new Map<string, Dataset>();
  const asked = new Set<string>();
  let come = 0;
  let last = { key: top, subject };

  async function ask(name: string): Promise<void> {
    if (here.has(name) || asked.has(name)) return;
    asked.add(name);
    try {
      here.set(name, readDataset(await fetch(levels.path + name), root.name));
      for (const old of [...here.keys()].slice(0, -KEPT)) here.delete(old);
      come += 1;
      arrived();
    } catch (error) {
      console.warn(`chart ${chart.id} is drawn coarser than it could be: ${String(error)}`);
    } finally {
      asked.delete(name);
    }
  }

  /** The finest that is here of a tile's place. */
  function best(tile: Tile): string {
    let found = tile;
    while (!here.has(tileName(found)) && tileName(found) !== top) found = parentOf(found);
    return tileName(found);
  }

  function stretches(id: string, tiles: readonly Tile[]): Stretch[] {
    return tiles.flatMap((tile) => {
      const series = (here.get(best(tile)) ?? root).series.find((one) => one.id === id);
      const [from, to] = spanOf(edges, tile);
      return series === undefined ? [] : [stretch(series, from, to === edges.at(-1) ? Infinity : to)];
    });
  }

  function splice(tiles: readonly [Tile, ...Tile[]]): Subject {
    const [from] = spanOf(edges, tiles[0]);
    const [, to] = spanOf(edges, tiles.at(-1)!);
    const series = root.series.map((one) =>
      joinRows([
        stretch(one, -Infinity, from),
        ...stretches(one.id, tiles),
        stretch(one, to === edges.at(-1) ? Infinity : to, Infinity),
      ]),
    );
    return { ...subject, dataset: { ...root, series } };
  }

  return {
    come: () => come,
    of({ xRange, xScale }) {
      if (xRange === null) return subject;
      const log = (xScale ?? chart.x.kind) === "log";
      const [first, ...more] = tilesFor(places, xRange, log ? Math.log10 : (x) => x);
      if (first === undefined) return subject;
      const tiles = [first, ...more] as const;
      for (const tile of tiles) if (tileName(tile) !== top) void ask(tileName(tile));
      const key = tiles.map((tile) => `${tileName(tile)} ${best(tile)}`).join();
      if (last.key !== key) last = { key, subject: splice([...tiles]) };
      return last.subject;
    },
  };
}

function stretch(series: Stretch["series"], from: number, to: number): Stretch {
  return { series, from: firstFrom(series.x, from), to: firstFrom(series.x, to) };
}
