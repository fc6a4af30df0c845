import assert from "node:assert/strict";
import { once } from "node:events";
import { appendFileSync, cpSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { type TestContext, test } from "node:test";
import { recover } from "../../src/cli/folder/recover.ts";
import { spareOf } from "../../src/site/cache/cache.ts";
import { temporaryFolder } from "./effects.ts";
import { benchpost, start } from "./program.ts";

const repository = join(import.meta.dirname, "..", "..");

/** How often a build is killed; more where somebody looks closely. */
const KILLS = Number(process.env["KILLS"] ?? 4);

/** Pages of the post that is edited, and of one that is not. */
const page = "/2026/06/01/short-note.html";
const other = "/2012/03/18/message-bus-part-two.html";

/** A copy of the sample with the pages of one post, and what is done with it. */
function project(t: TestContext) {
  const cwd = temporaryFolder(t);
  cpSync(join(repository, "test", "site", "project"), cwd, {
    recursive: true,
    filter: (path) => !/[/\\]\.cache/.test(path),
  });
  writeFileSync(join(cwd, "package.json"), '{ "type": "module" }');
  const config = JSON.stringify(join(repository, ".eleventy.js"));
  writeFileSync(join(cwd, ".eleventy.js"), `export { default } from ${config};\n`);
  const site = join(cwd, "_site");
  return {
    cwd,
    site,
    spare: join(cwd, spareOf(site)),
    edit(word: string): void {
      const file = join(cwd, "posts", "2026-06-01-short-note.md");
      writeFileSync(file, readFileSync(file, "utf8").replace(/A paragraph.*?alone\./, `A paragraph ${word} alone.`));
    },
    async build(): Promise<Map<string, string>> {
      const { code, stderr } = await benchpost(["build"], { cwd });
      assert.equal(code, 0, stderr);
      return treeOf(site);
    },
  };
}

/** All files of a folder with their bytes, and its folders, by path. */
function treeOf(folder: string): Map<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const all = entries.map((entry) => {
    const path = join(entry.parentPath, entry.name);
    return [path.slice(folder.length), entry.isFile() ? readFileSync(path, "latin1") : "a folder"] as const;
  });
  return new Map(all.sort(([a], [b]) => (a < b ? -1 : 1)));
}

test("a site that begins as an older one is the one that is made of nothing", { timeout: 600_000 }, async (t) => {
  const { cwd, site, spare, edit, build } = project(t);
  await build();
  assert.equal(statSync(join(spare, page)).ino, statSync(join(site, page)).ino, "there was no site before");
  edit("more");
  await build();
  const kept = join(spare, page);
  assert.match(readFileSync(kept, "utf8"), /A paragraph alone/);
  const shared = join(site, other);
  assert.equal(statSync(join(spare, other)).ino, statSync(shared).ino);
  // by hand, in the site that readers see and in the one that was kept
  for (const folder of [site, spare]) {
    writeFileSync(join(folder, "stray.html"), "stray");
    mkdirSync(join(folder, "empty", "folder"), { recursive: true });
    mkdirSync(join(folder, "stray", "folder"), { recursive: true });
    writeFileSync(join(folder, "stray", "folder", "file"), "stray");
  }
  appendFileSync(shared, "<!-- mine -->");
  rmSync(join(site, "archive.html"));
  rmSync(join(spare, "tags"), { recursive: true });
  edit("much more");
  const made = await build();
  assert.match(made.get(page)!, /A paragraph much more alone/);
  assert.match(readFileSync(kept, "utf8"), /A paragraph more alone/);
  // a post goes, and with it its folder
  const folder = [...made.keys()].find((path) => /^\/2012\/\d\d$/.test(path))!;
  const post = readdirSync(join(cwd, "posts")).find((name) => name.startsWith("2012"))!;
  rmSync(join(cwd, "posts", post), { recursive: true });
  const less = await build();
  assert.ok(!less.has(folder), folder);
  rmSync(site, { recursive: true });
  assert.deepEqual(await build(), less, "with an older site alone");
  for (const gone of [site, join(cwd, ".cache")]) rmSync(gone, { recursive: true });
  assert.deepEqual(await build(), less);
});

test("what an author's own templates write is not written into the site that readers see", async (t) => {
  const { cwd, site, build } = project(t);
  const before = await build();
  const [inode, config] = [statSync(join(site, other)).ino, readFileSync(join(cwd, ".eleventy.js"), "utf8")];
  const seen = `readFileSync(${JSON.stringify(join(site, other))}).length`;
  writeFileSync(
    join(cwd, ".eleventy.js"),
    `import { readFileSync, writeFileSync } from "node:fs";
${config.replace("export { default }", "import benchpost")}
export default async function (config) {
  config.addTemplate("posts/mine.njk", "mine", { layout: null, permalink: ${JSON.stringify(other)} });
  config.addTemplate("posts/own.njk", "own", { layout: null, permalink: "/2012/own.html" });
  config.on("eleventy.after", () => writeFileSync("seen.txt", String(${seen})));
  return benchpost(config);
}
`,
  );
  const made = await build();
  assert.equal(Number(readFileSync(join(cwd, "seen.txt"), "utf8")), before.get(other)!.length);
  assert.equal(made.get(other), before.get(other), "the post is published");
  assert.notEqual(statSync(join(site, other)).ino, inode);
  assert.equal(made.get("/2012/own.html"), "own");
  made.delete("/2012/own.html");
  assert.deepEqual(made, before);
});

test("an old site without any file of the new one is removed, and another one made", async (t) => {
  const { cwd, site, spare, build } = project(t);
  const before = await build();
  rmSync(join(cwd, ".cache", "benchpost"), { recursive: true });
  await build();
  assert.deepEqual(treeOf(spare), before);
  for (const path of [page, other]) assert.equal(statSync(join(spare, path)).ino, statSync(join(site, path)).ino, path);
});

test("a build that is killed while it has an older site leaves a whole one", { timeout: 600_000 }, async (t) => {
  const { cwd, site, edit, build } = project(t);
  await build();
  edit("0");
  const began = performance.now();
  let before = await build();
  const whole = performance.now() - began;
  for (let kill = 1; kill <= KILLS; kill++) {
    edit(`${kill}`);
    const child = start(["build"], { cwd });
    const ended = once(child, "close");
    // the second half of a build is where it writes and swaps
    await Promise.race([ended, setTimeout(whole * (0.4 + (0.6 * kill) / KILLS))]);
    child.kill("SIGKILL");
    await ended;
    recover(site);
    const after = treeOf(site);
    if (after.get(page) === before.get(page)) assert.deepEqual(after, before);
    before = await build();
    if (after.get(page) === before.get(page)) assert.deepEqual(after, before);
  }
  assert.deepEqual(
    readdirSync(cwd).filter((name) => name.startsWith("_site")),
    ["_site"],
  );
  for (const gone of [site, join(cwd, ".cache")]) rmSync(gone, { recursive: true });
  assert.deepEqual(await build(), before);
});

test("of two builds at once one has the older site, and both make the same", { timeout: 600_000 }, async (t) => {
  const { cwd, site, spare, edit, build } = project(t);
  await build();
  edit("more");
  await build();
  edit("twice");
  const ends = await Promise.all([1, 2].map(() => benchpost(["build", "--quiet"], { cwd })));
  for (const { code, stderr } of ends) assert.equal(code, 0, stderr);
  const made = treeOf(site);
  assert.match(made.get(page)!, /A paragraph twice alone/);
  assert.deepEqual(readdirSync(join(spare, "..")).length, 1);
  for (const gone of [site, join(cwd, ".cache")]) rmSync(gone, { recursive: true });
  assert.deepEqual(await build(), made);
});
