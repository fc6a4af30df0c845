import assert from "node:assert/strict";
import { test } from "node:test";
import { openPage } from "./browser.ts";
import { article, figureSite, liveFigure, openArticle, openMenu, pointAt, press, untilAddress } from "./figures.ts";
import { madePost, madeSite } from "./made.ts";
import { projectSite, type Site } from "./site.ts";

test("what changes charts is loaded when it is first wanted, and reading does not want it", async (t) => {
  const page = await openArticle(t);
  const tools: string[] = [];
  page.on("request", (request) => {
    if (/\/tools-[^/]*\.js$/.test(request.url())) tools.push(request.url());
  });
  const figure = await liveFigure(page, "throughput");
  await pointAt(figure, 0.5);
  await page.waitForSelector("#throughput[data-x]");
  assert.deepEqual(tools, []);
  await figure.locator(".chart-menu summary").hover();
  await page.waitForFunction(() =>
    performance.getEntriesByType("resource").some(({ name }) => /\/tools-[^/]*\.js$/.test(name)),
  );
  await liveFigure(page, "response-time");
  await openMenu(figure);
  assert.equal(tools.length, 1);
});

test("where it does not come the chart says so, still hides series, and shows the same when it does", async (t) => {
  const expected = [/tools-|ERR_FAILED/];
  const page = await openArticle(t, { expected });
  await page.route("**/tools-*.js", (route) => route.abort());
  const figure = await liveFigure(page, "throughput");
  const button = figure.locator(".chart-legend button").first();
  await button.click();
  assert.equal(await button.getAttribute("aria-pressed"), "false");
  const notice = figure.locator(".chart-notice", { hasText: "could not be loaded" });
  await notice.waitFor();
  await untilAddress(page, /hide=node-1$/);
  await page.unroute("**/tools-*.js");
  await page.reload();
  const again = await liveFigure(page, "throughput");
  assert.equal(await again.locator(".chart-notice").count(), 0);
  assert.equal(await again.locator(".chart-legend button").first().getAttribute("aria-pressed"), "false");
  await openMenu(again);
  await press(again, "Log scale");
  await untilAddress(page, /y=log/);
});

test("an address that asks for the impossible is told so, and what can be is shown", async (t) => {
  const wrong = "xrange=1200..400&yrange=0..5&base=nobody&x=1e9";
  const page = await openArticle(t, {}, `${article}?y=log&${wrong}&__proto__=1&constructor.y=log#throughput`);
  const figure = await liveFigure(page, "throughput");
  const notice = await figure.locator(".chart-notice").innerText();
  for (const part of wrong.split("&")) assert.ok(notice.includes(part), `${part}: ${notice}`);
  assert.doesNotMatch(notice, /proto|constructor|y=log/);
  assert.match(await figure.locator(".chart-unit").innerText(), /\(req\/s, log\)/);
  assert.equal(await figure.getAttribute("data-x"), null);
});

test("an address with an id that a chart had before leads to it, and asks of it what it says", async (t) => {
  const values = { latency: { value: [1, 10, 100] } };
  const dataset = {
    x: { name: "load", unit: "1/s" },
    metrics: { latency: { unit: "s", display: "s" } },
    series: [{ id: "a", x: [1, 2, 3], values }],
  };
  const words = "Words before the chart. ".repeat(400);
  const site = await madeSite(
    dataset,
    `${words}\n\n<div id="now" class="flot" data-metric="latency" data-was="once"></div>`,
  );
  const page = await openPage(t, site.url(`${madePost}?y=log#once`));
  const figure = page.locator("figure#now");
  await page.waitForSelector("figure#now.is-live .chart-menu");
  const { y } = (await figure.boundingBox())!;
  assert.ok(y > -5 && y < 200, `${y} pixels from the top`);
  assert.match(await figure.locator(".chart-unit").innerText(), /\(s, log\)/);
  await page.goto(site.url(madePost.replace(/\.html$/, "/once.html")));
  await page.waitForURL(/\/made\/now\.html$/);
});

test("the anchor and the files of a chart are the same in every build", async (t) => {
  const addresses = async (site: Site): Promise<string[]> => {
    const page = await openPage(t, site.url(article), { javaScriptEnabled: false });
    return page
      .locator("figure.chart")
      .evaluateAll((all) =>
        all.flatMap((figure) => [
          figure.id,
          ...[...figure.querySelectorAll(".chart-links a")].map((link) => link.getAttribute("href")!),
        ]),
      );
  };
  const first = await addresses(await figureSite());
  assert.ok(first.includes("throughput") && first.includes("#throughput"));
  assert.deepEqual(await addresses(await projectSite("test/site/project", { drafts: true })), first);
});
