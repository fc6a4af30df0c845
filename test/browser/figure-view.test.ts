import assert from "node:assert/strict";
import { test } from "node:test";
import type { Locator } from "playwright-core";
import { formatNumber } from "../../src/benchmark/number.ts";
import { all, readSvg } from "../drawing/read-svg.ts";
import {
  article,
  chartOf,
  liveFigure,
  openArticle,
  openMenu,
  pointAt,
  press,
  savedFile,
  spoken,
  untilAddress,
} from "./figures.ts";
import { published } from "./picture.ts";

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
  assert.ok(other !== undefined);
  const svg = readSvg((await savedFile(figure, "SVG")).bytes.toString("utf8"));
  const beside = all(svg, "g").filter(({ attributes }) => attributes["text-anchor"] === "end");
  const ticks = beside.flatMap((group) => all(group, "text")).filter(({ text }) => /^[½⅓⅕⅒\d/ ]+$/.test(text));
  const heightOf = new Map(ticks.map(({ text, attributes }) => [text, Number(attributes["y"])]));
  const one = heightOf.get("1")!;
  const pairs = [
    ["½", "2"],
    ["⅓", "3"],
    ["⅕", "5"],
    ["⅒", "10"],
    ["1/100", "100"],
  ].filter(([part, times]) => heightOf.has(part!) || heightOf.has(times!));
  assert.ok(pairs.length > 0, [...heightOf.keys()].join(" "));
  for (const [part, times] of pairs)
    assert.ok(
      Math.abs(heightOf.get(part!)! - one - (one - heightOf.get(times!)!)) <= 1,
      `${part} and ${times} around 1`,
    );
  await figure.locator(".chart-plot").focus();
  const { series } = await published("imagined-servers.json");
  const at = (id: string, row: number): number =>
    series.find((one) => one.id === id)!.values["latency"]!["mean"]![row]!;
  for (const [key, row] of [
    ["Home", 0],
    ["End", -1],
  ] as const) {
    await page.keyboard.press(key);
    const x = Number(await figure.getAttribute("data-x"));
    const index = series[0]!.x.indexOf(x);
    assert.equal(index, row === 0 ? 0 : series[0]!.x.length - 1);
    for (const { id, label } of chart.series) {
      const text = await figure.locator(".chart-card-row", { has: page.getByText(label, { exact: true }) }).innerText();
      const [milliseconds, times] = [1000 * at(id, index), at(id, index) / at(base!.id, index)];
      assert.ok(text.includes(formatNumber(milliseconds)), `${text}: ${milliseconds} ms`);
      assert.ok(text.includes(`${formatNumber(times, { significant: 3 })} ×`), `${text}: ${times} ×`);
    }
    assert.match(await spoken(figure), /[\d.]+ .*ms 1 ×/);
  }
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

test("what is seen is seen again from its address, drawn alike to the byte, and after going away and back", async (t) => {
  const page = await openArticle(t);
  const figure = await liveFigure(page, "response-time");
  await openMenu(figure);
  const described = (await savedFile(figure, "SVG")).bytes;
  await figure.locator(".chart-menu select").selectOption("node-10");
  await press(figure, "Demanded requests on a log scale");
  await figure.locator(".chart-legend button").first().click();
  await figure.locator(".chart-plot").focus();
  await page.keyboard.press("End");
  await page.keyboard.press("+");
  await untilAddress(page, /xscale=log&xrange=[\d.]+&base=node-10&hide=node-1&x=2000#response-time$/);
  const address = page.url();
  assert.ok(new URL(address).search.length < 200, address);
  const seen = (await savedFile(figure, "SVG")).bytes;
  assert.ok(!seen.equals(described));
  const isSeen = async (): Promise<void> => {
    const again = await liveFigure(page, "response-time");
    // a chart that was out of sight shows it when it comes into sight
    await page.locator('#response-time[data-x="2000"]').waitFor();
    await openMenu(again);
    assert.ok((await savedFile(again, "SVG")).bytes.equals(seen));
    assert.equal(await again.locator(".chart-notice").count(), 0);
  };
  await page.reload();
  await isSeen();
  await page.goto(address.replace("#", "&utm_source=feed&Y=log&yy=log#"));
  await isSeen();
  assert.match(page.url(), /utm_source=feed&Y=log&yy=log/, "other people's keys stay");
  await page.goto(new URL("/archive.html", address).href);
  await page.goBack();
  await isSeen();
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
