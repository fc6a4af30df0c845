import type { Spans } from "./shape.ts";
import { STEPS } from "./surface.ts";

/**
 * One row of pixels while edges cross it. Each edge changes how much is covered right of it; the sum from the left is what
 * a pixel has. Only pixels that an edge crosses are looked at, those between them are told at once.
 */
export class Row {
  #left = 0;
  #width = 0;
  #changes = new Float64Array();
  /** A bit for each pixel with a change. */
  #changed = new Int32Array();

  /** Begins between two columns, in the same memory where there is enough of it: a chart has hundreds of shapes. */
  begin(left: number, right: number): void {
    this.#left = left;
    this.#width = right - left;
    if (this.#changes.length >= this.#width + 2) return;
    this.#changes = new Float64Array(this.#width + 2);
    this.#changed = new Int32Array((this.#width + 33) >> 5);
  }

  /** An edge that crosses the row from one x to another, through `height` of it, negative where it runs up. */
  add(from: number, to: number, height: number): void {
    const width = this.#width;
    const changes = this.#changes;
    const low = Math.min(Math.max(Math.min(from, to), 0), width);
    const high = Math.min(Math.max(from, to, 0), width);
    const first = Math.floor(low);
    const last = Math.ceil(high);
    const start = low - first;
    if (last <= first + 1) {
      const right = (start + high - first) / 2;
      changes[first] = changes[first]! + height * (1 - right);
      changes[first + 1] = changes[first + 1]! + height * right;
      this.#mark(first, first + 1);
      return;
    }
    // what each pixel has of the edge's height, and of the area right of it
    const each = 1 / (high - low);
    const end = high - last + 1;
    const before = 0.5 * each * (1 - start) * (1 - start);
    const after = 0.5 * each * end * end;
    changes[first] = changes[first]! + height * before;
    if (last === first + 2) changes[first + 1] = changes[first + 1]! + height * (1 - before - after);
    else {
      const second = each * (1.5 - start);
      changes[first + 1] = changes[first + 1]! + height * (second - before);
      for (let i = first + 2; i < last - 1; i++) changes[i] = changes[i]! + height * each;
      const most = second + (last - first - 3) * each;
      changes[last - 1] = changes[last - 1]! + height * (1 - most - after);
    }
    changes[last] = changes[last]! + height * after;
    this.#mark(first, last);
  }

  #mark(from: number, to: number): void {
    for (let i = from; i <= to; i++) this.#changed[i >> 5]! |= 1 << (i & 31);
  }

  /** Tells what is covered, and forgets it. */
  tell(row: number, told: Spans): void {
    const changes = this.#changes;
    const changed = this.#changed;
    let sum = 0;
    let steps = 0;
    let begun = 0;
    for (let word = 0; word <= (this.#width + 1) >> 5; word++) {
      let bits = changed[word]!;
      changed[word] = 0;
      while (bits !== 0) {
        const lowest = bits & -bits;
        bits ^= lowest;
        const at = (word << 5) + 31 - Math.clz32(lowest);
        sum += changes[at]!;
        changes[at] = 0;
        const now = Math.min(STEPS, Math.round(STEPS * Math.abs(sum)));
        if (now === steps) continue;
        const to = Math.min(at, this.#width);
        if (steps > 0 && to > begun) told(row, this.#left + begun, this.#left + to, steps);
        [steps, begun] = [now, at];
      }
    }
    if (steps > 0 && this.#width > begun) told(row, this.#left + begun, this.#left + this.#width, steps);
  }
}
