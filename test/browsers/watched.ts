import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { siteHandler } from "../../src/cli/serve/handler.ts";
import { listen, type Listening } from "../../src/cli/serve/listen.ts";
import { projectSite } from "../browser/site.ts";
import type { Driver } from "./driver.ts";
import { findFirefox, startFirefox } from "./firefox.ts";
import { findWebKit, startWebKit } from "./webkit.ts";

/** Browsers that the other tests do not use: each is tried where it is installed. */
export const browsers = [
  { name: "Firefox", path: findFirefox(), start: startFirefox },
  { name: "WebKit", path: findWebKit(), start: startWebKit },
] as const;

/** Notes what no page may do. WebDriver has no words for it, so that the page does it itself. */
const watch = `window.problems = [];
const note = (kind, what) => problems.push(kind + ": " + what);
addEventListener("error", ({ message, target }) => {
  // Firefox fetches the next page ahead, and calls it an error when it changes its mind.
  if (target.rel !== "next") note("error", message ?? target.src ?? target.href);
}, true);
addEventListener("unhandledrejection", ({ reason }) => note("rejection", reason));
document.addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI }) =>
  note("policy", effectiveDirective + " " + blockedURI));
for (const level of ["error", "warn"]) console[level] = (...all) => note(level, all.join(" "));
`;

/** The site of the test project in which every page is watched. */
export interface Watched {
  /** The address of a path. */
  url(path: string): string;
  /** The address of a page that shows a path in a frame of some width, which the site's own policy forbids. */
  framed(path: string, width: number): string;
}

const folder = mkdtempSync(join(tmpdir(), "benchpost-browsers-"));
const servers: Listening[] = [];
after(async () => {
  for (const server of servers) await server.close();
  rmSync(folder, { recursive: true, force: true });
});

let made: Promise<Watched> | null = null;

/** That site, made once a run. Beside each page `x.html` lies `x.still.html`, the same without any script. */
export function watchedSite(): Promise<Watched> {
  return (made ??= make());
}

async function make(): Promise<Watched> {
  const { folder: built } = await projectSite("test/site/project");
  cpSync(built, folder, { recursive: true });
  writeFileSync(join(folder, "watch.js"), watch);
  for (const file of readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((one) =>
    one.endsWith(".html"),
  )) {
    const html = readFileSync(join(folder, file), "utf8");
    writeFileSync(join(folder, file), html.replace("<head>", '<head>\n<script src="/watch.js"></script>'));
    const still = html.replace(/<script type="module"[^>]*><\/script>/, "");
    writeFileSync(join(folder, file.replace(/\.html$/, ".still.html")), still);
  }
  const site = await serve(siteHandler(folder));
  const serving = siteHandler(folder);
  const open = await serve((request, response) => {
    const { searchParams, pathname } = new URL(request.url ?? "/", "http://localhost");
    if (pathname === "/frame") {
      const frame = `<iframe src="${searchParams.get("path")}" width="${searchParams.get("width")}" height="700"></iframe>`;
      response.writeHead(200, { "content-type": "text/html" }).end(`<!doctype html><title>Frame</title>${frame}`);
      return;
    }
    const setHeader = response.setHeader.bind(response);
    response.setHeader = (name, value) =>
      setHeader(name, typeof value === "string" ? value.replace("frame-ancestors 'none'", "frame-ancestors *") : value);
    serving(request, response);
  });
  return {
    url: (path) => site.origin + path,
    framed: (path, width) => `${open.origin}/frame?${new URLSearchParams({ path, width: String(width) }).toString()}`,
  };
}

async function serve(handler: Parameters<typeof listen>[0]): Promise<Listening> {
  const server = await listen(handler, 0);
  servers.push(server);
  return server;
}

/** What an expression in the page gives, as soon as it gives something. */
export async function until(driver: Driver, expression: string): Promise<unknown> {
  for (let tries = 0; tries < 300; tries++, await sleep(100)) {
    const value = await driver.run(`return ${expression}`);
    if (value !== null && value !== undefined && value !== false && value !== "") return value;
  }
  throw new Error(`nothing comes of ${expression}`);
}
