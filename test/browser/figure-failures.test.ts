import assert from "node:assert/strict";
import { test } from "node:test";
import { chartOf, liveFigure, openArticle } from "./figures.ts";
import { failuresIn, heights, measured, pictureOf, published, type Series } from "./picture.ts";

test("each point at which requests failed has its sign, in rates and times, and its row says so", async (t) => {
  const page = await openArticle(t, { viewport: { width: 1280, height: 900 } });
  const data = await published("imagined-servers.json");
  const failing = (one: Series): number[] => one.x.filter((_, row) => one.values["error_ratio"]!["value"]![row]! > 0);
  for (const [id, metric, factor] of measured) {
    const figure = page.locator(`figure#${id}`);
    const picture = await pictureOf(figure);
    const at = await heights(figure, picture);
    const { x: axis } = await chartOf(figure);
    for (const [i, one] of data.series.entries()) {
      const rings = failuresIn(picture, i + 1);
      const expected = failing(one);
      assert.ok(expected.length > 0);
      assert.equal(rings.length, expected.length, `${one.id} in ${id}`);
      for (const [k, x] of expected.entries()) {
        const [across, down] = rings[k]!;
        assert.ok(Math.abs(across * axis.domain[1] - x) < 1, `${one.id} at ${x}`);
        const value = factor * one.values[metric]!["mean"]![one.x.indexOf(x)]!;
        assert.ok(Math.abs(down - at(value)) <= 0.5, `${one.id} at ${x}`);
      }
    }
    await liveFigure(page, id);
    await figure.locator(".chart-plot").focus();
    const names = new Map((await chartOf(figure)).series.map((one) => [one.label, one.id]));
    for (const x of data.series[0]!.x) {
      await page.keyboard.press("ArrowRight");
      await page.waitForSelector(`#${id}[data-x="${x}"]`);
      const rows = await figure
        .locator(".chart-card-row")
        .evaluateAll((all) => all.map((row) => [row.querySelector("bdi")!.textContent!, row.textContent!] as const));
      const said = rows.flatMap(([name, text]) => (/\d % failed/.test(text) ? [names.get(name)!] : []));
      const failed = data.series.filter((one) => failing(one).includes(x)).map((one) => one.id);
      assert.deepEqual(said.toSorted(), failed.toSorted(), `at ${x} in ${id}`);
    }
  }
});
