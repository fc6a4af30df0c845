const zero = 0x30;
const point = 0x2e;
const minus = 0x2d;
/** Powers of ten that doubles hold exactly: dividing by one rounds once, as a literal does. */
const powers = Array.from({ length: 23 }, (_, exponent) => 10 ** exponent);

/**
 * The plain decimal number between two places of a text in bytes (`-12.5`); anything else (exponents, spaces, more than
 * 15 digits, words) goes through Number. NaN where there is none.
 */
export function numberIn(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  const negative = bytes[at] === minus;
  if (negative) at++;
  let digits = 0;
  let decimals = -1;
  const first = at;
  for (; at < end; at++) {
    const byte = bytes[at]!;
    if (byte >= zero && byte <= zero + 9) {
      digits = digits * 10 + (byte - zero);
      if (decimals >= 0) decimals++;
    } else if (byte === point && decimals < 0) decimals = 0;
    else return rare(bytes, start, end);
  }
  if (at === first || at - first > 16 || (decimals === 0 && at - first === 1)) return rare(bytes, start, end);
  const value = decimals > 0 ? digits / powers[decimals]! : digits;
  return negative ? -value : value;
}

function rare(bytes: Uint8Array, start: number, end: number): number {
  const text = textIn(bytes, start, end).trim();
  return text === "" ? Number.NaN : Number(text);
}

const utf8 = new TextDecoder();

/** The text between two places, from UTF-8. */
export function textIn(bytes: Uint8Array, start: number, end: number): string {
  if (end - start > 40) return utf8.decode(bytes.subarray(start, end));
  let text = "";
  for (let at = start; at < end; at++) {
    const byte = bytes[at]!;
    if (byte > 127) return utf8.decode(bytes.subarray(start, end));
    text += String.fromCharCode(byte);
  }
  return text;
}

const slots = 1024;

/**
 * Reads texts that come again and again (labels, statuses) without making each anew: the last one of a hash is kept, and
 * comparing bytes takes a fraction of the time that decoding does.
 */
export function rememberedText(): (bytes: Uint8Array, start: number, end: number) => string {
  const kept: ({ bytes: Uint8Array; text: string } | undefined)[] = Array.from({ length: slots });
  return (bytes, start, end) => {
    let hash = end - start;
    for (let at = start; at < end; at++) hash = (Math.imul(hash, 31) + bytes[at]!) | 0;
    const slot = hash & (slots - 1);
    const last = kept[slot];
    if (last !== undefined && last.bytes.length === end - start && standsAt(bytes, start, last.bytes)) return last.text;
    const text = textIn(bytes, start, end);
    if (end - start <= 200) kept[slot] = { bytes: bytes.slice(start, end), text };
    return text;
  };
}

/** Whether a word stands at a place. */
export function standsAt(bytes: Uint8Array, at: number, word: Uint8Array): boolean {
  for (let i = 0; i < word.length; i++) if (bytes[at + i] !== word[i]) return false;
  return true;
}

/** Where a word begins between two places, or -1. */
export function findIn(bytes: Uint8Array, start: number, end: number, word: Uint8Array): number {
  const first = word[0]!;
  const last = end - word.length;
  for (let at = bytes.indexOf(first, start); at !== -1 && at <= last; at = bytes.indexOf(first, at + 1))
    if (standsAt(bytes, at, word)) return at;
  return -1;
}
