import { readFileSync } from "node:fs";
import type { RequestListener, ServerResponse } from "node:http";
import { join } from "node:path";
import { siteHandler } from "../serve/handler.ts";
import { securityHeaders } from "../serve/headers.ts";
import { locate } from "../serve/locate.ts";
import type { Channel } from "./channel.ts";

export interface LiveOptions {
  readonly pathPrefix: string;
  /** Where it lived since the server began: open pages are led from there to where it lives now. */
  readonly former?: readonly string[];
  readonly channel: Channel;
  /** The script that listens for news in the page. */
  readonly script: string;
}

const scriptPath = "/.benchpost/live.js";
const newsPath = "/.benchpost/news";

/** Serves a site as `preview` does, under the same policy, with a script in each page that reloads it after a build. */
export function liveHandler(root: string, { pathPrefix, former = [], channel, script }: LiveOptions): RequestListener {
  const plain = siteHandler(root, { pathPrefix });
  const page = (response: ServerResponse, status: number, html: string): void =>
    send(response, status, "text/html", live(html, channel.news.build));
  return (request, response) => {
    const [pathname = "/"] = (request.url ?? "/").split("?");
    if (pathname === newsPath) return channel.join(response);
    if (pathname === scriptPath) return send(response, 200, "text/javascript", script);
    if (channel.news.build === 0) return page(response, 503, waiting);
    const home = homeOf(pathname, [pathPrefix, ...former]);
    if (home !== pathPrefix && home !== null) {
      response.writeHead(302, { Location: pathPrefix + request.url!.slice(home.length), "Cache-Control": "no-store" });
      return response.end();
    }
    if (home === null) return plain(request, response);
    const location = locate(root, pathname.slice(pathPrefix.length - 1));
    const isMissing = location.kind === "missing";
    const file = isMissing ? join(root, "404.html") : location.kind === "file" ? location.file : "";
    const html = file.endsWith(".html") ? read(file) : null;
    if (html !== null) return page(response, isMissing ? 404 : 200, html);
    return plain(request, response);
  };
}

/** The longest of the prefixes that a path begins with; null where it begins with none. */
function homeOf(pathname: string, prefixes: readonly string[]): string | null {
  const fitting = prefixes.filter((prefix) => pathname.startsWith(prefix));
  return fitting.toSorted((a, b) => b.length - a.length)[0] ?? null;
}

const waiting = "<!doctype html><html lang='en'><title>Benchpost</title><p>There is no page yet.</p></html>";

/** Null for a file that is not there, or not any more. */
function read(file: string): string | null {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return null;
  }
}

/** The page is told which build made it: the next one may be done before its script listens. */
function live(html: string, build: number): string {
  const element = `<script type="module" src="${scriptPath}?build=${build}"></script>`;
  return /<\/title>/i.test(html) ? html.replace(/<\/title>/i, (end) => end + element) : html + element;
}

function send(response: ServerResponse, status: number, type: string, text: string): void {
  for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value);
  response.writeHead(status, { "Content-Type": `${type};charset=utf-8`, "Cache-Control": "no-store" });
  response.end(text);
}
