import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { setAside } from "./aside.ts";
import { writeFramework, writeHugo, writePlain } from "./scale-sites.ts";

/** One that builds the same posts. */
export interface Contender {
  readonly name: string;
  /** What is done before each run, and not measured. */
  prepare(): void;
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd: string;
}

/** What all are compared with. */
export const PLAIN = "plain Eleventy, drawn by the reader";

const require = createRequire(import.meta.url);

/** Others with the posts and data of a project, and the names of those that are not on this machine. */
export function peersAtScale(project: string): { readonly contenders: Contender[]; readonly missing: string[] } {
  const eleventy = join(require.resolve("@11ty/eleventy"), "..", "..", "cmd.cjs");
  const framework = join(
    import.meta.dirname,
    "peers",
    "node_modules",
    "@observablehq",
    "framework",
    "dist",
    "bin",
    "observable.js",
  );
  const contenders = [site(PLAIN, writePlain(project), "_site", process.execPath, [eleventy, "--quiet"])];
  const missing: string[] = [];
  if (existsSync(framework)) {
    const name = "Observable Framework, drawn by the reader";
    contenders.push(site(name, writeFramework(project), "dist", process.execPath, [framework, "build"]));
  } else missing.push("Observable Framework");
  if (spawnSync("hugo", ["version"]).status === 0) {
    contenders.push(site("Hugo, drawn by the reader", writeHugo(project), "public", "hugo", ["--quiet"]));
  } else missing.push("Hugo");
  return { contenders, missing };
}

/** A site that is built from nothing each time; what Framework keeps of packages stays. */
function site(name: string, folder: string, output: string, command: string, args: readonly string[]): Contender {
  const prepare = (): void => setAside(join(folder, output));
  return { name, prepare, command, args, cwd: folder };
}
