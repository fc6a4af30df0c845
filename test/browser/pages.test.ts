import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { test } from "node:test";
import type { Page } from "playwright-core";
import { openPage } from "./browser.ts";
import { builtSite, projectSite } from "./site.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** One page of each kind, in the project that has them all. */
const kinds = {
  home: "/",
  "second page": "/page/2.html",
  article: "/2026/11/02/how-many-requests.html",
  "article of 2012": "/2012/03/18/message-bus-part-two.html",
  bars: "/2026/09/14/a-picture-and-its-post.html",
  chart: "/2026/11/02/how-many-requests/throughput.html",
  tags: "/tags.html",
  tag: "/tags/python.html",
  archive: "/archive.html",
  about: "/about.html",
  "not found": "/404.html",
};
const site = await projectSite("test/site/project");

/** The documents are those of this repository. */
const documents = { documents: "/docs/", "a document": "/docs/site.html", "a long document": "/docs/honesty.html" };
const own = await builtSite();
const addresses: readonly (readonly [kind: string, address: string])[] = [
  ...Object.entries(kinds).map(([kind, path]) => [kind, site.url(path)] as const),
  ...Object.entries(documents).map(([kind, path]) => [kind, own.url(path)] as const),
];

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
}

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const found = (await page.evaluate("axe.run().then(({ violations }) => violations)")) as readonly Violation[];
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)}\n${failureSummary}`),
  );
}

test("a phone shows where the text of an article begins, below contents that a finger can hit", async (t) => {
  const address = own.url("/2026/11/23/python-vs-node-rerun.html");
  const page = await openPage(t, address, { viewport: { width: 375, height: 812 } });
  const text = await page.locator(".prose p").first().boundingBox();
  assert.ok(text && text.y < 780, JSON.stringify(text));
  for (const link of await page.locator(".contents a").all()) assert.ok((await link.boundingBox())!.height >= 24);
});

for (const [kind, address] of addresses) {
  for (const colorScheme of ["light", "dark"] as const) {
    test(`${kind}, ${colorScheme}: nothing that axe finds`, async (t) => {
      const page = await openPage(t, address, { colorScheme });
      assert.deepEqual(await violations(page), []);
    });
  }

  test(`${kind}: no sideways scrolling at 320 pixels, with script and without`, async (t) => {
    for (const javaScriptEnabled of [true, false]) {
      const page = await openPage(t, address, { javaScriptEnabled, viewport: { width: 320, height: 600 } });
      const over = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      assert.ok(over <= 0, `${over} pixels too wide`);
      assert.equal(await page.locator("h1").count(), 1);
    }
  });
}

test("a hostile project runs nothing of its own", async (t) => {
  const hostile = await projectSite("test/site/hostile");
  for (const path of [
    "/",
    "/2026/05/05/hostile.html",
    "/2026/05/05/hostile/mine.html",
    "/tags.html",
    "/archive.html",
    "/about.html",
  ]) {
    const page = await openPage(t, hostile.url(path), { expected: [/\/x\b/, /404/] });
    for (const figure of await page.locator("figure.chart").all()) await figure.hover();
    await page.waitForTimeout(300);
    assert.equal(await page.evaluate("typeof hacked"), "undefined");
    assert.ok(!(await page.content()).includes('<img src="x" onerror'));
  }
});

test("the theme is chosen, remembered and does not flash", async (t) => {
  const page = await openPage(t, site.url(kinds.article), { colorScheme: "light" });
  const paper = (): Promise<string> => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const light = await paper();
  const button = page.getByRole("button", { name: /^Theme/ });
  await button.click();
  await button.click();
  const dark = await paper();
  assert.notEqual(dark, light);
  await page.goto(site.url(kinds.archive), { waitUntil: "commit" });
  await page.waitForSelector("h1");
  assert.equal(await paper(), dark);
  assert.equal(await page.evaluate(() => document.documentElement.dataset["theme"]), "dark");
  await button.click();
  assert.equal(await paper(), light);
});

test("a browser's bars have the colour of the page, light and dark", async (t) => {
  for (const colorScheme of ["light", "dark"] as const) {
    const page = await openPage(t, site.url(kinds.home), { colorScheme, javaScriptEnabled: false });
    const bars = await page
      .locator(`meta[name="theme-color"][media*="${colorScheme}"]`)
      .evaluate((meta) => (meta as HTMLMetaElement).content);
    const channels = [1, 3, 5].map((at) => Number.parseInt(bars.slice(at, at + 2), 16));
    const paper = await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    assert.equal(paper, `rgb(${channels.join(", ")})`);
  }
});

test("printed, an article is text with its charts, its notes and the addresses of its links", async (t) => {
  const page = await openPage(t, site.url(kinds.article), { colorScheme: "dark" });
  const file = join(site.folder, "..", "article.pdf");
  writeFileSync(file, await page.pdf({ format: "A4" }));
  const { stdout, error } = spawnSync("pdftotext", ["-layout", file, "-"], { encoding: "utf8" });
  if (error) return t.skip("pdftotext is not installed");
  const text = stdout.replace(/\s+/g, " ");
  for (const words of [
    "How many requests can an imagined server answer?",
    "Throughput over demanded requests",
    "Gevent (10)",
    "Demanded requests (req/s)",
    "Nothing was measured",
  ]) {
    assert.ok(text.includes(words), words);
  }
  for (const words of ["Skip to content", "Archive", "Contents", "CSV"]) assert.ok(!text.includes(words), words);
});

test("without script, an article is whole: pictures, legend, words and the way to the numbers", async (t) => {
  const page = await openPage(t, site.url(kinds.article), { javaScriptEnabled: false });
  assert.equal(await page.locator("figure.chart svg.plot").count(), 4);
  assert.equal(await page.locator("canvas").count(), 0);
  await page.locator("figure.chart").first().getByRole("link", { name: "Table" }).click();
  assert.equal(await page.locator("tbody tr").count(), 40);
});

test("the first thing that the keyboard reaches leads to the text", async (t) => {
  const page = await openPage(t, site.url(kinds.article));
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement?.textContent), "Skip to content");
  await page.keyboard.press("Enter");
  assert.equal(await page.evaluate(() => document.activeElement?.id), "content");
});

test("nothing moves while an article loads", async (t) => {
  const page = await openPage(t, site.url("/404.html"), { viewport: { width: 375, height: 700 } });
  const hasFallback = await page.evaluate(async () => {
    const face = [...document.fonts].find(({ family }) => family.includes("Inter fallback"))!;
    return face.load().then(
      () => true,
      () => false,
    );
  });
  if (!hasFallback) return t.skip("no font here is as wide as Inter, not Arial, Liberation Sans or Roboto");
  await page.addInitScript(() => {
    const shifts: number[] = [];
    Object.assign(globalThis, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shifts.push((entry as PerformanceEntry & { value: number }).value);
    }).observe({ type: "layout-shift", buffered: true });
  });
  for (const path of [kinds.article, kinds.home, kinds["article of 2012"]]) {
    await page.goto(site.url(path), { waitUntil: "load" });
    await page.waitForTimeout(500);
    const shifts = (await page.evaluate("shifts")) as number[];
    assert.ok(shifts.reduce((sum, shift) => sum + shift, 0) < 0.001, `${path}: ${shifts}`);
  }
});
