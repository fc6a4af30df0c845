import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after } from "node:test";
import { siteHandler } from "../../src/cli/serve/handler.ts";
import { listen, type Listening } from "../../src/cli/serve/listen.ts";

const root = join(import.meta.dirname, "..", "..");
const bin = join(root, "bin", "benchpost.js");

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

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the program as a person does, in a process of its own. */
export function benchpost(
  args: readonly string[],
  { cwd = root, env = {} }: { cwd?: string; env?: Readonly<Record<string, string>> } = {},
): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [bin, ...args], { cwd, env: { ...process.env, NODE_OPTIONS: "", ...env } });
    let stdout = "";
    let stderr = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => (stdout += text));
    child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, stdout, stderr }));
  });
}
