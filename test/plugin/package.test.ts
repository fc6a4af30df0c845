import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { suite, test } from "node:test";
import { builtOwnSite, commonJsSite, documentedCommonJs, documentedSite, eleventy, figures } from "./sites.ts";
import { installedIn, packedFolder, runIn } from "./packed.ts";

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1))
    .sort();
}

/** What Eleventy says of slow machines is no fault. */
const withoutTimes = (text: string): string => text.replace(/^\[11ty\] Benchmark .*\n/gm, "");

suite("the packed package", () => {
  test("has what it needs and nothing else", async () => {
    const packed = await packedFolder();
    const files = filesIn(packed);
    const strange = files.filter(
      (file) =>
        !/^(?:dist\/(?:node|assets|layouts|types)\/|bin\/(?:benchpost|live|load)\.js$|assets\/fonts\/|data\/[\w-]+\.schema\.json$|\.eleventy\.js$|(?:CHANGELOG|README)\.md$|LICENSE$|package\.json$)/.test(
          file,
        ),
    );
    assert.deepEqual(strange, []);
    assert(files.reduce((sum, file) => sum + statSync(join(packed, file)).size, 0) < 2_500_000);
    assert.doesNotMatch(readFileSync(join(packed, "dist", "types", "plugin.d.ts"), "utf8"), /\bimport\b/);
  });

  test("has types that say what can be said", async () => {
    const project = await installedIn(
      "types",
      {
        "package.json": '{ "type": "module" }',
        "tsconfig.json": '{ "compilerOptions": { "module": "nodenext", "strict": true, "noEmit": true, "types": [] } }',
        "good.ts":
          'import { benchpost, type BenchpostOptions } from "benchpost";\n' +
          'const options: BenchpostOptions = { data: "measured", theme: "light" };\nbenchpost({}, options);\n',
        "bad.ts":
          'import { benchpost } from "benchpost";\nbenchpost({}, { theme: "blue" });\nbenchpost({}, { them: "dark" });\n',
      },
      ["typescript"],
    );
    const { code, stdout } = await runIn(project, ["typescript/bin/tsc"]);
    assert.notEqual(code, 0);
    const places = [...stdout.matchAll(/^(\S+): error/gm)].map(([, place]) => place);
    assert.deepEqual(places, ["bad.ts(2,17)", "bad.ts(3,17)"]);
  });
});

suite("a site of somebody else's", () => {
  const page = async (path: string): Promise<string> =>
    readFileSync(join((await builtOwnSite()).project, "public", path), "utf8");

  test("is built without a word", async () => {
    const { code, stderr } = await builtOwnSite();
    assert.deepEqual([code, withoutTimes(stderr)], [0, ""]);
  });

  test("has figures with pictures where its elements stood, in each language of templates", async () => {
    const markdown = await page("posts/2026-01-02-markdown/index.html");
    assert.deepEqual(figures(markdown), ["throughput", "response-time"]);
    assert.match(markdown, /<h2>Both at markdown – “quoted”<\/h2>\s*<p>One line of words<\/p>\s*<figure/);
    assert.match(markdown, /<\/figure><p>and another\.<\/p>/);
    assert.match(markdown, /<h3 class="chart-title" id="response-time-title">How long &amp; how often<\/h3>/);
    assert.match(markdown, /<code class="language-html">&lt;div id=&quot;throughput&quot; class=&quot;flot&quot;&gt;/);
    assert.equal(markdown.match(/<svg class="plot/g)?.length, 2);
    assert.doesNotMatch(markdown, /No script|benchpostchart/);
    assert.deepEqual(figures(await page("posts/2026-01-03-liquid/index.html")), ["reply_rate", "latency"]);
    const nunjucks = await page("posts/bus/index.html");
    assert.deepEqual(figures(nunjucks), ["throughput"]);
    assert.match(nunjucks, /<li data-series="two">/);
    assert.doesNotMatch(nunjucks, /<li data-series="one">/);
  });

  test("has the links of charts in the heads of pages with charts, under its path prefix", async () => {
    const html = await page("posts/bus/index.html");
    const [, styles] = /<link rel="stylesheet" href="\/blog(\/benchpost\/assets\/charts-\w+\.css)">/.exec(html)!;
    const [, script] =
      /<script type="module" src="\/blog(\/benchpost\/assets\/main-\w+\.js)"><\/script>\n<\/head>/.exec(html)!;
    assert.match(await page(styles!), /@media not all\{:root/);
    assert.match(await page(script!), /import\(/);
    assert.match(html, /data-chart='\{"data":"\/blog\/benchpost\/data\/bus\.json"/);
    assert.doesNotMatch(await page("plain/index.html"), /benchpost/);
    assert.match(await page("index.html"), /<a href="\/blog\/posts\/bus\/">last<\/a>/);
  });

  test("publishes what its charts show, and no other data", async () => {
    const { project } = await builtOwnSite();
    const files = filesIn(join(project, "public", "benchpost")).filter((file) => !file.startsWith("assets/"));
    const of = (text: string, id: string): string[] =>
      ["csv", "html", "json", "meta.json", "png", "svg"].map((end) => `charts/${text}/${id}.${end}`);
    assert.deepEqual(files, [
      // what a shortcode has made belongs to the page that it is on
      ...of("index", "latency"),
      ...of("index", "reply_rate"),
      ...of("posts/2026-01-02-markdown", "response-time"),
      ...of("posts/2026-01-02-markdown", "throughput"),
      ...of("posts/2026-01-03-liquid", "latency"),
      ...of("posts/2026-01-03-liquid", "reply_rate"),
      ...of("posts/bus", "throughput"),
      "data/bus.json",
      "data/chart.schema.json",
      "data/dataset.schema.json",
    ]);
    const numbers = await page("benchpost/charts/posts/bus/throughput.html");
    assert.match(numbers, /<table>.*<th scope="row">30<\/th><td>22<\/td>/s);
    assert.match(
      await page("benchpost/charts/posts/bus/throughput.csv"),
      /# https:\/\/example\.org\/blog\/benchpost\/charts\/posts\/bus\/throughput\.html/,
    );
    assert(existsSync(join(project, "public", "pictures", "sign.svg")));
  });

  test("says to programs what its charts show and where that comes from", async () => {
    const told = async (path: string) =>
      JSON.parse(await page(`benchpost/charts/${path}.meta.json`)) as Record<string, unknown>;
    const site = "https://example.org/blog";
    const { $schema, article, data, files, columns } = await told("posts/bus/throughput");
    assert.equal($schema, `${site}/benchpost/data/chart.schema.json`);
    assert.deepEqual(article, { title: "Nunjucks", url: `${site}/posts/bus/#throughput` });
    assert.equal((data as { url: string }).url, `${site}/benchpost/data/bus.json`);
    assert.equal((files as { json: string }).json, `${site}/benchpost/charts/posts/bus/throughput.json`);
    assert.deepEqual(
      (columns as { series?: string }[]).flatMap(({ series }) => series ?? []),
      ["two"],
    );
    const { rows } = JSON.parse(await page("benchpost/charts/posts/bus/throughput.json")) as { rows: unknown[][] };
    assert.deepEqual(rows.at(-1), [30, 22]);
    assert.deepEqual((await told("index/latency"))["article"], { title: "All", url: `${site}/#latency` });
  });

  test("shows charts on a page with all texts, each name once alive, and as pictures in its feed", async () => {
    const all = await page("index.html");
    assert.deepEqual(figures(all), ["throughput", "response-time", "reply_rate", "latency"]);
    assert.match(
      all,
      /<img src="https:\/\/example\.org\/blog\/benchpost\/charts\/posts\/bus\/throughput\.png" width="720"/,
    );
    assert.match(all, /<meta name="description" content="Both at/);
    const feed = await page("feed.xml");
    assert.doesNotMatch(feed, /benchpostchart|<figure class|&lt;svg/);
    assert.equal(feed.match(/&lt;img src=&quot;https:/g)?.length, 5);
  });

  test("hears of all mistakes at once, with their places, and Eleventy fails", async () => {
    const { project } = await builtOwnSite();
    const post = join(project, "src", "posts", "2026-01-02-markdown.md");
    const other = join(project, "src", "posts", "bus.njk");
    const [before, otherBefore] = [readFileSync(post, "utf8"), readFileSync(other, "utf8")];
    writeFileSync(post, before.replace("metric: latency", "metric: latancy"));
    writeFileSync(other, otherBefore.replace('data-series="two"', 'data-series="too"'));
    const { code, stdout, stderr } = await runIn(project, [eleventy, "--output=broken"]);
    writeFileSync(post, before);
    writeFileSync(other, otherBefore);
    const said = stdout + stderr;
    assert.equal(code, 1);
    assert.match(said, /src\/posts\/2026-01-02-markdown\.md:4:27 unknown-metric: .*\n.*Did you mean "?latency/);
    assert.match(said, /src\/posts\/bus\.njk:6:\d+ unknown-series: /);
    assert.doesNotMatch(said, /at (?:async )?\w+.*\(?file:|\.js:\d+:\d+\)$/m);
  });
});

suite("what docs/plugin.md tells to write", () => {
  const sites = { documented: documentedSite, "documented-commonjs": documentedCommonJs };
  for (const [name, files] of Object.entries(sites)) {
    test(`makes charts (${name})`, async () => {
      const project = await installedIn(name, files);
      const { code, stderr } = await runIn(project, [eleventy]);
      assert.deepEqual([code, withoutTimes(stderr)], [0, ""]);
      const html = readFileSync(join(project, "_site", "posts", "two-servers", "index.html"), "utf8");
      assert.deepEqual(figures(html), ["throughput"]);
    });
  }
});

suite("a site with a CommonJS configuration", () => {
  test("has its charts, and is told what it has not said", async () => {
    const project = await installedIn("commonjs", commonJsSite);
    const { code, stderr } = await runIn(project, [eleventy]);
    assert.equal(code, 0, stderr);
    assert.match(
      withoutTimes(stderr),
      /^addPlugin\(benchpost\):1:1 warning site-url: the site's address is not known\n {2}Say it: /,
    );
    const html = readFileSync(join(project, "_site", "bus", "index.html"), "utf8");
    assert.deepEqual(figures(html), ["throughput"]);
    assert.match(html, /^<!doctype html><link rel="preload"/);
  });

  test("is told of a wrong option, and of a folder that is not there", async () => {
    const wrong = commonJsSite[".eleventy.js"].replace("benchpost)", 'benchpost, { data: "measured" })');
    const project = await installedIn("wrong", { ...commonJsSite, ".eleventy.js": wrong });
    const { code, stdout, stderr } = await runIn(project, [eleventy]);
    assert.equal(code, 1);
    assert.match(stdout + stderr, /\.eleventy\.js:4:33 plugin-data: there is no folder measured for datasets\n/);
  });
});
