import type { SiteFile } from "../files.ts";

/** Files whose bytes are there. */
export interface PackedFile extends SiteFile {
  readonly content: Uint8Array;
}

/** Files as one piece of bytes: a line of JSON with their paths and sizes, and behind it their contents. */
export function pack(files: readonly PackedFile[]): Uint8Array {
  const head = JSON.stringify(files.map(({ path, content }) => [path, content.length]));
  return Buffer.concat([Buffer.from(`${head}\n`), ...files.map(({ content }) => content)]);
}

/** The files of such a piece. */
export function unpack(bytes: Uint8Array): PackedFile[] {
  const end = bytes.indexOf("\n".charCodeAt(0));
  const head = JSON.parse(new TextDecoder().decode(bytes.subarray(0, end))) as [path: string, size: number][];
  let at = end + 1;
  return head.map(([path, size]) => ({ path, content: bytes.subarray(at, (at += size)) }));
}
