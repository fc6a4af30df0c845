import { numberIn, standsAt, textIn } from "./bytes.ts";
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
  number(cell: number): number;
  text(cell: number): string;
  is(cell: number, word: Uint8Array): boolean;
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
  const row = {
    count: 0,
    line: 1,
    closed: true,
    number: (cell: number) => (cell < row.count ? numberIn(bytes, starts[cell]!, ends[cell]!) : Number.NaN),
    text(cell: number) {
      if (cell >= row.count) return "";
      const text = textIn(bytes, starts[cell]!, ends[cell]!);
      return quoted ? text.replaceAll('""', '"') : text;
    },
    is: (cell: number, word: Uint8Array) =>
      cell < row.count && word.length === ends[cell]! - starts[cell]! && standsAt(bytes, starts[cell]!, word),
  };

  /** Takes one row in; the place behind it, or -1 when it is not all there yet. */
  const scan = (from: number, final: boolean, withQuotes: boolean): number => {
    const { length } = bytes;
    let at = from;
    row.count = 0;
    quoted = false;
    for (;;) {
      if (withQuotes && bytes[at] === quote) {
        const close = closingQuote(bytes, at + 1);
        if (close === -1 || (close + 1 === length && !final)) return -1;
        starts[row.count] = at + 1;
        ends[row.count] = close;
        quoted = true;
        at = close + 1;
        while (at < length && bytes[at] !== mark && bytes[at] !== lf) at++;
      } else {
        starts[row.count] = at;
        for (let byte = bytes[at]; at < length && byte !== mark && byte !== lf; byte = bytes[at]) at++;
        ends[row.count] = at > from && bytes[at - 1] === cr && bytes[at] !== mark ? at - 1 : at;
      }
      if (at >= length && !final) return -1;
      row.count++;
      row.closed = at < length;
      if (bytes[at++] !== mark) return at;
    }
  };

  const run = (final: boolean): void => {
    let at = 0;
    while (at < bytes.length) {
      let next = scan(at, final, quotes);
      if (next === -1 && (final || bytes.length - at > longestQuoted)) next = scan(at, final, false);
      if (next === -1) break;
      if (row.count > 1 || ends[0]! > starts[0]!) take(row);
      row.line += quoted ? lineEnds(bytes, at, next) : 1;
      at = next;
    }
    bytes = bytes.slice(at);
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
