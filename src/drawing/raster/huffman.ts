/** Most bits of a code in a deflate stream. */
const LONGEST = 15;

/** The bits of each symbol's code by how often it comes, the shortest codes for the most frequent; none for one that never comes. */
export function codeLengths(counts: Uint32Array): Uint8Array {
  for (let flattened = counts; ; flattened = flattened.map((count) => (count === 0 ? 0 : (count >> 1) + 1))) {
    const lengths = huffman(flattened);
    if (lengths.every((length) => length <= LONGEST)) return lengths;
  }
}

/** Huffman's way: the two rarest become one, again and again; each is then a bit longer than what it became a part of. */
function huffman(counts: Uint32Array): Uint8Array {
  const symbols = [...counts.keys()].filter((symbol) => counts[symbol]! > 0);
  // the order of the symbols decides where counts are the same
  symbols.sort((a, b) => counts[a]! - counts[b]!);
  const single = symbols.length;
  const sums = symbols.map((symbol) => counts[symbol]!);
  const parts: number[] = [];
  let [one, two] = [0, single];
  const rarest = (): number => {
    if (two >= sums.length || (one < single && sums[one]! <= sums[two]!)) return one++;
    return two++;
  };
  while (sums.length < 2 * single - 1) {
    const [a, b] = [rarest(), rarest()];
    parts.push(a, b);
    sums.push(sums[a]! + sums[b]!);
  }
  const depths = new Uint8Array(sums.length);
  for (let i = sums.length - 1; i >= single; i--) {
    for (const part of [parts[2 * (i - single)]!, parts[2 * (i - single) + 1]!]) depths[part] = depths[i]! + 1;
  }
  const lengths = new Uint8Array(counts.length);
  for (const [i, symbol] of symbols.entries()) lengths[symbol] = depths[i]!;
  return lengths;
}

/** The codes of all symbols from their bits, with the first bit lowest, as a deflate stream has them. */
export function codesOf(lengths: Uint8Array): Uint16Array {
  const codes = new Uint16Array(lengths.length);
  let code = 0;
  for (let bits = 1; bits <= LONGEST; bits++) {
    for (let symbol = 0; symbol < lengths.length; symbol++) {
      if (lengths[symbol] === bits) codes[symbol] = reversed(code++, bits);
    }
    code *= 2;
  }
  return codes;
}

function reversed(code: number, bits: number): number {
  let result = 0;
  for (let i = 0; i < bits; i++) result |= ((code >> i) & 1) << (bits - 1 - i);
  return result;
}
