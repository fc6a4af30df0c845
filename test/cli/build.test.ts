import assert from "node:assert/strict";
import { cpSync, existsSync, readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { test, type TestContext } from "node:test";
import { temporaryFolder } from "./effects.ts";
import { benchpost } from "./program.ts";

/** A copy of a small project; the site of this repository is built in the browser tests. */
function project(t: TestContext): string {
  const folder = temporaryFolder(t);
  cpSync(join(import.meta.dirname, "fixtures", "plain"), folder, { recursive: true });
  return folder;
}

const home = (folder: string) => readFileSync(join(folder, "_site", "index.html"), "utf8");
const broken = "<!doctype html><title>Home</title><p>BROKEN</p>\n";

test("build makes the site and says in a line what it made", async (t) => {
  const cwd = project(t);
  const { code, stdout, stderr } = await benchpost(["build"], { cwd });
  assert.match(stderr, /^_site: 1 post, 2 charts, 2 files, \d+\.\d s\n$/);
  assert.deepEqual([code, stdout], [0, ""]);
  assert.match(home(cwd), /Home of all at \//);
  assert.deepEqual(readdirSync(cwd).sort(), [".eleventy.js", "_site", "package.json", "pages"]);
});

test("drafts, prefix, folder and silence are options", async (t) => {
  const cwd = project(t);
  const { code, stderr } = await benchpost(["build", "-q", "--drafts", "--pathprefix", "/blog/", "-o", "out/site"], {
    cwd,
  });
  assert.deepEqual([code, stderr], [0, ""]);
  assert.match(readFileSync(join(cwd, "out", "site", "index.html"), "utf8"), /Home of drafts at \/blog\//);
  assert.ok(!existsSync(join(cwd, "_site")));
});

test("a site without a post says where drafts are", async (t) => {
  const env = { POSTS: "0" };
  const said = async (...more: string[]) => (await benchpost(["build", ...more], { cwd: project(t), env })).stderr;
  assert.match(await said(), /^_site: 0 posts, .*\nNo post is published: drafts are shown by `benchpost dev`, /);
  assert.doesNotMatch(await said("--drafts"), /No post/);
});

test("what is compressed is what it was, and the same bytes every time", async (t) => {
  const cwd = project(t);
  const page = `<!doctype html><title>Home</title><p>${"Longer than a packet. ".repeat(60)}</p>\n`;
  writeFileSync(join(cwd, "pages", "index.html"), page);
  const { code, stderr } = await benchpost(["build", "--compress"], { cwd });
  assert.equal(code, 0);
  assert.match(stderr, /^_site: 1 post, 2 charts, 2 files, 1 of them compressed, /);
  const site = join(cwd, "_site");
  assert.deepEqual(readdirSync(site).sort(), ["404.html", "index.html", "index.html.br", "index.html.gz"]);
  const read = (): Buffer[] => [".br", ".gz"].map((end) => readFileSync(join(site, `index.html${end}`)));
  const [br, gz] = read();
  assert.equal(brotliDecompressSync(br!).toString(), home(cwd));
  assert.equal(gunzipSync(gz!).toString(), home(cwd));
  // neither a time nor a system in the header
  assert.deepEqual([...gz!.subarray(4, 8), gz![9]], [0, 0, 0, 0, 255]);
  await benchpost(["build", "--compress"], { cwd });
  assert.deepEqual(read(), [br, gz]);
  await benchpost(["build"], { cwd });
  assert.deepEqual(readdirSync(site).sort(), ["404.html", "index.html"]);
});

test("a mistake is told once, without a stack, and the old site stays as it was", async (t) => {
  const cwd = project(t);
  await benchpost(["build"], { cwd });
  const before = { text: home(cwd), stats: statSync(join(cwd, "_site")).ino };
  writeFileSync(join(cwd, "pages", "index.html"), broken);
  const { code, stdout, stderr } = await benchpost(["build"], { cwd });
  assert.deepEqual([code, stdout], [1, ""]);
  assert.equal(stderr, "./pages/index.html:1:38 broken: it is broken\n  Mend it.\n");
  assert.deepEqual({ text: home(cwd), stats: statSync(join(cwd, "_site")).ino }, before);
  assert.deepEqual(readdirSync(cwd).sort(), [".eleventy.js", "_site", "package.json", "pages"]);
});

test("a bug is told with its stack, and the old site stays as it was", async (t) => {
  const cwd = project(t);
  await benchpost(["build"], { cwd });
  const before = home(cwd);
  writeFileSync(join(cwd, "pages", "index.html"), broken.replace("BROKEN", "BUG"));
  const { code, stderr } = await benchpost(["build"], { cwd });
  assert.equal(code, 70);
  assert.match(stderr, /TypeError: x is undefined\n {4}at [^]*This is a bug in Benchpost \d+\.\d+\.\d+, /);
  assert.equal(home(cwd), before);
});

test("warnings are told, and the site is made", async (t) => {
  const cwd = project(t);
  const { code, stderr } = await benchpost(["build", "--quiet"], { cwd, env: { ODD: "1" } });
  assert.deepEqual([code, stderr], [0, "pages/x.html:1:1 warning odd: x is odd\n  Even it.\n"]);
});

test("check tells the same and writes nothing", async (t) => {
  const cwd = project(t);
  const good = await benchpost(["check"], { cwd });
  assert.deepEqual([good.code, good.stderr], [0, "1 post, 2 charts: no faults\n"]);
  const odd = await benchpost(["check"], { cwd, env: { ODD: "1" } });
  assert.deepEqual(
    [odd.code, odd.stderr],
    [0, "pages/x.html:1:1 warning odd: x is odd\n  Even it.\n1 post, 2 charts: 1 warning\n"],
  );
  writeFileSync(join(cwd, "pages", "index.html"), broken);
  const bad = await benchpost(["check"], { cwd });
  const told = "./pages/index.html:1:38 broken: it is broken\n  Mend it.\na build would stop: 1 error\n";
  assert.deepEqual([bad.code, bad.stderr], [1, told]);
  const json = await benchpost(["check", "--json", "-q"], { cwd });
  const { stopped, findings } = JSON.parse(json.stdout) as { stopped: boolean; findings: { code: string }[] };
  assert.deepEqual([json.code, json.stderr, stopped, findings[0]?.code], [1, "", true, "broken"]);
  assert.deepEqual(readdirSync(cwd).sort(), [".eleventy.js", "package.json", "pages"]);
});

test("elsewhere there is nothing to build", async (t) => {
  const { code, stderr } = await benchpost(["build"], { cwd: temporaryFolder(t) });
  assert.equal(code, 1);
  assert.equal(
    stderr,
    "benchpost build: there is neither a folder posts/ nor a configuration of Eleventy here\n" +
      "  Run this in the folder of a project; benchpost new starts a post, and with it a project.\n",
  );
});
