import { numberIn, rememberedText, standsAt } from "./bytes.ts";
import { withoutMark } from "./lines.ts";

const lf = 0x0a;
const cr = 0x0d;
const quote = 0x22;
/** A quote that does not close within this many bytes was none: the row is read again without quotes. */
const longestQuoted = 1 << 20;

/** The row that is being handed over: its cells stay readable until the next. */
export interface ScannedRow {
  /** How many cells it has. */
  readonly count: number;
  /** The number of the line on which it begins, from 1. */
  readonly line: number;
  /** False for a last row that no line end closes. */
  readonly closed: boolean;
  /** The number in a cell, or in its characters `from` to `to`; NaN where there is none. */
  number(cell: number, from?: number, to?: number): number;
  text(cell: number): string;
  /** How many bytes a cell has. */
  length(cell: number): number;
  is(cell: number, word: Uint8Array): boolean;
  begins(cell: number, word: Uint8Array): boolean;
}

/** Cuts delimited text that comes in pieces into rows and cells. Quotes as in RFC 4180: line ends may stand inside. */
export interface RowScanner {
  push(bytes: Uint8Array): void;
  end(): void;
}

/**
 * `ahead` is the number of the last cell that each row is asked for: up to it cells are cut while the end of the row is
 * looked for; those behind it only when they are asked for.
 */
export function rowScanner(delimiter: string, take: (row: ScannedRow) => void, ahead = -1): RowScanner {
  const mark = delimiter.charCodeAt(0);
  const most = Math.max(mark, lf);
  const quotes = delimiter !== "\t";
  const starts: number[] = [];
  const ends: number[] = [];
  // What is looked at stands in one space that is used again and again: first what a piece left, then the next piece.
  let space = new Uint8Array(0);
  let bytes = space;
  let kept = 0;
  let quoted = false;
  let nextQuote = -1;
  // How many cells are cut, where the next begins, and where the row ends.
  let found = 0;
  let cursor = 0;
  let limit = 0;
  const remembered = rememberedText();

  const reach = (cell: number): void => {
    const text = bytes;
    const stop = limit;
    while (found <= cell && cursor <= stop) {
      let at = cursor;
      while (at < stop && text[at] !== mark) at++;
      starts[found] = cursor;
      ends[found++] = at;
      cursor = at + 1;
    }
  };
  const has = (cell: number): boolean => {
    if (cell >= found) reach(cell);
    return cell >= 0 && cell < found;
  };
  const length = (cell: number): number => (has(cell) ? ends[cell]! - starts[cell]! : 0);
  const row = {
    get count() {
      reach(Number.POSITIVE_INFINITY);
      return found;
    },
    line: 1,
    closed: true,
    length,
    number(cell: number, from?: number, to?: number) {
      if (!has(cell)) return Number.NaN;
      const start = starts[cell]!;
      const first = from === undefined ? start : start + from;
      const last = to === undefined ? ends[cell]! : Math.min(ends[cell]!, start + to);
      return last > first ? numberIn(bytes, first, last) : Number.NaN;
    },
    text(cell: number) {
      if (length(cell) === 0) return "";
      const text = remembered(bytes, starts[cell]!, ends[cell]!);
      return quoted ? text.replaceAll('""', '"') : text;
    },
    is: (cell: number, word: Uint8Array) => length(cell) === word.length && standsAt(bytes, starts[cell]!, word),
    begins: (cell: number, word: Uint8Array) => length(cell) >= word.length && standsAt(bytes, starts[cell]!, word),
  };

  /** Takes one row in; the place behind it, or -1 when it is not all there yet. */
  const scan = (from: number, final: boolean, withQuotes: boolean): number => {
    const text = bytes;
    const size = text.length;
    let at = from;
    let start = from;
    let cells = 0;
    if (ahead >= 0)
      for (; at < size; at++) {
        const byte = text[at]!;
        // Most bytes are letters and digits, which stand above commas and line ends.
        if (byte > most) continue;
        if (byte === mark) {
          starts[cells] = start;
          ends[cells++] = at;
          start = at + 1;
          if (cells > ahead) break;
        } else if (byte === lf) break;
      }
    const feed = text[at] === lf ? at : text.indexOf(lf, at);
    const end = feed === -1 ? size : feed;
    quoted = false;
    if (nextQuote < from) nextQuote = withQuotes ? indexOrEnd(text, quote, from) : size;
    if (withQuotes && nextQuote < end) return scanQuoted(from, final);
    if (feed === -1 && !final) return -1;
    limit = end > from && text[end - 1] === cr ? end - 1 : end;
    if (cells <= ahead) {
      starts[cells] = start;
      ends[cells++] = limit;
      start = limit + 1;
    }
    found = cells;
    cursor = start;
    row.closed = end < size;
    return end + 1;
  };

  /** The same for a row with quotes: its line ends may be inside its cells, so it is cut up whole. */
  const scanQuoted = (from: number, final: boolean): number => {
    const size = bytes.length;
    let at = from;
    found = 0;
    for (;;) {
      if (bytes[at] === quote) {
        const close = closingQuote(bytes, at + 1);
        if (close === -1 || (close + 1 === size && !final)) return -1;
        starts[found] = at + 1;
        ends[found] = close;
        quoted = true;
        at = close + 1;
        while (at < size && bytes[at] !== mark && bytes[at] !== lf) at++;
      } else {
        starts[found] = at;
        while (at < size && bytes[at] !== mark && bytes[at] !== lf) at++;
        ends[found] = at > starts[found]! && bytes[at - 1] === cr && bytes[at] !== mark ? at - 1 : at;
      }
      if (at >= size && !final) return -1;
      found++;
      if (bytes[at] === mark) at++;
      else break;
    }
    // All cells are found: there is nothing left to reach.
    limit = at;
    cursor = at + 1;
    row.closed = at < size;
    return at + 1;
  };

  const run = (final: boolean): void => {
    let at = 0;
    nextQuote = -1;
    while (at < bytes.length) {
      let next = scan(at, final, quotes);
      if (next === -1 && (final || bytes.length - at > longestQuoted)) {
        next = scan(at, final, false);
        nextQuote = -1;
      }
      if (next === -1) break;
      if (limit > at) take(row);
      row.line += quoted ? lineEnds(bytes, at, next) : 1;
      at = next;
    }
    kept = Math.max(0, bytes.length - at);
    space.copyWithin(0, at, bytes.length);
  };

  return {
    push(piece) {
      const more = row.line === 1 && kept === 0 ? withoutMark(piece) : piece;
      if (kept + more.length > space.length) {
        const wider = new Uint8Array(2 * (kept + more.length));
        wider.set(space.subarray(0, kept));
        space = wider;
      }
      space.set(more, kept);
      bytes = space.subarray(0, kept + more.length);
      run(false);
    },
    end() {
      bytes = space.subarray(0, kept);
      run(true);
    },
  };
}

function indexOrEnd(bytes: Uint8Array, byte: number, from: number): number {
  const at = bytes.indexOf(byte, from);
  return at === -1 ? bytes.length : at;
}

function closingQuote(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(quote, from); at !== -1; at = bytes.indexOf(quote, at + 2))
    if (bytes[at + 1] !== quote) return at;
  return -1;
}

function lineEnds(bytes: Uint8Array, start: number, end: number): number {
  let count = 0;
  for (let at = bytes.indexOf(lf, start); at !== -1 && at < end; at = bytes.indexOf(lf, at + 1)) count++;
  return count;
}
