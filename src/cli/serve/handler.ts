import { existsSync, readFileSync } from "node:fs";
import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { join } from "node:path";
import compression from "compression";
import sirv from "sirv";
import { cacheControl, headersOf, securityHeaders } from "./headers.ts";
import { locate } from "./locate.ts";
import { packedSender } from "./packed.ts";

export interface SiteHandlerOptions {
  /** Where the site lives on its host; begins and ends with a slash. */
  readonly pathPrefix?: string;
  /** Whether texts travel in the best brotli there is, as hosts keep them; each takes a while when it is first asked for. */
  readonly packed?: boolean;
}

/**
 * Answers requests from a folder as a careful static host would: compression, ETags, ranges, cache and security headers,
 * 404.html with its status. Files are looked up at each request, so that the folder may be replaced while it is served.
 */
export function siteHandler(
  root: string,
  { pathPrefix = "/", packed = false }: SiteHandlerOptions = {},
): RequestListener {
  const compress = compression();
  const send = sirv(root, { dev: true, etag: true });
  const sendPacked = packed ? packedSender() : null;
  return (request, response) => {
    for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value);
    if (request.method !== "GET" && request.method !== "HEAD") return refuse(response);
    const { pathname, search } = split(request.url ?? "/");
    if (pathPrefix !== "/" && pathname === "/") return redirect(response, 302, pathPrefix);
    if (!pathname.startsWith(pathPrefix)) return compressed(() => notFound(root, response));
    const location = locate(root, pathname.slice(pathPrefix.length - 1));
    switch (location.kind) {
      case "redirect":
        return redirect(response, 301, pathPrefix.slice(0, -1) + location.path + search);
      case "missing":
        return compressed(() => notFound(root, response));
      case "file":
        for (const [name, value] of Object.entries(headersOf(location.path))) response.setHeader(name, value);
        response.setHeader("Cache-Control", cacheControl(location.path));
        request.url = encodeURI(location.path);
        if (sendPacked === null) return sendFile();
        // a file that went away meanwhile is looked up once more and not found
        return void sendPacked(location.file, request, response).then((sent) => sent || sendFile(), sendFile);
    }

    function sendFile(): void {
      compressed(() => send(request, response, () => notFound(root, response)));
    }

    function compressed(next: () => void): void {
      compress(asExpress(request), asExpress(response), next);
    }
  };
}

/** compression is typed for Express and asks of it no more than what Node has. */
function asExpress<T extends IncomingMessage | ServerResponse>(message: T): never {
  return message as never;
}

function split(url: string): { pathname: string; search: string } {
  const query = url.indexOf("?");
  return query === -1 ? { pathname: url, search: "" } : { pathname: url.slice(0, query), search: url.slice(query) };
}

function redirect(response: ServerResponse, status: 301 | 302, location: string): void {
  response.writeHead(status, { Location: location, "Cache-Control": "no-cache" }).end();
}

function refuse(response: ServerResponse): void {
  response.writeHead(405, { Allow: "GET, HEAD" }).end();
}

function notFound(root: string, response: ServerResponse): void {
  const page = join(root, "404.html");
  const html = existsSync(page);
  response.writeHead(404, {
    "Content-Type": html ? "text/html;charset=utf-8" : "text/plain;charset=utf-8",
    "Cache-Control": "no-cache",
  });
  response.end(html ? readFileSync(page) : "Not found\n");
}
