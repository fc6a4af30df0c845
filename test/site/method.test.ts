import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, suite, test } from "node:test";
import { knownLimits, methodCard } from "../../src/site/pages/method-card.ts";
import { readProject } from "../../src/site/project.ts";
import { readSettings } from "../../src/site/settings.ts";
import { scanTags } from "../../src/site/html/tags.ts";
import { sample } from "../benchmark/sample.ts";

const root = mkdtempSync(join(tmpdir(), "benchpost-method-"));
after(() => rmSync(root, { recursive: true }));
const { site } = readSettings(null, { url: "https://notes.example", pathPrefix: "/blog" });

/** The only post of a project with one dataset. */
function written(bench: string, data: object = {}) {
  mkdirSync(join(root, "data"), { recursive: true });
  mkdirSync(join(root, "posts"), { recursive: true });
  writeFileSync(join(root, "data/bus.json"), JSON.stringify({ ...sample(), ...data }));
  const head = `title: A\nsummary: B\ndata: bus\n${bench}`;
  writeFileSync(join(root, "posts/2026-01-01-a.md"), `---\n${head}---\n\n<div id="graph-1-rps" class="flot"></div>\n`);
  const project = readProject(root, site, undefined, "2026-01-02");
  return { project, post: project.posts[0]! };
}

suite("the method of a post", () => {
  test("stands behind it, with the way to its data and what proves them", () => {
    const { project, post } = written("", { title: "<b>" });
    const html = methodCard(project, post);
    assert.match(html, /^<section class="method" aria-labelledby="method"><h2 id="method">/);
    assert.match(html, /<a href="\/blog\/data\/bus\.json">/);
    assert.match(html, /<a href="\/blog\/data\/raw\/bus\/gevent-1\.tsv">[^<]+<\/a>: autobench\./);
    assert.match(html, /SHA-256 0{64}</);
    assert.match(html, /<h3>Not known<\/h3><p>[^<]*Machine: CPU, /);
    assert.equal(html.match(/<details>/g)?.length, 1);
  });

  test("sets what importers remark as the article is set: the apostrophes of words, and no quote of a command", () => {
    const warnings = ["Of the system's sockets none was free: wrk -H 'Connection: close'"];
    const sources = [{ file: "raw/bus/a.txt", sha256: "0".repeat(64), tool: "wrk", importer: "wrk", warnings }];
    const { project, post } = written("", { sources });
    assert.match(
      methodCard(project, post),
      /: wrk\. Of the system’s sockets none was free: wrk -H &#39;Connection: close&#39;\./,
    );
  });

  test("links no file that is not published", () => {
    const { project, post } = written("", { publish_raw: false });
    assert.doesNotMatch(methodCard(project, post), /href="[^"]*raw/);
  });

  test("is said once: a second card names what is as with the first", () => {
    const environment = { sut: { cpu: "Xeon" } };
    written("", { title: "First", environment });
    const second = { title: "Second", environment, load: { model: "closed" }, charts: { more: { metric: "latency" } } };
    writeFileSync(join(root, "data/again.json"), JSON.stringify({ ...sample(), ...second }));
    const charts = '<div id="graph-1-rps" class="flot"></div>\n\n<div id="more" class="flot"></div>\n';
    writeFileSync(
      join(root, "posts/2026-01-01-a.md"),
      `---\ntitle: A\nsummary: B\ndata: [bus, again]\n---\n\n${charts}`,
    );
    const project = readProject(root, site, undefined, "2026-01-02");
    rmSync(join(root, "data/again.json"));
    const [, first, other] = methodCard(project, project.posts[0]!).split("<details>");
    assert.match(first!, /<h3>Machine<.*<h3>Load<.*<h3>Sampling</);
    assert.doesNotMatch(first!, /As with/);
    assert.match(first!, /^<summary>First: open load, 2 runs</);
    assert.match(other!, /^<summary>Second: closed load</);
    assert.match(other!, /<\/summary><p>As with “First”: Machine, Software, Sampling, Not known\.<\/p><h3>Load</);
    assert.match(other!, /again\.json<\/a>[^<]*<\/li><li>1 file of “First”<\/li><\/ul><\/details>/);
  });

  test("keeps words of the author words", () => {
    const { project, post } = written(
      `bench: {question: "<script>a</script>", load: {generator: {command: "</dd><img>"}}}\n`,
    );
    const names = new Set(scanTags(methodCard(project, post)).map(({ name }) => name));
    assert.ok(!names.has("script") && !names.has("img"));
  });

  test("says which rules are set aside, and why", () => {
    const { project, post } = written('bench: {waive: [{rule: BL01, reason: "The machine is gone & <b>."}]}\n');
    const html = knownLimits(project, post);
    assert.match(html, /<h2 id="known-limits">Known limits of this benchmark<\/h2>/);
    assert.match(html, /<li>The machine is gone &amp; &lt;b&gt;\. <small>Set aside: .+ \(BL01\)<\/small><\/li>/);
    assert.equal(knownLimits(...args(written(""))), "");
  });

  test("is nothing that a post without charts has", () => {
    const { project, post } = written("");
    assert.equal(methodCard({ ...project, figuresOf: () => [] }, post), "");
  });
});

function args({ project, post }: ReturnType<typeof written>): Parameters<typeof knownLimits> {
  return [project, post];
}
