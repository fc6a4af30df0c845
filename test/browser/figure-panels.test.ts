import assert from "node:assert/strict";
import { test } from "node:test";
import type { Locator, Page } from "playwright-core";
import { PNG } from "pngjs";
import { all, readSvg } from "../drawing/read-svg.ts";
import { article, chartOf, liveFigure, openArticle, openMenu, savedFile, spoken } from "./figures.ts";

async function openPanels(page: Page): Promise<Locator> {
  const figure = await liveFigure(page, "throughput");
  await figure.locator(".chart-menu summary").click();
  await figure.locator(".chart-menu-row button", { hasText: "One panel a series" }).click();
  await figure.locator(".chart-panel").first().waitFor();
  return figure;
}

/** By panel: its name, the colours of its lines, how many lines are grey, the labels beside it. */
function panelsIn(
  figure: Locator,
): Promise<{ name: string; colours: string[]; behind: number | undefined; labels: string[] }[]> {
  return figure.locator(".chart-panel").evaluateAll((panels) =>
    panels.map((panel) => ({
      name: panel.querySelector("bdi")!.textContent!,
      colours: [...panel.querySelectorAll(".plot path[stroke^='var(--series']")].map((path) =>
        path.getAttribute("stroke")!,
      ),
      behind: panel.querySelector(".plot path[stroke='var(--chart-axis)'][stroke-width]")?.getAttribute("d")?.split("M")
        .length,
      labels: [...panel.querySelectorAll(".plot g[text-anchor='end'] text")].map((text) => text.textContent!),
    })),
  );
}

test("at 320 px each series has a panel: one scale, text and targets large enough, nothing scrolls sideways", async (t) => {
  const page = await openArticle(t, { viewport: { width: 320, height: 700 }, hasTouch: true });
  const figure = await openPanels(page);
  const { series } = await chartOf(figure);
  const panels = await panelsIn(figure);
  assert.deepEqual(
    panels.map(({ name }) => name),
    series.map(({ label }) => label),
  );
  for (const [i, { colours, behind, labels }] of panels.entries()) {
    assert.deepEqual(new Set(colours), new Set([`var(--series-${series[i]!.style.colour})`]));
    assert.deepEqual(labels, panels[0]!.labels);
    assert.equal(behind, series.length, "the others");
  }
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth));
  const sizes = await figure
    .locator(".chart-panels :is(text, bdi, b)")
    .evaluateAll((all) => all.map((one) => Number.parseFloat(getComputedStyle(one).fontSize)));
  assert.ok(Math.min(...sizes) >= 12);
  const targets = await figure.locator(".chart-legend button, .chart-menu button").evaluateAll((all) =>
    all.map((one) => {
      const { width, height } = one.getBoundingClientRect();
      return Math.min(width, height);
    }),
  );
  assert.ok(Math.min(...targets) >= 24);
  assert.ok(await figure.locator(".chart-legend").isVisible(), "series can still be switched off");
});

test("panels are read together by keys and by pointer", async (t) => {
  const page = await openArticle(t, { viewport: { width: 1280, height: 1200 } });
  const figure = await openPanels(page);
  const values = (): Promise<string[]> => figure.locator(".chart-panel b").allTextContents();
  await figure.locator(".chart-plot").focus();
  await page.keyboard.press("Home");
  assert.match(await spoken(figure), /^Demanded requests 50 req\/s: /);
  const first = await values();
  for (const value of first) assert.match(value, /^[\d.]+ req\/s$/);
  const box = (await figure.locator(".chart-panel-plot").nth(1).boundingBox())!;
  await page.mouse.move(box.x + box.width - 40, box.y + 60);
  await page.waitForFunction(
    (value) => document.querySelector("#throughput .chart-panel b")!.textContent !== value,
    first[0]!,
  );
  assert.equal(await figure.locator(".chart-panel-line:visible").count(), first.length);
});

test("the address asks for panels, undo takes them back, and a series that is off has none", async (t) => {
  const page = await openArticle(t, { viewport: { width: 1280, height: 900 } }, `${article}?panels=1#throughput`);
  const figure = page.locator("#throughput");
  await figure.locator(".chart-panel").first().waitFor();
  const { series } = await chartOf(figure);
  await figure.locator(".chart-legend button").first().click();
  await page.waitForFunction(
    (count) => document.querySelectorAll("#throughput .chart-panel").length === count,
    series.length - 1,
  );
  await page.waitForFunction(() => /panels=1/.test(location.search) && /hide=/.test(location.search));
  await figure.locator(".chart-menu summary").click();
  await figure.locator(".chart-menu-row button", { hasText: "Reset" }).click();
  await page.waitForSelector("#throughput.is-live canvas");
  assert.equal(await figure.locator(".chart-panel").count(), 0);
});

test("files have the panels that are seen, also those whose chart has another scale and lacks a series", async (t) => {
  const page = await openArticle(t, { colorScheme: "dark" }, `${article}?panels=1&y=log&hide=gevent-1#throughput`);
  const figure = page.locator("#throughput");
  await figure.locator(".chart-panel").nth(2).waitFor();
  const seen = await panelsIn(figure);
  await openMenu(figure);
  const svg = readSvg((await savedFile(figure, "SVG")).bytes.toString("utf8"));
  const words = all(svg, "text").map(({ text }) => text);
  const names = seen.map(({ name }) => name);
  assert.deepEqual(
    words.filter((text) => names.includes(text)),
    names,
  );
  assert.ok(!words.includes("Gevent (1)"));
  assert.equal(words.filter((text) => text.startsWith("Demanded requests")).length, names.length);
  for (const label of seen[0]!.labels)
    assert.ok(words.filter((text) => text === label).length >= names.length, `${label} stands beside each panel`);
  const png = PNG.sync.read((await savedFile(figure, "PNG")).bytes);
  const { width, height } = svg.attributes;
  assert.deepEqual([png.width, png.height], [2 * Number(width), 2 * Number(height)]);
  assert.ok(png.data.every((value, i) => i % 4 !== 3 || value === 255));
});

test("panels are what is printed, as vectors", async (t) => {
  const page = await openArticle(t, { colorScheme: "dark" });
  const figure = await openPanels(page);
  await page.emulateMedia({ media: "print" });
  assert.ok(await figure.locator(".chart-panel .plot").first().isVisible());
  assert.equal(await figure.locator("canvas").count(), 0);
  assert.ok(await figure.locator(".chart-plot > .plot").isHidden());
});
