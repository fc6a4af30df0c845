import type { Measured } from "./chart.ts";

/** So many tiles of a level make one of the next coarser one: few, so that those of a part hold little more than its picture shows. */
const FAN = 2;
/** About so many rows, of all series together, are in a tile of the finest level: those that were measured, none left out. */
export const TILE_ROWS = 8192;

/**
 * Where the finer levels of a chart are that has more points than its page carries. The x-axis is cut into tiles of as many
 * rows each; neighbours together are the tiles of the next level, with the rows that a picture of them shows, up to one tile
 * for all. Each is a dataset of its own.
 */
export interface Levels {
  /** Address of the folder with the tiles, with a slash at its end. */
  readonly path: string;
  /** The x at which each tile of the finest level begins, in base units, and at which the last one ends. */
  readonly edges: readonly number[];
  /** By series. */
  readonly measured: Readonly<Record<string, Measured>>;
}

/** A part of the x-axis at a level: 0 is the finest. */
export interface Tile {
  readonly level: number;
  readonly index: number;
}

/** The tile that has all. */
export function rootTile(edges: readonly number[]): Tile {
  let level = 0;
  while (FAN ** level < edges.length - 1) level++;
  return { level, index: 0 };
}

/** Every tile, the root first. */
export function allTiles(edges: readonly number[]): Tile[] {
  const { level: top } = rootTile(edges);
  return Array.from({ length: top + 1 }, (_, i) => top - i).flatMap((level) =>
    Array.from({ length: Math.ceil((edges.length - 1) / FAN ** level) }, (_, index) => ({ level, index })),
  );
}

export function parentOf({ level, index }: Tile): Tile {
  return { level: level + 1, index: Math.floor(index / FAN) };
}

/** File name of a tile, and its name wherever one is needed. */
export function tileName({ level, index }: Tile): string {
  return `${level}-${index}.json`;
}

/** From its first x to before the next tile's; the last tile has its end too. */
export function spanOf(edges: readonly number[], { level, index }: Tile): readonly [number, number] {
  const size = FAN ** level;
  return [edges[index * size]!, edges[Math.min((index + 1) * size, edges.length - 1)]!];
}

/**
 * The tiles, from left to right, of which a part of the x-axis is drawn as finely as a picture can show it: each the coarsest that
 * is no wider than the part. `along` makes of an x its place, in which equal distances look equal.
 */
export function tilesFor(
  edges: readonly number[],
  part: readonly [number, number],
  along: (x: number) => number,
): Tile[] {
  const width = along(part[1]) - along(part[0]);
  const visit = (tile: Tile): Tile[] => {
    const [from, to] = spanOf(edges, tile);
    if (to < part[0] || from > part[1]) return [];
    if (tile.level === 0 || along(to) - along(from) <= width * (1 + 1e-9)) return [tile];
    const level = tile.level - 1;
    const count = Math.ceil((edges.length - 1) / FAN ** level);
    const first = tile.index * FAN;
    return Array.from({ length: Math.min(FAN, count - first) }, (_, i) => ({ level, index: first + i })).flatMap(visit);
  };
  return visit(rootTile(edges));
}
