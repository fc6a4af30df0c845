import assert from "node:assert/strict";
import { test } from "node:test";
import { article, liveFigure, openArticle } from "./figures.ts";

for (const query of ["", "?xrange=400..1200", "?panels=1"]) {
  test(`a finger may move and enlarge the page over a chart${query === "" ? "" : `: ${query}`}`, async (t) => {
    const phone = { viewport: { width: 375, height: 800 }, hasTouch: true, isMobile: true };
    const page = await openArticle(t, phone, `${article}${query}#throughput`);
    const plot = page.locator("#throughput .chart-plot");
    await page.waitForSelector("#throughput:is(.is-live, .has-panels) .chart-menu");
    await plot.evaluate((element) => element.scrollIntoView({ block: "center" }));
    const allowed = await plot.evaluate((element) => {
      const all = [element, ...element.querySelectorAll("*")].map((one) => getComputedStyle(one).touchAction);
      return [...new Set(all)].filter((one) => one !== "auto");
    });
    assert.deepEqual(allowed, ["pan-y pinch-zoom"]);
    const { x, y, width, height } = (await plot.boundingBox())!;
    const devtools = await page.context().newCDPSession(page);
    const middle = Math.min(y + height / 2, 700);
    const touch = (type: "touchStart" | "touchMove" | "touchEnd", apart: number) => {
      const fingers = [-apart, apart].map((away, id) => ({ x: x + width / 2 + away, y: middle, id }));
      return devtools.send("Input.dispatchTouchEvent", { type, touchPoints: type === "touchEnd" ? [] : fingers });
    };
    assert.equal(await page.evaluate(() => visualViewport!.scale), 1);
    await touch("touchStart", 20);
    for (let step = 1; step <= 15; step++) {
      await touch("touchMove", 20 + 6 * step);
      await page.waitForTimeout(20);
    }
    await touch("touchEnd", 0);
    await page.waitForFunction(() => visualViewport!.scale > 1.5);
    assert.equal(await page.locator("#throughput").getAttribute("data-x"), null, "nothing is read");
  });
}

test("the wheel scrolls the page over a chart, and zooms nothing", async (t) => {
  const page = await openArticle(t, { viewport: { width: 1280, height: 700 } });
  const figure = await liveFigure(page, "throughput");
  const before = await page.evaluate(() => scrollY);
  const { x, y, width, height } = (await figure.locator(".chart-plot").boundingBox())!;
  await page.mouse.move(x + width / 2, y + height / 2);
  await page.mouse.wheel(0, 300);
  await page.waitForFunction((before) => scrollY - before >= 250, before);
  assert.equal(await page.evaluate(() => location.search), "");
});
