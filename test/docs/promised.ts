import { readFileSync } from "node:fs";
import { join } from "node:path";
import { rules } from "../../src/benchmark/lint/rules/list.ts";
import { said } from "../cli/effects.ts";
import { makeSample } from "../site/sample.ts";

const root = join(import.meta.dirname, "../..");
const read = (file: string): string => readFileSync(join(root, file), "utf8");

/** Everything that a version promises to keep, a line each: what people type, write and link to. */
export async function promised(): Promise<string[]> {
  const fields = ["dataset", "front-matter"].flatMap((name) =>
    [...properties(JSON.parse(read(`data/${name}.schema.json`)))].map((path) => `${name} ${path}`),
  );
  const settings = section(read("docs/site.md"), "\n## `site.json`\n").matchAll(/^\| `(\w+)` \|/gm);
  const codes = read("docs/errors.md").matchAll(/^### (\S+)$/gm);
  const all = [
    ...(await addresses()),
    ...(await commands()),
    ...[...settings].map(([, name]) => `site.json ${name}`),
    ...fields,
    ...[...codes].map(([, code]) => `message ${code}`),
    ...rules.map(({ id, name }) => `rule ${id} ${name}`),
  ];
  return [...new Set(all)].toSorted();
}

/** Of a small site; names with a hash come and go. */
async function addresses(): Promise<string[]> {
  const { pages, files } = await makeSample();
  const paths = new Set([...pages, ...files.map(({ path }) => path)]);
  return [...paths].filter((path) => !/^\/(?:assets|search|social)\//.test(path)).map((path) => `address ${path}`);
}

async function commands(): Promise<string[]> {
  const { stdout } = await said(["--help"]);
  const names = [...section(stdout, "Commands:").matchAll(/^ {2}(\w+)/gm)].map(([, name]) => name!);
  const options = await Promise.all(
    names.map(async (name) => {
      const { stdout: help } = await said([name, "--help"]);
      return [...help.matchAll(/^\s+(?:-\w, )?--([\w-]+)/gm)].map(([, option]) => `command ${name} --${option}`);
    }),
  );
  return [...names.map((name) => `command ${name}`), ...options.flat()];
}

/** What stands below a heading, up to the next. */
function section(text: string, heading: string): string {
  return text.split(heading)[1]?.split(/^#/m)[0] ?? "";
}

/** Paths of all names that a schema gives a meaning. */
function* properties(schema: unknown, at = ""): Generator<string> {
  if (typeof schema !== "object" || schema === null) return;
  for (const [key, value] of Object.entries(schema)) {
    if (key === "properties") {
      for (const [name, inner] of Object.entries(value as object)) {
        yield `${at}/${name}`;
        yield* properties(inner, `${at}/${name}`);
      }
    } else if (key === "$defs") {
      for (const [name, inner] of Object.entries(value as object)) yield* properties(inner, `${name}:`);
    } else yield* properties(value, at);
  }
}
