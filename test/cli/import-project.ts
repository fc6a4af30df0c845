import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { TestContext } from "node:test";
import { type Said, said, temporaryFolder } from "./effects.ts";

/** Real files of tools. */
export const fixtures = join(import.meta.dirname, "..", "importers", "fixtures");

export interface Project {
  readonly cwd: string;
  /** `benchpost import` in it. */
  run(...argv: string[]): Promise<Said>;
  put(file: string, content: string | Uint8Array): void;
  dataset(name: string): Dataset;
}

export interface Dataset {
  readonly title: string;
  readonly x: { readonly name: string };
  readonly series: readonly {
    readonly label: string;
    readonly x: number[];
    readonly values: Record<string, unknown>;
  }[];
  readonly charts: Record<string, unknown>;
  readonly environment: Record<string, unknown>;
  readonly load: Record<string, unknown>;
  readonly sources: readonly Record<string, unknown>[];
}

/** An empty project, with some of the fixtures copied into it. */
export function project(t: TestContext, files: readonly string[] = []): Project {
  const cwd = temporaryFolder(t);
  for (const file of files) {
    mkdirSync(dirname(join(cwd, file)), { recursive: true });
    copyFileSync(join(fixtures, file), join(cwd, file));
  }
  return {
    cwd,
    run: (...argv) => said(["import", ...argv], { cwd }),
    put: (file, content) => writeFileSync(join(cwd, file), content),
    dataset: (name) => JSON.parse(readFileSync(join(cwd, "data", `${name}.json`), "utf8")) as Dataset,
  };
}

export const sweep = ["wrk/c4-latency.txt", "wrk/c16-latency.txt", "wrk/c64-latency.txt"];
export const wrk = (connections: number) => readFileSync(join(fixtures, "wrk", `c${connections}-latency.txt`), "utf8");
