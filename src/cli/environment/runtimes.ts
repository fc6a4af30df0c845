import type { Look } from "./look.ts";

/** A program that servers are written for, and which of it is installed. */
export interface Runtime {
  /** What it is called in a post: `node`, `python`. */
  readonly name: string;
  readonly version: string;
}

interface Known {
  readonly name: string;
  readonly command: readonly [string, ...string[]];
  /** Its first group is the version. */
  readonly pattern: RegExp;
}

/** One line a runtime or compiler, with the first thing that it says about itself. */
const known: readonly Known[] = [
  { name: "node", command: ["node", "--version"], pattern: /^v(\d\S*)/m },
  { name: "deno", command: ["deno", "--version"], pattern: /^deno (\d\S*)/m },
  { name: "bun", command: ["bun", "--version"], pattern: /^(\d\S*)/m },
  { name: "python", command: ["python3", "--version"], pattern: /^Python (\d\S*)/m },
  { name: "pypy", command: ["pypy3", "--version"], pattern: /PyPy (\d\S*)/ },
  { name: "ruby", command: ["ruby", "--version"], pattern: /^ruby (\d\S*)/m },
  { name: "php", command: ["php", "--version"], pattern: /^PHP (\d\S*)/m },
  { name: "perl", command: ["perl", "--version"], pattern: /\(v(\d[\d.]*)\)/ },
  { name: "java", command: ["java", "-version"], pattern: /version "([^"]+)"/ },
  { name: "go", command: ["go", "version"], pattern: /\bgo(\d\S*)/ },
  { name: "rustc", command: ["rustc", "--version"], pattern: /^rustc (\d\S*)/m },
  { name: "gcc", command: ["gcc", "--version"], pattern: /^gcc .*?(\d+\.\d+\.\d+)/m },
  { name: "clang", command: ["clang", "--version"], pattern: /clang version (\d[\d.]*)/ },
  { name: "dotnet", command: ["dotnet", "--version"], pattern: /^(\d\S*)/m },
  { name: "elixir", command: ["elixir", "--short-version"], pattern: /^(\d\S*)/m },
  { name: "ghc", command: ["ghc", "--numeric-version"], pattern: /^(\d\S*)/m },
  { name: "lua", command: ["lua", "-v"], pattern: /^Lua (\d\S*)/m },
];

/** The runtimes and compilers that are installed, asked all at once. Only version numbers are taken from their answers. */
export async function findRuntimes(look: Look): Promise<Runtime[]> {
  const answers = await Promise.all(
    known.map(async ({ name, command: [program, ...args], pattern }) => {
      const version = pattern.exec((await look.run(program, args)) ?? "")?.[1];
      return version === undefined ? [] : [{ name, version }];
    }),
  );
  return answers.flat();
}

/** Other words for them, as they stand in names of series. */
const aliases: Readonly<Record<string, string>> = {
  nodejs: "node",
  python3: "python",
  cpython: "python",
  pypy3: "pypy",
  jdk: "java",
  jvm: "java",
  golang: "go",
  rust: "rustc",
  net: "dotnet",
};

/** The runtime that the name of a series speaks of, `node` of `node-10`; null where it speaks of none of these. */
export function runtimeOf(series: string, runtimes: readonly Runtime[]): Runtime | null {
  const words = series.toLowerCase().split(/[^a-z0-9]+/);
  return runtimes.find(({ name }) => words.some((word) => (aliases[word] ?? word) === name)) ?? null;
}
