import assert from "node:assert/strict";
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { hostname, userInfo } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { parse } from "yaml";
import { toSlug } from "../../src/cli/slug.ts";
import { parseBench } from "../../src/benchmark/bench.ts";
import { parseFrontMatter } from "../../src/site/posts/front-matter.ts";
import { said, temporaryFolder } from "./effects.ts";

test("a post is started with what every post needs", async (t) => {
  const cwd = temporaryFolder(t);
  const { exitCode, stdout, stderr } = await said(["new", "Queues: “fast” or fair?", "--tags", "queues, node"], {
    cwd,
  });
  assert.equal(exitCode, 0);
  assert.equal(stdout, "posts/2026-11-23-queues-fast-or-fair.md\n");
  assert.equal(stderr, "Put its figures into data/queues-fast-or-fair.json.\n");
  const [, head = "", body] = readFileSync(join(cwd, "posts", "2026-11-23-queues-fast-or-fair.md"), "utf8").split(
    /^---\n/m,
  );
  const { id, summary, ...rest } = parse(head) as Record<string, unknown>;
  assert.match(String(id), /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  assert.equal(typeof summary, "string");
  assert.deepEqual(rest, { title: "Queues: “fast” or fair?", tags: ["queues", "node"], draft: true });
  assert.match(body ?? "", /## Question\n[^]*## Environment\n[^]*## Method\n[^]*## Results\n[^]*## Limits\n/);
});

test("a dataset of another name is written down", async (t) => {
  const cwd = temporaryFolder(t);
  await said(["new", "Second run", "--data", "queues", "--date", "2026-02-28"], { cwd });
  assert.match(readFileSync(join(cwd, "posts", "2026-02-28-second-run.md"), "utf8"), /^data: queues$/m);
});

const fixtures = join(import.meta.dirname, "..", "importers", "fixtures");

test("what tools wrote becomes the post's dataset, with its charts in the text", async (t) => {
  const cwd = temporaryFolder(t);
  cpSync(join(fixtures, "autobench", "single-host.tsv"), join(cwd, "node-1.tsv"));
  const { exitCode, stdout, stderr } = await said(["new", "One server", "--data", "node-1.tsv", "--here"], { cwd });
  assert.equal(exitCode, 0, stderr);
  assert.equal(stdout, "posts/2026-11-23-one-server.md\n");
  assert.match(stderr, /data\/one-server\.json: a new dataset/);
  const text = readFileSync(join(cwd, stdout.trim()), "utf8");
  const { charts } = JSON.parse(readFileSync(join(cwd, "data/one-server.json"), "utf8")) as { charts: object };
  assert.ok(Object.keys(charts).length >= 2);
  for (const id of Object.keys(charts)) assert.ok(text.includes(`<div id="${id}" class="flot"></div>`), id);
  const { bench, diagnostics } = parseBench(parseFrontMatter({ file: "post.md", text }).fields);
  assert.deepEqual(diagnostics, []);
  assert.equal(bench?.method.software.get("node-1")?.runtime, `node ${process.version.slice(1)}`);
  assert.ok(bench?.method.sut.cores);
});

test("a folder of tools' files is imported as a whole", async (t) => {
  const cwd = temporaryFolder(t);
  cpSync(join(fixtures, "autobench", "single-host.tsv"), join(cwd, "runs", "node-1.tsv"));
  const { exitCode, stderr } = await said(["new", "One server", "--data", "runs"], { cwd });
  assert.equal(exitCode, 0, stderr);
  assert.ok(existsSync(join(cwd, "data", "one-server.json")));
});

test("charts are described in the post where the dataset describes none", async (t) => {
  const cwd = temporaryFolder(t);
  const dataset = {
    schema: "benchpost/1",
    title: "Bus",
    x: { name: "threads", label: "Threads", unit: "1" },
    metrics: { latency: { label: "Response time", unit: "s", display: "ms", better: "lower" } },
    series: [{ id: "a", label: "A", x: [1, 2], values: { latency: { mean: [1, 2] } } }],
  };
  mkdirSync(join(cwd, "data"));
  writeFileSync(join(cwd, "data", "bus.json"), JSON.stringify(dataset));
  for (const written of ["bus", "data/bus.json"]) {
    const { stdout } = await said(["new", `From ${written.length}`, "--data", written], { cwd });
    const text = readFileSync(join(cwd, stdout.trim()), "utf8");
    assert.match(text, /^data: bus$/m);
    assert.match(text, /^charts:\n {2}bus-latency:\n {4}metric: latency$/m);
    assert.match(text, /^Response time: what is to be seen here, in figures\?\n\n<div id="bus-latency" class="flot">/m);
  }
});

test("a person at a terminal is asked, in order, until there is a title", async (t) => {
  const cwd = temporaryFolder(t);
  const asked = await said(["new"], { cwd, answers: ["", "Queues", "", "node, queues", ""] });
  assert.equal(asked.exitCode, 0, asked.stderr);
  const text = readFileSync(join(cwd, "posts/2026-11-23-queues.md"), "utf8");
  assert.match(text, /^tags:\n {2}- node\n {2}- queues$/m);
  assert.match(text, /^# bench:$/m);
  const unasked = await said(["new"], { cwd });
  assert.equal(unasked.exitCode, 2);
  assert.match(unasked.stderr, /TITLE is missing/);
});

test("nothing is written when a file cannot be imported", async (t) => {
  const cwd = temporaryFolder(t);
  writeFileSync(join(cwd, "notes.txt"), "no figures here\n");
  mkdirSync(join(cwd, "data"));
  writeFileSync(join(cwd, "data", "there.json"), "{}");
  for (const [argv, message] of [
    [["new", "A", "--data", "gone.txt"], /^gone\.txt:1:1 file-missing/],
    [["new", "A", "--data", "notes.txt"], /^notes\.txt:1:1 /],
    [["new", "There", "--data", "notes.txt"], /data\/there\.json exists already\n {2}Choose another title, or/],
    [["new", "notes.txt", "--data", "notes.txt", "A"], /the title is missing before notes\.txt/],
    [["new", "A", "B"], /unexpected argument "B"\n {2}Put the title into quotes/],
  ] as const) {
    const { exitCode, stderr } = await said(argv, { cwd });
    assert.notEqual(exitCode, 0);
    assert.match(stderr, message);
  }
  assert.ok(!existsSync(join(cwd, "posts")));
  assert.deepEqual(readdirSync(join(cwd, "data")), ["there.json"]);
});

test("this machine is described without the names of machine and author", async (t) => {
  const cwd = temporaryFolder(t);
  await said(["new", "Here", "--here"], { cwd });
  const text = readFileSync(join(cwd, "posts/2026-11-23-here.md"), "utf8");
  const [, head = ""] = text.split(/^---$/m);
  // fields, examples and tools are named whatever the machine and its user are called
  const found = head.replace(/^#.*|^ *[\w-]+:|[\w+-]+ \d[\w.+-]*/gm, "");
  for (const name of [hostname(), userInfo().username].filter((one) => one.length > 2)) {
    assert.ok(!new RegExp(`(?<![\\w-])${name.replaceAll(".", "\\.")}(?![\\w-])`).test(found), name);
  }
  assert.match(head, /^ {4}# found on this machine: node \d/m);
});

test("no post is ever written over, as a file or as a folder", async (t) => {
  const cwd = temporaryFolder(t);
  await said(["new", "Once"], { cwd });
  mkdirSync(join(cwd, "posts", "2026-11-23-twice"));
  for (const title of ["Once", "once!", "Twice"]) {
    const { exitCode, stderr } = await said(["new", title], { cwd });
    assert.equal(exitCode, 1);
    assert.match(stderr, /^benchpost new: posts\/2026-11-23-(once\.md|twice) exists already\n {2}Choose another title/);
  }
  assert.equal(readdirSync(join(cwd, "posts")).length, 2);
});

for (const [argv, message] of [
  [["new", "✻✻✻"], /the title has no letters for an address/],
  [["new", "A title", "--date", "2026-02-30"], /--date 2026-02-30 is not a day/],
  [["new", "A title", "--date", "tomorrow"], /--date tomorrow is not a day/],
] as const) {
  test(`benchpost ${argv.join(" ")} is refused`, async (t) => {
    const cwd = temporaryFolder(t);
    const { exitCode, stderr } = await said(argv, { cwd });
    assert.equal(exitCode, 2);
    assert.match(stderr, message);
    assert.deepEqual(readdirSync(cwd), []);
  });
}

test("addresses are plain", () => {
  assert.equal(toSlug("  Größe & façade: what's ½ done?  "), "grosse-facade-whats-1-2-done");
  assert.equal(toSlug("x".repeat(100)).length, 80);
  assert.equal(toSlug("日本語"), "");
});
