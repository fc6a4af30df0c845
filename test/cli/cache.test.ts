import assert from "node:assert/strict";
import { appendFileSync, cpSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { temporaryFolder } from "./effects.ts";
import { benchpost } from "./program.ts";

const repository = join(import.meta.dirname, "..", "..");

function filesOf(folder: string): Map<string, Buffer> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map(({ parentPath, name }) => join(parentPath, name)).sort();
  return new Map(paths.map((path) => [path.slice(folder.length), readFileSync(path)]));
}

test(
  "a site is the same with what is left of its cache and of the site before, and without",
  { timeout: 600_000 },
  async (t) => {
    const cwd = temporaryFolder(t);
    cpSync(join(repository, "test", "site", "project"), cwd, { recursive: true });
    writeFileSync(join(cwd, "package.json"), '{ "type": "module" }');
    const config = JSON.stringify(join(repository, ".eleventy.js"));
    writeFileSync(join(cwd, ".eleventy.js"), `export { default } from ${config};\n`);
    const [site, cache] = [join(cwd, "_site"), join(cwd, ".cache", "benchpost")];
    const build = async (): Promise<Map<string, Buffer>> => {
      const { code, stderr } = await benchpost(["build"], { cwd });
      assert.equal(code, 0, stderr);
      return filesOf(site);
    };
    const entriesOf = (): string[] => [...filesOf(cache).keys()].filter((path) => /^\/..\//.test(path));
    const change = (file: string, from: string | RegExp, to: string): void => {
      const text = readFileSync(join(cwd, file), "utf8");
      assert.notEqual(text.replace(from, to), text, `${file} has no ${String(from)}`);
      writeFileSync(join(cwd, file), text.replace(from, to));
    };
    rmSync(join(cwd, ".cache"), { recursive: true, force: true });

    const cold = await build();
    const entries = entriesOf();
    assert.ok(entries.length > 10, "pictures and code are kept");
    for (const [index, entry] of entries.entries()) {
      if (index % 3 === 0) rmSync(join(cache, entry));
      if (index % 3 === 1) writeFileSync(join(cache, entry), "half of it");
    }
    rmSync(
      join(
        cache,
        readdirSync(cache).find((name) => name.endsWith(".json"))!,
      ),
    );
    assert.deepEqual(await build(), cold);
    const left = entries.filter((_, index) => index % 3 !== 0).length;
    assert.ok(entriesOf().length > left, "what was lost is made again where somebody asks for it");

    const untouched = [/\.csv$/, /^\/2012.*two\.html$/, /^\/2012.*two\/.*\.html$/].map((form) =>
      [...cold.keys()].find((path) => form.test(path) && !/containers|imagined-servers/.test(path))!,
    );
    const inodes = (): number[] => untouched.map((path) => statSync(join(site, path)).ino);
    const before = inodes();
    for (const [index, path] of [...cold.keys()].filter((path) => !untouched.includes(path)).entries()) {
      if (index % 4 === 0) rmSync(join(site, path));
      if (index % 4 === 1) appendFileSync(join(site, path), " ");
    }
    for (const page of ["index.html", "404.html"]) writeFileSync(join(site, page), "a site");
    change("posts/2026-11-02-how-many-requests.md", /^title: .*$/m, "title: Another title");
    change("data/containers.json", "9.1e-8", "9.2e-8");
    const edited = await build();
    assert.deepEqual(inodes(), before, "a file that is made from the same is the same");
    assert.notDeepEqual(edited, cold);
    for (const folder of [site, join(cwd, ".cache")]) rmSync(folder, { recursive: true });
    assert.deepEqual(await build(), edited);
  },
);

test("transforms of an author's configuration make every page, as they are then", { timeout: 600_000 }, async (t) => {
  const cwd = temporaryFolder(t);
  cpSync(join(repository, "test", "site", "project"), cwd, { recursive: true });
  writeFileSync(join(cwd, "package.json"), '{ "type": "module" }');
  const base = JSON.stringify(join(repository, ".eleventy.js"));
  for (const word of ["first", "second"]) {
    const transform = `(html) => html + "<!-- ${word} -->"`;
    const lines = [`const made = await base(config);`, `config.addTransform("mine", ${transform});`, `return made;`];
    const config = `import base from ${base};\nexport default async (config) => {\n${lines.join("\n")}\n};\n`;
    writeFileSync(join(cwd, ".eleventy.js"), config);
    const { code, stderr } = await benchpost(["build"], { cwd });
    assert.equal(code, 0, stderr);
    const pages = [...filesOf(join(cwd, "_site"))].filter(([path]) => path.endsWith(".html"));
    assert.ok(pages.length > 20);
    for (const [path, page] of pages) assert.ok(page.toString().endsWith(`<!-- ${word} -->`), path);
  }
});
