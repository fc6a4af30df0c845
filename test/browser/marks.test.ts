import assert from "node:assert/strict";
import { test, type TestContext } from "node:test";
import type { Locator, Page } from "playwright-core";
import { openPage, type OpenOptions } from "./browser.ts";
import { liveFigure, spoken } from "./figures.ts";
import { projectSite } from "./site.ts";

const path = "/2026/11/20/every-mark.html";

async function openMarks(t: TestContext, query = "", options: OpenOptions = {}): Promise<Page> {
  return openPage(t, (await projectSite("test/site/marks")).url(path + query), options);
}

const picture = (figure: Locator): Promise<string> =>
  figure.locator("canvas").evaluate((canvas) => (canvas as HTMLCanvasElement).toDataURL());
const runsButton = (figure: Locator): Locator => figure.locator(".chart-menu-row button", { hasText: "Single runs" });
const caption = (figure: Locator): Promise<string> => figure.locator("figcaption > p").first().innerText();

test("every mark comes to life and is read by keys as it is drawn", async (t) => {
  const page = await openMarks(t);
  const read: Readonly<Record<string, RegExp>> = {
    sorted: /^node -e 0: two-commands 116 ± 44 ms$/,
    strip: /^node -e 0: two-commands 116 ± 44 ms n = 10: 167, 131, /,
    box: /^node -e 0: two-commands 96\.5 .*–.* ms$/,
    ecdf: /^Time 50 ms: node -e 0 0 %; python3 -c pass 0 %$/,
    histogram: /^Response time 0\.\d+ ms: one-hgrm [\d.]+ %$/,
    percentiles: /^Percentile [\d.]+ %: one-hgrm [\d.]+ ms$/,
    grouped: /^append: Lists [\d.]+ .*µs; Maps [\d.]+ .*µs$/,
    run: /^Time since the start 0 s: Aggregated 0 req\/s/,
  };
  for (const [id, words] of Object.entries(read)) {
    const figure = await liveFigure(page, id);
    await figure.locator(".chart-plot").focus();
    await page.keyboard.press("Home");
    assert.match(await spoken(figure), words, id);
  }
});

test("steps are read where the other series have none", async (t) => {
  const page = await openMarks(t);
  const figure = await liveFigure(page, "ecdf");
  await figure.locator(".chart-plot").focus();
  for (const key of ["Home", "ArrowRight", "ArrowRight"]) await page.keyboard.press(key);
  assert.match(await spoken(figure), /^Time 67\.\d+ ms: node -e 0 20 %; python3 -c pass 0 %$/);
});

test("single runs are switched on by button, by key and by address, are named, and go again", async (t) => {
  const page = await openMarks(t);
  const figure = await liveFigure(page, "sorted");
  const [plain, words] = [await picture(figure), await caption(figure)];
  await figure.locator(".chart-menu summary").click();
  await runsButton(figure).click();
  await page.waitForFunction(() => /[?&]runs=1#sorted$/.test(location.href));
  const runs = await picture(figure);
  assert.notEqual(runs, plain);
  assert.equal(await caption(figure), `${words} Small dots: single runs.`);
  await figure.locator(".chart-plot").focus();
  await page.keyboard.press("End");
  assert.match(await spoken(figure), /^python3 -c pass: two-commands 176 .*n = 10: 233, 135, 99, 147, 208, 87\.4/);
  await page.keyboard.press("Escape");
  await page.keyboard.press("r");
  assert.equal(await picture(figure), plain);
  assert.equal(await caption(figure), words);

  const again = await openMarks(t, "?runs=1#sorted");
  assert.equal(await picture(await liveFigure(again, "sorted")), runs);
});

test("charts without runs have no button for them", async (t) => {
  const page = await openMarks(t);
  for (const [id, count] of [
    ["grouped", 0],
    ["box", 1],
    ["ecdf", 0],
  ] as const) {
    const figure = await liveFigure(page, id);
    await figure.locator(".chart-menu summary").click();
    await figure.locator(".chart-menu-row button").first().waitFor();
    assert.equal(await runsButton(figure).count(), count, id);
  }
});

test("distributions are zoomed, and keep what they are", async (t) => {
  const page = await openMarks(t);
  for (const id of ["ecdf", "histogram"]) {
    const figure = await liveFigure(page, id);
    const whole = await picture(figure);
    await figure.locator(".chart-plot").focus();
    await page.keyboard.press("+");
    await page.waitForFunction(() => location.search.includes("xrange="));
    // the first change brings the code for changes
    await page.waitForFunction(
      ([id, before]) => document.querySelector<HTMLCanvasElement>(`#${id} canvas`)?.toDataURL() !== before,
      [id, whole] as const,
    );
    await page.keyboard.press("0");
    await page.waitForFunction(() => !location.search.includes("xrange="));
    assert.equal(await picture(figure), whole, id);
    await page.keyboard.press("l");
    assert.equal(await picture(figure), whole, id);
  }
});

test("at 320 px every mark fits: nothing scrolls sideways, text has 12 px, targets have 24 × 24 px", async (t) => {
  const page = await openMarks(t, "", { viewport: { width: 320, height: 700 }, hasTouch: true });
  for (const id of await page.locator("figure.chart").evaluateAll((all) => all.map((one) => one.id))) {
    const figure = await liveFigure(page, id);
    const { small, outside, targets } = await figure.evaluate((element) => {
      const all = [...element.querySelectorAll("*")];
      const seen = (one: Element): boolean => one.getClientRects().length > 0;
      const worded = all.filter((one) =>
        [...one.childNodes].some((node) => node.nodeType === 3 && node.textContent!.trim() !== ""),
      );
      const { right } = element.getBoundingClientRect();
      return {
        small: worded
          .filter((one) => Number.parseFloat(getComputedStyle(one).fontSize) < 12)
          .map((one) => one.outerHTML),
        outside: worded
          .filter(seen)
          .filter((one) => one.getBoundingClientRect().right > right + 8)
          .map((one) => one.outerHTML),
        targets: all
          .filter((one) => one.matches("button, a, summary, select") && seen(one))
          .map((one) => Math.min(one.getBoundingClientRect().width, one.getBoundingClientRect().height)),
      };
    });
    assert.deepEqual([small, outside], [[], []], id);
    assert.ok(targets.length > 5 && Math.min(...targets) >= 24, `${id}: ${targets.join()}`);
  }
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth));
});

test("the code for distributions is loaded by pages that show some", async (t) => {
  const page = await openMarks(t);
  await liveFigure(page, "ecdf");
  const scripts = await page.evaluate(() =>
    performance.getEntriesByType("resource").flatMap(({ name }) => (name.endsWith(".js") ? [name] : [])),
  );
  assert.ok(
    scripts.some((name) => /\/to-chart-[^/]+\.js$/.test(name)),
    scripts.join("\n"),
  );
});

test("without a script a short table opens under its chart, on a phone too; with one the button has it", async (t) => {
  const cells = (within: Page | Locator): Promise<string[]> => within.locator("td").allTextContents();
  for (const width of [320, 1280]) {
    const page = await openMarks(t, "", { javaScriptEnabled: false, viewport: { width, height: 700 } });
    const figure = page.locator("figure#grouped");
    const table = figure.locator(".chart-short .chart-table");
    assert.ok(await table.isHidden());
    await figure.locator(".chart-short summary").click();
    const [box, around] = [(await table.boundingBox())!, (await figure.boundingBox())!];
    assert.ok(Math.abs(box.width - around.width) <= 2 && box.height > 60, JSON.stringify([box, around]));
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), width);
    const here = await cells(table);
    await page.emulateMedia({ media: "print" });
    assert.ok(await table.isHidden());
    await page.emulateMedia({ media: "screen" });
    await figure.locator(".chart-to-table").click();
    assert.deepEqual(await cells(page), here);
  }
  const live = await openMarks(t);
  assert.equal(await live.locator(".chart-short").count(), 0);
});

test("in the table of a chart's page a column of names has its header over them", async (t) => {
  const page = await openPage(t, (await projectSite("test/site/marks")).url("/2026/11/20/every-mark/grouped.html"), {
    javaScriptEnabled: false,
  });
  const starts = await page
    .locator(".numbers :is(thead tr:first-child, tbody tr) > th:first-child")
    .evaluateAll((all) =>
      all.map((header) => {
        const words = document.createRange();
        words.selectNodeContents(header);
        return Math.round(words.getBoundingClientRect().x);
      }),
    );
  assert.ok(starts.length > 2);
  assert.equal(new Set(starts).size, 1, starts.join());
});
