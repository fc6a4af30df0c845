import { readFile, stat } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { extname } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants } from "node:zlib";

/** Answers a request with a file in the best brotli there is, as hosts keep it beside the file; false where it cannot. */
export type SendPacked = (file: string, request: IncomingMessage, response: ServerResponse) => Promise<boolean>;

/** The texts of a site, and how they are announced. */
const types: Readonly<Record<string, string>> = {
  ".css": "text/css",
  ".csv": "text/csv",
  ".html": "text/html;charset=utf-8",
  ".js": "text/javascript",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".txt": "text/plain",
  ".xml": "text/xml",
};

/** Bytes of a file above which its packing, a second or two for each megabyte, would be taken for a server that hangs. */
const LIMIT = 2_000_000;

const compress = promisify(brotliCompress);

/** Packs each file when it is first asked for, and again when it has changed. */
export function packedSender(): SendPacked {
  const memory = new Map<string, { readonly tag: string; readonly content: Promise<Buffer> }>();

  return async (file, request, response) => {
    const type = types[extname(file)];
    if (type === undefined || !takesBrotli(request) || request.headers.range !== undefined) return false;
    const { size, mtimeMs } = await stat(file);
    if (size > LIMIT) return false;
    const tag = `W/"${size}-${mtimeMs}-br"`;
    const known = memory.get(file);
    const { content } = known?.tag === tag ? known : { content: pack(file) };
    memory.set(file, { tag, content });
    const bytes = await content;
    response.setHeader("ETag", tag).setHeader("Vary", "Accept-Encoding");
    if (request.headers["if-none-match"]?.includes(tag)) {
      response.writeHead(304).end();
      return true;
    }
    response.writeHead(200, { "Content-Type": type, "Content-Encoding": "br", "Content-Length": bytes.length });
    response.end(request.method === "HEAD" ? undefined : bytes);
    return true;
  };
}

async function pack(file: string): Promise<Buffer> {
  const content = await readFile(file);
  const { BROTLI_PARAM_QUALITY, BROTLI_MAX_QUALITY, BROTLI_PARAM_SIZE_HINT } = constants;
  return compress(content, {
    params: { [BROTLI_PARAM_QUALITY]: BROTLI_MAX_QUALITY, [BROTLI_PARAM_SIZE_HINT]: content.length },
  });
}

function takesBrotli({ headers }: IncomingMessage): boolean {
  return /(^|[\s,])br(?!\s*;\s*q=0(\.0*)?\s*(,|$))\b/.test(String(headers["accept-encoding"] ?? ""));
}
