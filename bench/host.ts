import { readdirSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { siteHandler } from "../src/cli/serve/handler.ts";
import { locate } from "../src/cli/serve/locate.ts";
import { listen } from "../src/cli/serve/listen.ts";

export type Kind = "html" | "css" | "script" | "font" | "data" | "other";

export interface Sent {
  readonly path: string;
  readonly kind: Kind;
  /** Bytes of the body as it travels: brotli for texts. */
  readonly bytes: number;
}

export interface Host {
  readonly origin: string;
  /** What was sent since the last call, each file once. */
  take(): readonly Sent[];
  close(): Promise<void>;
}

/** The preview's server with a list of what it sent. Unless said otherwise every text is packed before the first reader comes. */
export async function startHost(folder: string, { packed = true } = {}): Promise<Host> {
  const handler = siteHandler(folder, { packed });
  let sent = new Map<string, Sent>();
  const server = await listen((request, response) => {
    const [pathname = "/"] = (request.url ?? "/").split("?");
    const location = locate(folder, pathname);
    response.on("finish", () => {
      if (location.kind !== "file") return;
      const { path } = location;
      sent.set(path, { path, kind: kindOf(path), bytes: Number(response.getHeader("Content-Length")) });
    });
    handler(request, response);
  }, 0);
  for (const path of packed ? filesOf(folder) : []) {
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
}

function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(
      (entry) =>
        `/${relative(folder, join(entry.parentPath, entry.name)).split(sep).map(encodeURIComponent).join("/")}`,
    );
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
