import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { extname, join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

const texts = new Set([".html", ".css", ".js", ".json", ".svg", ".xml", ".txt", ".csv"]);

/** Puts a brotli copy beside each text of a folder, as hosts do. */
export function precompress(folder: string): void {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !texts.has(extname(entry.name))) continue;
    const file = join(entry.parentPath, entry.name);
    writeFileSync(`${file}.br`, brotli(readFileSync(file)));
  }
}

/** Brotli as a host makes it beforehand: the best there is. */
export function brotli(content: Uint8Array): Buffer {
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: content.length };
  return brotliCompressSync(content, { params });
}
