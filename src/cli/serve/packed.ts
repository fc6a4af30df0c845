import { readFile, stat } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { packBrotli, textType } from "./texts.ts";

/** Answers a request with a file in the best brotli there is, as hosts keep it beside the file; false where it cannot. */
export type SendPacked = (file: string, request: IncomingMessage, response: ServerResponse) => Promise<boolean>;

/** Bytes of a file above which its packing, a second or two for each megabyte, would be taken for a server that hangs. */
const LIMIT = 2_000_000;

/** Packs each file when it is first asked for, and again when it has changed. */
export function packedSender(): SendPacked {
  const memory = new Map<string, { readonly tag: string; readonly content: Promise<Buffer> }>();

  return async (file, request, response) => {
    const type = textType(file);
    if (type === null || !takesBrotli(request) || request.headers.range !== undefined) return false;
    const { size, mtimeMs } = await stat(file);
    if (size > LIMIT) return false;
    const tag = `W/"${size}-${mtimeMs}-br"`;
    const known = memory.get(file);
    const { content } = known?.tag === tag ? known : { content: readFile(file).then(packBrotli) };
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

function takesBrotli({ headers }: IncomingMessage): boolean {
  return /(^|[\s,])br(?!\s*;\s*q=0(\.0*)?\s*(,|$))\b/.test(String(headers["accept-encoding"] ?? ""));
}
