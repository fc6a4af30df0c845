const lf = 0x0a;
const cr = 0x0d;

/** Is handed each line that is not empty: its bytes from `start` to `end`, line end not included, and its number from 1. */
export type TakeLine = (bytes: Uint8Array, start: number, end: number, line: number) => void;

/** Cuts bytes that come in pieces into lines. Only a line that two pieces share is copied. */
export interface LineScanner {
  push(bytes: Uint8Array): void;
  /** Hands over the last line, if no line end closed it; says whether there was one. */
  end(): boolean;
}

export function lineScanner(take: TakeLine): LineScanner {
  let rest: Uint8Array[] = [];
  let line = 0;
  const give = (bytes: Uint8Array, start: number, end: number): void => {
    line++;
    const to = end > start && bytes[end - 1] === cr ? end - 1 : end;
    if (to > start) take(bytes, start, to, line);
  };
  return {
    push(piece) {
      const bytes = line === 0 && rest.length === 0 ? withoutMark(piece) : piece;
      let start = 0;
      if (rest.length > 0) {
        const end = bytes.indexOf(lf);
        rest.push(end === -1 ? bytes.slice() : bytes.subarray(0, end));
        if (end === -1) return;
        const whole = join(rest);
        rest = [];
        give(whole, 0, whole.length);
        start = end + 1;
      }
      for (let end = bytes.indexOf(lf, start); end !== -1; end = bytes.indexOf(lf, start)) {
        give(bytes, start, end);
        start = end + 1;
      }
      if (start < bytes.length) rest.push(bytes.slice(start));
    },
    end() {
      if (rest.length === 0) return false;
      const whole = join(rest);
      rest = [];
      give(whole, 0, whole.length);
      return true;
    },
  };
}

/** The byte order mark of UTF-8 is no part of the first line. */
export function withoutMark(bytes: Uint8Array): Uint8Array {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes;
}

/** Pieces as one. */
export function join(pieces: readonly Uint8Array[]): Uint8Array {
  if (pieces.length === 1) return pieces[0]!;
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
