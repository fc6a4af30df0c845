import { statSync } from "node:fs";
import { join } from "node:path";
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

/** The preview's server with a list of what it sent. */
export async function startHost(folder: string): Promise<Host> {
  const handler = siteHandler(folder);
  let sent = new Map<string, Sent>();
  const server = await listen((request, response) => {
    const [pathname = "/"] = (request.url ?? "/").split("?");
    const location = locate(folder, pathname);
    if (location.kind === "file") sent.set(location.path, toSent(folder, location.path));
    handler(request, response);
  }, 0);
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

function toSent(folder: string, path: string): Sent {
  const compressed = statSync(join(folder, `${path}.br`), { throwIfNoEntry: false });
  return { path, kind: kindOf(path), bytes: (compressed ?? statSync(join(folder, path))).size };
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
