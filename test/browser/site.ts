import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after } from "node:test";
import { siteHandler } from "../../src/cli/serve/handler.ts";
import { listen, type Listening } from "../../src/cli/serve/listen.ts";
import { benchpost } from "../cli/program.ts";

const root = join(import.meta.dirname, "..", "..");

/** A built site on a server of its own, as `benchpost preview` serves it. */
export interface Site {
  /** The folder that is served. */
  readonly folder: string;
  /** `http://127.0.0.1:port`, without a slash at the end. */
  readonly origin: string;
  /** The address of a path of the site, e.g. `/2026/11/23/some-slug.html`; the path prefix is added. */
  url(path: string): string;
}

export interface SiteOptions {
  /** Where the site lives on its host, e.g. `/blog/`. */
  readonly pathPrefix?: string;
  readonly drafts?: boolean;
}

const sites = new Map<string, Promise<Site>>();
const servers: Listening[] = [];
const folders: string[] = [];

after(async () => {
  for (const server of servers) await server.close();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** This repository's own site, built once a run. */
export function builtSite(options: SiteOptions = {}): Promise<Site> {
  return projectSite(".", options);
}

/** The site of a project folder (relative to the repository), built once a run with each set of options. */
export function projectSite(project: string, options: SiteOptions = {}): Promise<Site> {
  const key = JSON.stringify([project, options]);
  const site = sites.get(key) ?? build(join(root, project), options);
  sites.set(key, site);
  return site;
}

/** Serves any folder as it is. */
export async function serveFolder(folder: string, { pathPrefix = "/" }: SiteOptions = {}): Promise<Site> {
  const server = await listen(siteHandler(folder, { pathPrefix }), 0);
  servers.push(server);
  return { folder, origin: server.origin, url: (path) => server.origin + pathPrefix.slice(0, -1) + path };
}

async function build(project: string, options: SiteOptions): Promise<Site> {
  const folder = mkdtempSync(join(tmpdir(), "benchpost-site-"));
  folders.push(folder);
  const output = join(folder, "_site");
  const args = ["build", "--quiet", "--output", output];
  if (options.pathPrefix) args.push("--pathprefix", options.pathPrefix);
  if (options.drafts) args.push("--drafts");
  const { code, stderr } = await benchpost(args, { cwd: project });
  if (code !== 0) throw new Error(`benchpost build in ${project} ended with ${code}:\n${stderr}`);
  return serveFolder(output, options);
}
