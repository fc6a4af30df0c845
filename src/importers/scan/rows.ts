import { numberIn, rememberedText, standsAt } from "./bytes.ts";
import { join, withoutMark } from "./lines.ts";

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

export function rowScanner(delimiter: string, take: (row: ScannedRow) => void): RowScanner {
  const mark = delimiter.charCodeAt(0);
  const quotes = delimiter !== "\t";
  const starts: number[] = [];
  const ends: number[] = [];
  let bytes = new Uint8Array(0);
  let quoted = false;
  let nextQuote = -1;
  // A row without quotes is cut into cells only as far as they are asked for: the rest of it is passed over.
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
  const length = (cell: number): number => {
    if (cell >= found) reach(cell);
    return cell >= 0 && cell < found ? ends[cell]! - starts[cell]! : 0;
  };
  const row = {
    get count() {
      reach(Number.POSITIVE_INFINITY);
      return found;
    },
    line: 1,
    closed: true,
    length,
    number(cell: number, from = 0, to = length(cell)) {
      const last = Math.min(to, length(cell));
      return last > from ? numberIn(bytes, starts[cell]! + from, starts[cell]! + last) : Number.NaN;
    },
    text(cell: number) {
      if (length(cell) === 0) return "";
      const text = remembered(bytes, starts[cell]!, ends[cell]!);
      return quoted ? text.replaceAll('""', '"') : text;
    },
    is: (cell: number, word: Uint8Array) => length(cell) === word.length && standsAt(bytes, starts[cell]!, word),
    begins: (cell: number, word: Uint8Array) => length(cell) >= word.length && standsAt(bytes, starts[cell]!, word),
  };

  /** Begins a row whose cells stand between two places; the place behind it. */
  const begin = (from: number, end: number): number => {
    found = 0;
    cursor = from;
    limit = end > from && bytes[end - 1] === cr ? end - 1 : end;
    row.closed = end < bytes.length;
    return end + 1;
  };

  /** Takes one row in; the place behind it, or -1 when it is not all there yet. */
  const scan = (from: number, final: boolean, withQuotes: boolean): number => {
    quoted = false;
    const feed = bytes.indexOf(lf, from);
    const end = feed === -1 ? bytes.length : feed;
    if (nextQuote < from) nextQuote = withQuotes ? indexOrEnd(bytes, quote, from) : bytes.length;
    if (withQuotes && nextQuote < end) return scanQuoted(from, final);
    return feed === -1 && !final ? -1 : begin(from, end);
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
      if (length(0) > 0 || next - at > 2 || row.count > 1) take(row);
      row.line += quoted ? lineEnds(bytes, at, next) : 1;
      at = next;
    }
    bytes = bytes.slice(Math.min(at, bytes.length));
  };

  return {
    push(piece) {
      const more = row.line === 1 && bytes.length === 0 ? withoutMark(piece) : piece;
      bytes = new Uint8Array(bytes.length === 0 ? more : join([bytes, more]));
      run(false);
    },
    end: () => run(true),
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
