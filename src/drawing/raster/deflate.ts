import { codeLengths, codesOf } from "./huffman.ts";
import type { Runs } from "./runs.ts";

/** A run of a byte is written once, and then as copies of the byte before: so long at least and at most. */
const LEAST = 3;
const MOST = 258;

/** Symbols of a deflate stream (RFC 1951): bytes, the end, and from here on lengths of copies. */
const END = 256;
const COPY = 257;

/** Shortest copy of each symbol for copies, and how many bits more say how long it is. */
const COPIES = [
  3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258,
];
const EXTRA = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0];

/** The symbol of each length. */
const KINDS = Uint16Array.from({ length: MOST + 1 }, (_, length) => COPIES.findLastIndex((least) => least <= length));

/** Order in which a stream tells the bits of the codes for code lengths. */
const ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

/** Bytes that come as runs, compressed (zlib format, RFC 1950): in a time that runs take, however long they are. */
export function deflateRuns(runs: Runs): Uint8Array {
  const { symbols, counts } = symbolsOf(runs);
  const lengths = codeLengths(counts);
  const codes = codesOf(lengths);
  const bits = lengths.reduce((sum, length, symbol) => sum + (length + 6) * counts[symbol]!, 0);
  const out = new Bits(2 ** 10 + (bits >> 3));
  out.write(0x0178, 16);
  // one last block, with codes of its own
  out.write(0b101, 3);
  writeCodes(out, lengths);
  for (let i = 0; i < symbols.length; i++) {
    const symbol = symbols[i]!;
    out.write(codes[symbol]!, lengths[symbol]!);
    // the one distance there is, the byte before, has a code of one bit
    if (symbol >= COPY) out.write(symbols[++i]!, EXTRA[symbol - COPY]! + 1);
  }
  return out.end(checksum(runs));
}

/** Lengths of all codes, each in four bits. */
function writeCodes(out: Bits, lengths: Uint8Array): void {
  out.write(lengths.length - COPY, 5);
  out.write(0, 5);
  out.write(ORDER.length - 4, 4);
  for (const symbol of ORDER) out.write(symbol < 16 ? 4 : 0, 3);
  // codes are written with the first bit first, numbers with the lowest
  const flat = codesOf(new Uint8Array(16).fill(4));
  for (const length of [...lengths, 1]) out.write(flat[length]!, 4);
}

interface Symbols {
  /** Each copy is followed by how much longer it is than the shortest of its symbol. */
  readonly symbols: Uint16Array;
  /** How often each comes. */
  readonly counts: Uint32Array;
}

function symbolsOf({ pairs, length }: Runs): Symbols {
  let total = 0;
  for (let i = 1; i < length; i += 2) total += LEAST + 2 * Math.ceil(pairs[i]! / MOST);
  const symbols = new Uint16Array(total + 1);
  const counts = new Uint32Array(COPY + COPIES.length);
  let end = 0;
  for (let i = 0; i < length; i += 2) {
    const value = pairs[i]!;
    let left = pairs[i + 1]!;
    symbols[end++] = value;
    counts[value]!++;
    for (left--; left >= LEAST;) {
      const copied = Math.min(left, MOST);
      const kind = KINDS[copied]!;
      symbols[end++] = COPY + kind;
      symbols[end++] = copied - COPIES[kind]!;
      counts[COPY + kind]!++;
      left -= copied;
    }
    for (; left > 0; left--) {
      symbols[end++] = value;
      counts[value]!++;
    }
  }
  symbols[end++] = END;
  counts[END]!++;
  return { symbols: symbols.subarray(0, end), counts };
}

/** Adler-32 of all bytes. */
function checksum({ pairs, length }: Runs): number {
  const [prime, piece] = [65521, 4096];
  let [a, b] = [1, 0];
  for (let i = 0; i < length; i += 2) {
    const value = pairs[i]!;
    for (let left = pairs[i + 1]!; left > 0; left -= piece) {
      const count = Math.min(left, piece);
      b = (b + count * a + (value * count * (count + 1)) / 2) % prime;
      a = (a + count * value) % prime;
    }
  }
  return b * 65536 + a;
}

/** Bytes that are filled from the lowest bit on. */
class Bits {
  #bytes: Uint8Array;
  #length = 0;
  #held = 0;
  #count = 0;

  constructor(room: number) {
    this.#bytes = new Uint8Array(room);
  }

  /** At most 16 bits. */
  write(value: number, count: number): void {
    this.#held |= value << this.#count;
    this.#count += count;
    while (this.#count >= 8) {
      this.#bytes[this.#length++] = this.#held;
      this.#held >>>= 8;
      this.#count -= 8;
    }
  }

  /** All bytes, and behind them a number of four with the highest first. */
  end(number: number): Uint8Array {
    if (this.#count > 0) this.write(0, 8 - this.#count);
    new DataView(this.#bytes.buffer).setUint32(this.#length, number);
    return this.#bytes.subarray(0, this.#length + 4);
  }
}
