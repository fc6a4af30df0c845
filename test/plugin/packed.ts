import { execFile } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after } from "node:test";
import { promisify } from "node:util";

const root = join(import.meta.dirname, "..", "..");
const run = promisify(execFile);

const folder = mkdtempSync(join(tmpdir(), "benchpost-packed-"));
after(() => rmSync(folder, { recursive: true, force: true }));

interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly peerDependencies: Readonly<Record<string, string>>;
}

let packing: Promise<string> | undefined;

/** What `npm pack` makes of this repository, unpacked; once a run. */
export function packedFolder(): Promise<string> {
  return (packing ??= pack());
}

async function pack(): Promise<string> {
  const { stdout } = await run("npm", ["pack", "--silent", "--pack-destination", folder], { cwd: root });
  await run("tar", ["-xzf", join(folder, stdout.trim().split("\n").at(-1)!), "-C", folder]);
  return join(folder, "package");
}

/**
 * A project with files of its own, in which the packed package is installed. Its dependencies are those of this repository, but only
 * those that it declares: what it uses without saying so is not found.
 */
export async function installedIn(
  name: string,
  files: Readonly<Record<string, string>>,
  also: readonly string[] = [],
): Promise<string> {
  const packed = await packedFolder();
  const project = join(folder, name);
  const modules = join(project, "node_modules");
  cpSync(packed, join(modules, "benchpost"), { recursive: true });
  const { dependencies, peerDependencies } = JSON.parse(readFileSync(join(packed, "package.json"), "utf8")) as Manifest;
  for (const one of new Set([...Object.keys(dependencies), ...Object.keys(peerDependencies), ...also])) {
    mkdirSync(dirname(join(modules, one)), { recursive: true });
    symlinkSync(join(root, "node_modules", one), join(modules, one));
  }
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(project, file)), { recursive: true });
    writeFileSync(join(project, file), text);
  }
  return project;
}

export interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a script of an installed package to its end. */
export async function runIn(
  project: string,
  script: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  const [file = "", ...args] = script;
  const { SITE_URL: _address, ...around } = process.env;
  const options = { cwd: project, env: { ...around, NODE_OPTIONS: "", ...env } };
  try {
    return { code: 0, ...(await run(process.execPath, [join("node_modules", file), ...args], options)) };
  } catch (error) {
    return error as Ended;
  }
}
