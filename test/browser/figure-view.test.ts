import assert from "node:assert/strict";
import { test } from "node:test";
import type { Locator } from "playwright-core";
import {
  article,
  chartOf,
  liveFigure,
  openArticle,
  openMenu,
  pointAt,
  press,
  spoken,
  untilAddress,
} from "./figures.ts";

const picture = (figure: Locator): Promise<string> =>
  figure.locator("canvas").evaluate((canvas) => (canvas as HTMLCanvasElement).toDataURL());
const unit = (figure: Locator): Promise<string> =>
  figure.locator(".chart-unit").evaluate((element) => element.firstChild!.nodeValue!);

test("the scale changes by button and by key, says so, and comes back as it was", async (t) => {
  const page = await openArticle(t);
  const figure = await liveFigure(page, "throughput");
  const whole = await picture(figure);
  await openMenu(figure);
  await press(figure, "Log scale");
  assert.match(await unit(figure), /\(req\/s, log\)$/);
  assert.notEqual(await picture(figure), whole);
  await figure.locator(".chart-plot").focus();
  await page.keyboard.press("l");
  assert.match(await unit(figure), /\(req\/s\)$/);
  assert.equal(await picture(figure), whole);
});

test("keys zoom around the point that is read, a change is taken back, and all of them", async (t) => {
  const page = await openArticle(t);
  const figure = await liveFigure(page, "throughput");
  const whole = await picture(figure);
  await figure.locator(".chart-plot").focus();
  await page.keyboard.press("End");
  await page.keyboard.press("+");
  await page.keyboard.press("+");
  await untilAddress(page, /xrange=[\d.]+\.\.[\d.]+/);
  const closer = await picture(figure);
  assert.notEqual(closer, whole);
  await page.keyboard.press("-");
  assert.notEqual(await picture(figure), closer);
  await page.keyboard.press("u");
  assert.equal(await picture(figure), closer);
  await page.keyboard.press("Home");
  assert.match(await spoken(figure), /^Demanded requests 50 req\/s/);
  await page.keyboard.press("0");
  assert.equal(await picture(figure), whole);
});

test("a mouse that is dragged marks the part to look at; a click only reads", async (t) => {
  const page = await openArticle(t);
  const figure = await liveFigure(page, "throughput");
  const whole = await picture(figure);
  await pointAt(figure, 0.4);
  await page.mouse.down();
  await pointAt(figure, 0.5);
  assert.ok(await figure.locator(".chart-drag").isVisible());
  await pointAt(figure, 0.6);
  await page.mouse.up();
  await untilAddress(page, /xrange=/);
  assert.notEqual(await picture(figure), whole);
  await openMenu(figure);
  await press(figure, "Reset");
  assert.equal(await picture(figure), whole);
  await pointAt(figure, 0.5);
  await page.mouse.down();
  await page.mouse.up();
  assert.equal(await picture(figure), whole);
});

test("with a base the others are multiples around 1, and the figures stay in the readout", async (t) => {
  const page = await openArticle(t);
  const figure = await liveFigure(page, "response-time");
  const chart = await chartOf(figure);
  const [base, other] = chart.series;
  await openMenu(figure);
  await figure.locator(".chart-menu select").selectOption(base!.id);
  assert.match(await unit(figure), new RegExp(`multiple of ${base!.label.replace(/[()]/g, "\\$&")} \\(×, log\\)$`));
  await figure.locator(".chart-plot").focus();
  await page.keyboard.press("Home");
  const words = await spoken(figure);
  assert.match(words, /1 ×/);
  assert.ok(words.includes(other!.label));
  assert.match(await figure.locator(".chart-card").innerText(), /×/);
});

test("the address has what is shown, and shows it again", async (t) => {
  const page = await openArticle(t);
  const figure = await liveFigure(page, "throughput");
  await openMenu(figure);
  await press(figure, "Log scale");
  await figure.locator(".chart-legend button").first().click();
  await untilAddress(page, /y=log.*hide=.*#throughput$/);
  const address = page.url();
  assert.ok(new URL(address).search.length < 200);
  const shown = await picture(figure);
  await page.reload();
  const again = await liveFigure(page, "throughput");
  assert.equal(await picture(again), shown);
  await openMenu(again);
  await press(again, "Reset");
  await page.waitForFunction(() => location.search === "");
});

test("an address may be old, or made up: what is not there is told, and other people's keys stay", async (t) => {
  const page = await openArticle(t, {}, `${article}?utm=1&y=cubic&hide=nobody#throughput`);
  const figure = await liveFigure(page, "throughput");
  assert.match(await figure.locator("[role=status].chart-notice").innerText(), /y=cubic, hide=nobody/);
  const other = await liveFigure(page, "response-time");
  assert.equal(await other.locator(".chart-notice").count(), 0);
  await figure.locator(".chart-plot").focus();
  await page.keyboard.press("l");
  await untilAddress(page, /^\?utm=1&y=log#throughput$/);
});

test("the link of a chart copies the address of what it shows", async (t) => {
  const page = await openArticle(t);
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  const figure = await liveFigure(page, "throughput");
  await figure.locator(".chart-plot").focus();
  await page.keyboard.press("l");
  const link = figure.locator(".chart-links a", { hasText: "Link" });
  await link.click();
  await figure.locator(".chart-links [role=status]", { hasText: "Copied" }).waitFor();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  assert.match(copied, /\?y=log#throughput$/);
});
