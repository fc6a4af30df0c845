import { Row } from "./row.ts";
import type { Part } from "./surface.ts";

/** Is told each run of pixels of one row that a shape covers by the same number of steps, from the left and from the top. */
export type Spans = (row: number, from: number, to: number, steps: number) => void;

/** Numbers of an edge: where it begins, its slope, where it ends, and whether it runs down. */
const EDGE = 5;

/**
 * A shape of straight edges, in pixels, and how much of each pixel it covers: exactly its area, by the signed areas right of each edge.
 * Pieces that turn the same way may overlap, and those that share an edge have no seam.
 */
export class Shape {
  readonly #row = new Row();
  #edges = new Float64Array(EDGE * 256);
  /** The next edge that begins in the same row as one, and the first one of each row; -1 for none. */
  #next = new Int32Array(256);
  #heads = new Int32Array(256);
  #count = 0;
  #left = Infinity;
  #top = Infinity;
  #right = -Infinity;
  #bottom = -Infinity;

  /** An edge from one place to another; a piece is whole when its edges lead back to where they began. */
  edge(x0: number, y0: number, x1: number, y1: number): void {
    if (y0 === y1) return;
    if (EDGE * this.#count === this.#edges.length) {
      const more = new Float64Array(2 * this.#edges.length);
      more.set(this.#edges);
      this.#edges = more;
    }
    const at = EDGE * this.#count++;
    const edges = this.#edges;
    const slope = (x1 - x0) / (y1 - y0);
    const down = y0 < y1;
    edges[at] = down ? x0 : x1;
    edges[at + 1] = down ? y0 : y1;
    edges[at + 2] = down ? y1 : y0;
    edges[at + 3] = slope;
    edges[at + 4] = down ? 1 : -1;
    this.#left = Math.min(this.#left, x0, x1);
    this.#top = Math.min(this.#top, y0, y1);
    this.#right = Math.max(this.#right, x0, x1);
    this.#bottom = Math.max(this.#bottom, y0, y1);
  }

  /** A closed piece: x and y by turns. */
  piece(points: readonly number[]): void {
    const last = points.length - 2;
    let [x, y] = [points[last]!, points[last + 1]!];
    for (let i = 0; i <= last; i += 2) {
      this.edge(x, y, points[i]!, points[i + 1]!);
      [x, y] = [points[i]!, points[i + 1]!];
    }
  }

  /** A closed piece in the other direction: what is taken out of one around it. */
  hole(points: readonly number[]): void {
    const last = points.length - 2;
    for (let i = 0; i <= last; i += 2) {
      const next = i === last ? 0 : i + 2;
      this.edge(points[next]!, points[next + 1]!, points[i]!, points[i + 1]!);
    }
  }

  /** Tells what is covered of a part, and forgets all edges. */
  spans(within: Part, told: Spans): void {
    const [left, right] = [
      Math.max(within.left, Math.floor(this.#left)),
      Math.min(within.right, Math.ceil(this.#right)),
    ];
    const [first, end] = [
      Math.max(within.top, Math.floor(this.#top)),
      Math.min(within.bottom, Math.ceil(this.#bottom)),
    ];
    const count = this.#count;
    const edges = this.#edges;
    this.#count = 0;
    this.#left = this.#top = Infinity;
    this.#right = this.#bottom = -Infinity;
    if (end <= first || right <= left) return;
    const row = this.#row;
    row.begin(left, right);
    this.#sort(count, first, end);
    const [heads, nexts] = [this.#heads, this.#next];
    let active: number[] = [];
    for (let y = first; y < end; y++) {
      for (let next = heads[y - first]!; next >= 0; next = nexts[next]!) active.push(EDGE * next);
      let ended = false;
      for (const at of active) {
        const [from, to] = [Math.max(edges[at + 1]!, y), Math.min(edges[at + 2]!, y + 1)];
        const [x, slope] = [edges[at]! - left, edges[at + 3]!];
        const start = edges[at + 1]!;
        if (to > from) row.add(x + (from - start) * slope, x + (to - start) * slope, (to - from) * edges[at + 4]!);
        ended ||= edges[at + 2]! <= y + 1;
      }
      row.tell(y, told);
      if (ended) active = active.filter((at) => edges[at + 2]! > y + 1);
    }
  }

  /** Puts edges into lists by the row in which they begin. */
  #sort(count: number, first: number, end: number): void {
    if (this.#heads.length < end - first) this.#heads = new Int32Array(2 * (end - first));
    if (this.#next.length < count) this.#next = new Int32Array(2 * count);
    const [heads, next] = [this.#heads.fill(-1, 0, end - first), this.#next];
    for (let i = count - 1; i >= 0; i--) {
      const row = Math.max(first, Math.floor(this.#edges[EDGE * i + 1]!));
      if (row >= end) continue;
      next[i] = heads[row - first]!;
      heads[row - first] = i;
    }
  }
}
