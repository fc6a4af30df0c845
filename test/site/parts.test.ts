import assert from "node:assert/strict";
import { cpSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join, sep } from "node:path";
import { test, type TestContext } from "node:test";
import { setTimeout } from "node:timers/promises";
import { formatDiagnostic } from "../../src/source/diagnostic.ts";
import { SourceError } from "../../src/source/error.ts";
import { openCache } from "../../src/site/cache/cache.ts";
import { type MadeSite, makeSite } from "../../src/site/make.ts";
import { createMemory } from "../../src/site/memory.ts";
import { readText } from "../../src/site/project.ts";
import { readSettings } from "../../src/site/settings.ts";
import { temporaryFolder } from "../cli/effects.ts";
import { sampleRoot } from "./sample.ts";

/** A copy of the sample, and what changes it. */
function sampleIn(t: TestContext) {
  const root = temporaryFolder(t);
  cpSync(sampleRoot, root, { recursive: true, filter: (path) => !path.includes(`${sep}.cache`) });
  const change = (file: string, from: string | RegExp, to: string): void => {
    const text = readFileSync(join(root, file), "utf8");
    assert.notEqual(text.replace(from, to), text, `${file} has no ${String(from)}`);
    writeFileSync(join(root, file), text.replace(from, to));
  };
  const site = (drafts: boolean) => {
    const { site } = readSettings({ file: "site.json", text: readText(root, "site.json")! }, { drafts });
    return site;
  };
  /** As a build makes it, post by post with the cache, or all of it from nothing. */
  const make = (how: "parts" | "whole", drafts = false): Promise<MadeSite> =>
    how === "parts"
      ? makeSite(root, site(drafts), createMemory(openCache(root), false), true)
      : makeSite(root, site(drafts));
  return { root, change, make };
}

/** All that a site has but its pictures in pixels: by path, or why there is no site. */
async function shown(making: Promise<MadeSite>, seen = new Map<string, string>()): Promise<Map<string, string>> {
  const all = new Map<string, string>();
  let made: MadeSite;
  try {
    made = await making;
  } catch (error) {
    assert.ok(error instanceof SourceError, String(error));
    return all.set("faults", error.diagnostics.map(formatDiagnostic).sort().join("\n"));
  }
  const note = (path: string, text: string, sources: readonly string[] | null): void => {
    all.set(path, text);
    if (sources === null) return;
    const key = JSON.stringify([path, sources]);
    assert.equal(text, seen.get(key) ?? text, `${path} is another, made from the same`);
    seen.set(key, text);
  };
  for (const path of made.pages) {
    note(path, JSON.stringify([made.viewAt(path), made.shared, made.contentAt(path)]), made.sourcesOf(path));
  }
  for (const { path, content, sources } of made.files.filter((file) => !file.path.endsWith(".png"))) {
    const bytes = typeof content === "function" ? await content() : content;
    note(path, Buffer.from(bytes).toString("latin1"), sources?.() ?? null);
  }
  for (const { path } of made.files.filter((file) => file.path.endsWith(".png"))) all.set(path, "");
  all.set("warnings", [...new Set(made.warnings.map(formatDiagnostic))].sort().join("\n"));
  all.set("counts", `${made.posts} ${made.charts}`);
  return all;
}

function assertSame(made: ReadonlyMap<string, string>, wanted: ReadonlyMap<string, string>, what: string): void {
  assert.deepEqual([...made.keys()].sort(), [...wanted.keys()].sort(), what);
  for (const [path, text] of wanted) assert.equal(made.get(path), text, `${path} after ${what}`);
}

const post = "posts/2026-11-02-how-many-requests.md";
const note = "posts/2026-06-01-short-note.md";

test("a site that is made of what is known of its posts is the one that is made of all of them", async (t) => {
  const { root, change, make } = sampleIn(t);
  const bus = readdirSync(join(root, "posts")).find((name) => name.startsWith("2012"))!;
  const twin = `---\ntitle: Twin\nsummary: Shows the same.\ndata: imagined-servers\n---\n\n<div id="throughput" class="flot" data-metric="reply_rate"></div>\n\n[Back](${bus}) and [on](2026-12-01-not-yet.md#somewhere).\n`;
  const steps: readonly (readonly [string, () => void, boolean?])[] = [
    ["nothing", () => {}],
    ["nothing, again", () => {}],
    ["another word", () => change(note, "A paragraph alone.", "A paragraph, alone.")],
    ["another title", () => change(post, /^title: .*$/m, "title: Another title")],
    ["another figure", () => change("data/containers.json", "9.1e-8", "9.2e-8")],
    ["another site", () => change("site.json", '"title": "', '"title": "New ')],
    ["drafts", () => {}, true],
    ["no drafts", () => {}],
    ["a post that wants a chart's address", () => writeFileSync(join(root, "posts/2010-01-01-twin.md"), twin)],
    ["its draft", () => change("posts/2010-01-01-twin.md", "title: Twin", "title: Twin\ndraft: true")],
    ["no draft of it", () => change("posts/2010-01-01-twin.md", "draft: true", "date: 2027-01-02")],
    ["a warning", () => change(note, "[C++]", "[C++]\ntagz: [a]")],
    ["a link to nothing", () => change(note, "every feed.", "every feed. See [it](nothing.html#there).")],
    ["a link to a post", () => change(note, "nothing.html#there", bus)],
    ["no such post", () => renameSync(join(root, "posts", bus), join(root, "posts", bus.replace("03-18", "03-19")))],
    ["a mistake", () => change(post, /^title: .*$/m, "title: [")],
    ["no mistake", () => change(post, "title: [", "title: Fine")],
    ["an unknown dataset", () => change(post, "data: imagined-servers", "data: imagined-server")],
    ["a known one", () => change(post, "data: imagined-server\n", "data: imagined-servers\n")],
    [
      "data without their charts",
      () => change("data/imagined-servers.json", /"metric": ?"reply_rate"/, '"metric": "reply_rat"'),
    ],
    ["data with them", () => change("data/imagined-servers.json", '"reply_rat"', '"reply_rate"')],
    ["a post less", () => rmSync(join(root, note))],
  ];
  const seen = new Map<string, string>();
  for (const [what, step, drafts = false] of steps) {
    step();
    const wanted = await shown(make("whole", drafts));
    assertSame(await shown(make("parts", drafts), seen), wanted, what);
    assertSame(await shown(make("parts", drafts), seen), wanted, `${what}, known`);
  }
});

test("what is damaged in the cache is not believed", async (t) => {
  const { root, change, make } = sampleIn(t);
  const wanted = await shown(make("whole"));
  await shown(make("parts"));
  const cache = join(root, ".cache", "benchpost");
  const entries = readdirSync(cache, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  for (const [index, { parentPath, name }] of entries.entries()) {
    const file = join(parentPath, name);
    if (index % 2 === 0) writeFileSync(file, readFileSync(file, "utf8").replaceAll("a", "b"));
  }
  assertSame(await shown(make("parts")), wanted, "damage");
  change("data/containers.json", "9.1e-8", "9.2e-8");
  rmSync(cache, { recursive: true });
  assertSame(await shown(make("parts")), await shown(make("whole")), "loss");
});

test("a post that is known by its file is not read, and what is changed is", async (t) => {
  const { root, change, make } = sampleIn(t);
  await shown(make("parts"));
  // what was written just now is not relied upon
  await setTimeout(3100);
  await shown(make("parts"));
  for (const [file, from, to] of [
    [note, "A paragraph alone.", "A paragraph Alone."],
    [post, "title: How many", "title: How MANY"],
    ["data/containers.json", "9.1e-8", "9.2e-8"],
  ] as const) {
    const { atime, mtime } = statSync(join(root, file));
    change(file, from, to);
    utimesSync(join(root, file), atime, mtime);
    const wanted = await shown(make("whole"));
    assertSame(await shown(make("parts")), wanted, file);
    assertSame(await shown(make("parts")), wanted, `${file}, known`);
  }
  await setTimeout(3100);
  await shown(make("parts"));
  const made = await make("parts");
  const unread = made.pages.find((path) => path.endsWith("short-note.html"))!;
  change(note, "A paragraph Alone.", "A paragraph alone.");
  assert.throws(() => made.contentAt(unread), { name: "SourceError" });
});

test("data that change while a site is made stop it, and are not taken for what they were", async (t) => {
  const { change, make } = sampleIn(t);
  await shown(make("parts"));
  const made = await make("parts");
  change("data/containers.json", "9.1e-8", "9.2e-8");
  await assert.rejects(shown(Promise.resolve(made)), (error: unknown) => {
    assert.ok(error instanceof SourceError);
    assert.deepEqual(
      error.diagnostics.map(({ file, code }) => [file, code]),
      [["data/containers.json", "changed-meanwhile"]],
    );
    return true;
  });
});
