export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";

/** Whether bytes are no text at all. UTF-16 has NULs too, but in every second place. */
export function isBinary(head: Uint8Array): boolean {
  return encodingOf(head) === "utf-8" && head.includes(0);
}

/** By the byte order mark, else by where the NULs stand, else by whether the bytes are valid UTF-8. */
export function encodingOf(head: Uint8Array): Encoding {
  if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le";
  if (head[0] === 0xfe && head[1] === 0xff) return "utf-16be";
  const start = head.subarray(0, 512);
  if (start.length >= 4 && start.includes(0)) {
    const zeros = (parity: number) => start.filter((byte, i) => i % 2 === parity && byte === 0).length / start.length;
    if (zeros(1) > 0.4 && zeros(0) < 0.02) return "utf-16le";
    if (zeros(0) > 0.4 && zeros(1) < 0.02) return "utf-16be";
    return "utf-8";
  }
  try {
    // `stream` lets the head end in the middle of a character.
    new TextDecoder("utf-8", { fatal: true }).decode(head, { stream: true });
    return "utf-8";
  } catch {
    return "windows-1252";
  }
}

/** Text of a file as importers see it: no mark, no colours, lines ended by "\n" alone (a lone CR ends one too). */
export function decode(bytes: Uint8Array, encoding: Encoding): string {
  return clean(new TextDecoder(encoding).decode(bytes));
}

// oxlint-disable-next-line no-control-regex -- control characters are what it finds
const escapes = /\u001b(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\)|[@-Z\\-_])/g;

function clean(text: string): string {
  const plain = text.includes("\u001b") ? text.replace(escapes, "") : text;
  return plain.includes("\r") ? plain.replace(/\r\n?/g, "\n") : plain;
}

const escape = 0x1b;
const lf = 0x0a;
const cr = 0x0d;

/** Whether bytes are what importers read already: UTF-8 without colours and without a CR that is a line end of its own. */
export function isPlain(bytes: Uint8Array, encoding: Encoding): boolean {
  if (encoding !== "utf-8" || bytes.includes(escape)) return false;
  for (let at = bytes.indexOf(cr); at !== -1; at = bytes.indexOf(cr, at + 1))
    if (at + 1 < bytes.length && bytes[at + 1] !== lf) return false;
  return true;
}

/** Makes UTF-8 without marks, colours and lone CRs of bytes that come in pieces. */
export interface PlainPieces {
  push(bytes: Uint8Array): Uint8Array;
  end(): Uint8Array;
}

export function plainPieces(encoding: Encoding): PlainPieces {
  const decoder = new TextDecoder(encoding);
  const encoder = new TextEncoder();
  let rest = "";
  return {
    push(bytes) {
      const text = rest + decoder.decode(bytes, { stream: true });
      // A colour never goes over the end of a line; a CR at the very end may be the first half of one.
      const whole = 1 + Math.max(text.lastIndexOf("\n"), text.lastIndexOf("\r", text.length - 2));
      rest = text.slice(whole);
      return encoder.encode(clean(text.slice(0, whole)));
    },
    end: () => encoder.encode(clean(rest + decoder.decode())),
  };
}
