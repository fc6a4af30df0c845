import { readFileSync, statSync } from "node:fs";
import type { ServerResponse } from "node:http";
import { gzipSync } from "node:zlib";
import { siteHandler } from "../src/cli/serve/handler.ts";
import { locate } from "../src/cli/serve/locate.ts";
import { filesIn } from "../src/site/files.ts";
import { listen } from "../src/cli/serve/listen.ts";

export type Kind = "html" | "css" | "script" | "font" | "data" | "other";

export interface Sent {
  readonly path: string;
  readonly kind: Kind;
  /** Bytes of the body as it travels: brotli for texts. */
  readonly bytes: number;
}

export interface HostOptions {
  readonly packed?: "before" | "when asked for";
}

export interface Host {
  readonly origin: string;
  /** What was sent since the last call, each file once. */
  take(): readonly Sent[];
  close(): Promise<void>;
}

/** Bytes of a file for which the best brotli would take too long: it is packed by gzip. */
const LARGE = 2_000_000;

/**
 * The preview's server with a list of what it sent. Every text is packed once: before the first reader comes, or, where there are
 * very many, when it is first asked for.
 */
export async function startHost(folder: string, { packed = "before" }: HostOptions = {}): Promise<Host> {
  const handler = siteHandler(folder, { packed: true });
  const gzipped = new Map<string, Buffer>();
  let sent = new Map<string, Sent>();
  const server = await listen((request, response) => {
    const [pathname = "/"] = (request.url ?? "/").split("?");
    const location = locate(folder, pathname);
    response.on("finish", () => {
      if (location.kind !== "file") return;
      const { path } = location;
      sent.set(path, { path, kind: kindOf(path), bytes: Number(response.getHeader("Content-Length")) });
    });
    if (location.kind === "file" && statSync(location.file).size > LARGE) sendLarge(location.file, response);
    else handler(request, response);
  }, 0);
  for (const path of packed === "before" ? filesOf(folder) : []) {
    const answer = await fetch(server.origin + path, { headers: { "Accept-Encoding": "br" } });
    await answer.arrayBuffer();
  }
  sent = new Map();
  return {
    origin: server.origin,
    take: () => {
      const taken = [...sent.values()];
      sent = new Map();
      return taken;
    },
    close: server.close,
  };

  function sendLarge(file: string, response: ServerResponse): void {
    const content = gzipped.get(file) ?? gzipSync(readFileSync(file));
    gzipped.set(file, content);
    response.writeHead(200, { "Content-Encoding": "gzip", "Content-Length": content.length }).end(content);
  }
}

function filesOf(folder: string): string[] {
  return filesIn(folder).map((path) => path.split("/").map(encodeURIComponent).join("/"));
}

const kinds: Readonly<Record<string, Kind>> = {
  html: "html",
  css: "css",
  js: "script",
  woff2: "font",
  json: "data",
};

function kindOf(path: string): Kind {
  return kinds[path.slice(path.lastIndexOf(".") + 1)] ?? "other";
}
