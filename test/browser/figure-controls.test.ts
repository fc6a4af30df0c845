import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import type { Locator } from "playwright-core";
import { figureSite, liveFigure, openArticle, pointAt } from "./figures.ts";
import { published } from "./picture.ts";

const pressed = (figure: Locator): Promise<(string | null)[]> =>
  figure.locator(".chart-legend button").evaluateAll((all) => all.map((one) => one.getAttribute("aria-pressed")));

const picture = (figure: Locator): Promise<string> =>
  figure.locator("canvas").evaluate((canvas) => (canvas as HTMLCanvasElement).toDataURL());

test("a legend's button takes its series out of the picture and the readout, and puts it back as it was", async (t) => {
  const page = await openArticle(t);
  const figure = await liveFigure(page, "throughput");
  const whole = await picture(figure);
  const button = figure.locator(".chart-legend button").first();
  await button.focus();
  await page.keyboard.press("Enter");
  assert.deepEqual(await pressed(figure), ["false", "true", "true", "true"]);
  assert.notEqual(await picture(figure), whole);
  await pointAt(figure, 0.5);
  await page.waitForSelector("#throughput[data-x]");
  assert.equal(await figure.locator(".chart-card-row").count(), 3);
  await figure.locator(".chart-reset").click();
  assert.deepEqual(await pressed(figure), ["true", "true", "true", "true"]);
  assert.equal(await picture(figure), whole);
  assert.ok(await figure.locator(".chart-reset").isHidden());
});

test("with Alt a series stands alone; what is off in one chart is off in those with the same x", async (t) => {
  const page = await openArticle(t);
  const other = await liveFigure(page, "response-time");
  const figure = await liveFigure(page, "throughput");
  await figure
    .locator(".chart-legend button")
    .nth(1)
    .click({ modifiers: ["Alt"] });
  assert.deepEqual(await pressed(figure), ["false", "true", "false", "false"]);
  assert.deepEqual(await pressed(other), ["false", "true", "false", "false"]);
});

test("a chart without any series says so", async (t) => {
  const page = await openArticle(t);
  const figure = await liveFigure(page, "throughput");
  for (const button of await figure.locator(".chart-legend button").all()) await button.click();
  const words = await figure.locator(".chart-plot").evaluate((plot) => getComputedStyle(plot, "::after").content);
  assert.match(words, /All series are switched off/);
  assert.ok(await figure.locator(".chart-reset").isVisible());
});

test("the table has the dataset's figures, with units and scopes, and sorts by any column", async (t) => {
  const page = await openArticle(t);
  const figure = await liveFigure(page, "response-time");
  const button = figure.locator(".chart-to-table");
  await button.click();
  await figure.locator(".chart-table").waitFor();
  assert.equal(await button.getAttribute("aria-expanded"), "true");
  const table = figure.locator(".chart-table table");
  const file = join((await figureSite()).folder, "data", "imagined-servers.json");
  const data = JSON.parse(readFileSync(file, "utf8"));
  const cells = await cellsIn(table);
  const headers = await table
    .locator("thead th")
    .evaluateAll((all) => all.map((one) => [one.textContent, one.getAttribute("scope")]));
  assert.ok(headers.some(([text, scope]) => text === "Demanded requests (req/s)" && scope === "col"));
  assert.ok(headers.some(([text]) => text === "Node.js (1) (ms)"));
  assert.equal(cells.length, data.series[0].x.length);
  const perSeries = (cells[0]!.length - 1) / data.series.length;
  for (const [row, x] of data.series[0].x.entries()) {
    assert.equal(Number(cells[row]![0]), x);
    for (const [index, series] of data.series.entries()) {
      const milliseconds = series.values.latency.mean[row] * 1000;
      const shown = cells[row]![1 + index * perSeries]!;
      const step = 10 ** -(shown.split(".")[1]?.length ?? 0);
      assert.ok(Math.abs(Number(shown) - milliseconds) <= step / 2 + 1e-9, `${series.id} at ${x}: ${shown}`);
      assert.ok(step < milliseconds / 9, `${series.id} at ${x}: ${shown} has less than two digits`);
    }
  }
  const firstColumn = (): Promise<string[]> => table.locator("tbody th").allTextContents();
  const measured = await firstColumn();
  const place = table.locator("thead [data-column='0']");
  await place.click();
  await place.click();
  assert.deepEqual(await firstColumn(), measured.toReversed());
  assert.equal(await table.locator("[aria-sort='descending']").count(), 1);
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true);
  await button.click();
  assert.ok(await table.isHidden());
});

test("the tables of all charts have the cells of the data file and no others, here and on the page without script", async (t) => {
  const page = await openArticle(t);
  const { series } = await published("imagined-servers.json");
  const still = await openArticle(t, { javaScriptEnabled: false });
  for (const [id, metric, stat, factor] of [
    ["throughput", "reply_rate", "mean", 1],
    ["stdev", "latency", "stdev", 1000],
    ["errors", "error_ratio", "value", 100],
  ] as const) {
    const figure = await liveFigure(page, id);
    await figure.locator(".chart-to-table").click();
    await figure.locator(".chart-table tbody tr").first().waitFor();
    const cells = await cellsIn(figure.locator(".chart-table table"));
    const expected = series[0]!.x.map((x, row) => [
      x,
      ...series.flatMap(({ values }) => {
        const [centre, stdev] = [
          values[metric]![stat]![row]!,
          stat === "mean" ? values[metric]!["stdev"]![row]! : null,
        ];
        return (stdev === null ? [centre] : [centre, centre - stdev, centre + stdev]).map((value) => value * factor);
      }),
    ]);
    assert.deepEqual([cells.length, cells[0]!.length], [expected.length, expected[0]!.length], id);
    for (const [row, figures] of expected.entries()) {
      for (const [column, figure] of figures.entries()) {
        const shown = cells[row]![column]!;
        const half = 10 ** -(shown.split(".")[1]?.length ?? 0) / 2;
        assert.ok(Math.abs(Number(shown) - figure) <= half + 1e-9, `${id}, row ${row}: ${shown} for ${figure}`);
      }
    }
    await still.locator(`#${id} .chart-to-table`).click();
    assert.deepEqual(await cellsIn(still.locator("table").first()), cells, id);
    assert.ok((await still.locator("thead th[scope=col]").count()) > 0);
    await still.goBack();
  }
});

/** The texts of a table's rows, as a program reads numbers. */
function cellsIn(table: Locator): Promise<string[][]> {
  return table
    .locator("tbody tr")
    .evaluateAll((rows) =>
      rows.map((row) => [...row.children].map((cell) => cell.textContent!.replace(/\s/g, "").replace("−", "-"))),
    );
}

test("the theme goes from the system's to light to dark, is remembered, and the canvases follow", async (t) => {
  const page = await openArticle(t, { colorScheme: "light" });
  let figure = await liveFigure(page, "throughput");
  const light = await picture(figure);
  const theme = page.locator(".theme-switch");
  const chosen = (): Promise<string | undefined> => page.evaluate(() => document.documentElement.dataset["theme"]);
  assert.equal(await theme.getAttribute("aria-label"), "Theme: system");
  await theme.click();
  assert.equal(await chosen(), "light");
  await theme.click();
  assert.equal(await chosen(), "dark");
  assert.equal(await theme.getAttribute("aria-label"), "Theme: dark");
  const dark = await picture(await liveFigure(page, "throughput"));
  assert.notEqual(dark, light);
  await page.reload();
  assert.equal(await chosen(), "dark");
  figure = await liveFigure(page, "throughput");
  assert.equal(await picture(figure), dark);
  await theme.click();
  assert.equal(await chosen(), undefined);
  assert.equal(await picture(await liveFigure(page, "throughput")), light);
});

test("a change of the system's theme is followed", async (t) => {
  const page = await openArticle(t, { colorScheme: "light" });
  const light = await picture(await liveFigure(page, "throughput"));
  await page.emulateMedia({ colorScheme: "dark" });
  // the browser tells it, and the canvas is drawn again, when there is time
  await page.waitForFunction((before) => {
    const canvas = document.querySelector<HTMLCanvasElement>("#throughput.is-live canvas");
    return canvas !== null && canvas.toDataURL() !== before;
  }, light);
});
