import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { chmodSync, cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { test, type TestContext } from "node:test";
import { recover } from "../../src/cli/folder/recover.ts";
import { temporaryFolder } from "./effects.ts";
import { benchpost, start } from "./program.ts";

/** How often a build is killed; more where somebody looks closely. */
const KILLS = Number(process.env["KILLS"] ?? 6);

function project(t: TestContext): string {
  const folder = temporaryFolder(t);
  cpSync(join(import.meta.dirname, "fixtures", "plain"), folder, { recursive: true });
  return folder;
}

const home = (site: string): string => readFileSync(join(site, "index.html"), "utf8");

/** Both pages of the small project say which state of it they show. */
function save(cwd: string, state: string, length = 0): void {
  for (const page of ["index.html", "404.html"]) {
    const head = `---\npermalink: /${page}\n---\n`;
    writeFileSync(join(cwd, "pages", page), `${head}<!doctype html><title>${state}</title>${".".repeat(length)}\n`);
  }
}

function stateOf(site: string): string {
  const [index, missing] = ["index.html", "404.html"].map(
    (page) => /<title>(.*?)<\/title>.*\n$/s.exec(readFileSync(join(site, page), "utf8"))?.[1],
  );
  assert.equal(index, missing, "a site is of one state");
  return index ?? "";
}

/** The folder of a small file system of its own; null, and the test is skipped, where that is not allowed. */
function mounted(t: TestContext): string | null {
  const disk = mkdtempSync(join(tmpdir(), "benchpost-disk-"));
  let isMounted = false;
  t.after(() => {
    if (isMounted) execFileSync("umount", ["-l", disk]);
    rmSync(disk, { recursive: true });
  });
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=256k", "tmpfs", disk], { stdio: "ignore" });
    isMounted = true;
    return disk;
  } catch {
    t.skip("needs the right to mount a file system");
    return null;
  }
}

test("a disk that is full leaves the old site as it was, and says so", async (t) => {
  const cwd = project(t);
  const disk = mounted(t);
  if (disk === null) return;
  const build = () => benchpost(["build", "--quiet", "--output", join(disk, "_site")], { cwd });
  save(cwd, "one");
  assert.deepEqual(await build(), { code: 0, stdout: "", stderr: "" });
  save(cwd, "two", 400_000);
  const { code, stderr } = await build();
  assert.equal(code, 1);
  assert.match(stderr, /^benchpost build: (?:\S+: )?no space left on the device\n$/);
  assert.equal(stateOf(join(disk, "_site")), "one");
  assert.deepEqual(readdirSync(disk), ["_site"]);
  save(cwd, "three");
  assert.equal((await build()).code, 0);
  assert.equal(stateOf(join(disk, "_site")), "three");
});

test("an output that is read-only leaves the old site as it was, and says so", async (t) => {
  const cwd = project(t);
  const isRoot = process.getuid?.() === 0;
  // nothing is read-only to root but a file system
  const folder = isRoot ? mounted(t) : temporaryFolder(t);
  if (folder === null) return;
  const build = () => benchpost(["build", "--quiet", "--output", join(folder, "_site")], { cwd });
  save(cwd, "one");
  assert.deepEqual(await build(), { code: 0, stdout: "", stderr: "" });
  if (isRoot) execFileSync("mount", ["-o", "remount,ro", folder]);
  else chmodSync(folder, 0o555);
  save(cwd, "two");
  const { code, stderr } = await build();
  if (!isRoot) chmodSync(folder, 0o755);
  assert.equal(code, 1);
  assert.match(stderr, /^benchpost build: \S+: (?:the file system is read-only|permission denied)\n$/);
  assert.equal(stateOf(join(folder, "_site")), "one");
});

test("a build that is killed at any moment leaves a whole site", { timeout: 600_000 }, async (t) => {
  const cwd = project(t);
  const site = join(cwd, "_site");
  save(cwd, "0");
  const began = performance.now();
  await benchpost(["build"], { cwd });
  const whole = performance.now() - began;
  const seen = new Set<string>();
  for (let kill = 1; kill <= KILLS; kill++) {
    save(cwd, `${kill}`);
    const child = start(["build"], { cwd });
    const ended = once(child, "close");
    // the second half of a build is where it writes and swaps
    await Promise.race([ended, setTimeout(whole * (0.5 + (0.6 * kill) / KILLS))]);
    child.kill("SIGKILL");
    await ended;
    // what the next start does first
    recover(site);
    const state = stateOf(site);
    assert.ok(Number(state) <= kill, state);
    seen.add(state);
    assert.deepEqual(
      readdirSync(cwd).filter((name) => name.startsWith("_site")),
      ["_site"],
    );
  }
  t.diagnostic(`${KILLS} kills left ${seen.size} different states, each whole`);
  save(cwd, "end");
  assert.equal((await benchpost(["build"], { cwd })).code, 0);
  assert.equal(stateOf(site), "end");
});

test("of two builds at once one whole site stays", async (t) => {
  const cwd = project(t);
  const ends = await Promise.all([
    benchpost(["build", "--quiet"], { cwd }),
    benchpost(["build", "--quiet", "--drafts"], { cwd }),
  ]);
  assert.deepEqual(
    ends.map(({ code, stderr }) => [code, stderr]),
    [
      [0, ""],
      [0, ""],
    ],
  );
  assert.match(home(join(cwd, "_site")), /Home of (?:all|drafts) at \//);
  assert.ok(existsSync(join(cwd, "_site", "404.html")));
  assert.deepEqual(
    readdirSync(cwd).filter((name) => name.startsWith("_site")),
    ["_site"],
  );
});
