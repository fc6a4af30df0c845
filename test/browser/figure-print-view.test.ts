import assert from "node:assert/strict";
import { test } from "node:test";
import type { Locator } from "playwright-core";
import { LIGHT } from "../../src/chart/palette.ts";
import { openPage } from "./browser.ts";
import { article, chartOf, drawnFrames, liveFigure, openArticle, openMenu, press, untilAddress } from "./figures.ts";
import { coloursIn, isColour, plain, print, sheetOf } from "./paper.ts";
import { projectSite } from "./site.ts";

const ids = ["throughput", "response-time", "stdev", "errors"];

test("on paper a chart is as its reader left it: series, scale, part, and where to find it so", async (t) => {
  const page = await openArticle(t);
  const figure = await liveFigure(page, "throughput");
  const picture = (): Promise<string> => figure.locator(".chart-plot > .plot").evaluate((svg) => svg.outerHTML);
  const whole = await picture();
  await openMenu(figure);
  await figure.locator(".chart-legend button").first().click();
  await press(figure, "Demanded requests on a log scale");
  await press(figure, "Log scale");
  const paper = await print(t, page);
  const left = await picture();
  assert.ok(whole.includes("Node.js (1)<") && !left.includes("Node.js (1)<"), "the series that is off");
  if (paper !== null) {
    const sheet = paper.sheets[sheetOf(paper, await figure.locator(".chart-title").innerText())]!;
    for (const words of ["Throughput (req/s, log)", "Demanded requests (req/s, log)", "Gevent (10)"])
      assert.ok(sheet.includes(plain(words)), words);
    assert.ok(sheet.includes("how-many-requests.html?y=log&xscale=log&hide=node-1#throughput"), sheet);
  }
  await press(figure, "Reset");
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  assert.equal(await picture(), whole);
});

test("series that are off are on no paper: not in charts that the reader has not come to, and not in words", async (t) => {
  const page = await openArticle(t, { viewport: { width: 1280, height: 400 } });
  const [figure, far] = [await liveFigure(page, "throughput"), page.locator("figure#errors")];
  const { label, style } = (await chartOf(figure)).series.find(({ id }) => id === "node-1")!;
  const said = (one: Locator): Promise<string[]> =>
    one
      .locator(".chart-words p")
      .evaluateAll((all) => all.filter((p) => !(p as HTMLElement).hidden).map((p) => p.textContent!));
  const whole = await said(far);
  await figure.locator(".chart-legend button").first().click();
  await untilAddress(page, /hide=node-1/);
  assert.equal(await far.evaluate((element) => element.matches(".is-live")), false);
  const paper = await print(t, page);
  assert.deepEqual(await said(far), whole, "on the screen the chart that is not alive is as it was");
  assert.ok((await said(figure)).every((text) => !text.startsWith(`${label}:`)));
  if (paper === null) return;
  const { title } = await chartOf(far);
  const sheet = paper.sheets[sheetOf(paper, title)]!;
  for (const text of whole.slice(1).map(plain))
    assert.equal(sheet.includes(text), !text.startsWith(plain(`${label}:`)), text);
  assert.ok(sheet.includes("how-many-requests.html?hide=node-1#errors"), sheet);
  const drawing = paper.drawing(sheetOf(paper, title));
  const drawn = (colour: number): boolean =>
    coloursIn(drawing, "stroke").some((one) => isColour(one, LIGHT.series[colour - 1]!));
  assert.deepEqual([drawn(style.colour), drawn(2)], [false, true]);
});

test("charts whose turn has come and whose figures have not are on paper as those that wait", async (t) => {
  const page = await openArticle(t, { viewport: { width: 1280, height: 900 } });
  const asked = `${page.url()}?hide=node-1`;
  await page.route("**/data/*.json", () => undefined);
  await Promise.all([page.waitForRequest("**/data/*.json"), page.goto(asked)]);
  const printed = (): Promise<(readonly [address: string | undefined, off: number])[]> =>
    page
      .locator("figure.chart")
      .evaluateAll((all) =>
        all.map((one) => [(one as HTMLElement).dataset["address"], one.querySelectorAll(".is-off").length]),
      );
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  assert.deepEqual(
    await printed(),
    ids.map((id) => [`${asked}#${id}`, 1]),
  );
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  assert.ok((await printed()).every(([, off]) => off === 0));
});

test("single runs that a reader has switched on are printed", async (t) => {
  const page = await openPage(
    t,
    (await projectSite("test/site/marks")).url("/2026/11/20/every-mark.html?runs=1#sorted"),
  );
  const figure = await liveFigure(page, "sorted");
  const dots = (): Promise<number> => figure.locator(".chart-plot > .plot path[stroke-linecap='round']").count();
  assert.equal(await dots(), 0);
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  assert.ok((await dots()) > 0);
  await page.emulateMedia({ media: "print" });
  assert.ok(await figure.locator(".chart-plot > .plot path[stroke-linecap='round']").first().isVisible());
});

test("a page that has become narrow shows the chart as it was left until the canvas fits again", async (t) => {
  const page = await openArticle(
    t,
    { viewport: { width: 1280, height: 900 } },
    `${article}?hide=node-1&y=log#throughput`,
  );
  const figure = await liveFigure(page, "throughput");
  await drawnFrames(page);
  const shown = await page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        const figure = document.querySelector("#throughput")!;
        new MutationObserver((_, observer) => {
          if (figure.classList.contains("is-live")) return;
          observer.disconnect();
          resolve(figure.querySelector(".plot")!.textContent);
        }).observe(figure, { attributeFilter: ["class"] });
        document.body.style.width = "700px";
      }),
  );
  assert.match(shown.replace(/\s/g, ""), /\(req\/s\)2050100200/, "the axis of the logarithm");
  assert.doesNotMatch(shown, /Node\.js \(1\)/);
  await figure.locator("canvas").waitFor();
});
