import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test, type TestContext } from "node:test";
import type { Locator, Page } from "playwright-core";
import { LIGHT } from "../../src/chart/palette.ts";
import { openPage } from "./browser.ts";
import { article, chartOf, liveFigure, openArticle, openMenu, press, untilAddress } from "./figures.ts";
import { madePost, madeSite } from "./made.ts";
import { projectSite } from "./site.ts";

const ids = ["throughput", "response-time", "stdev", "errors"];

/** What an A4 sheet has room for between its margins, in CSS pixels. */
const a4 = { width: 680, height: 1009 };

/** An article on paper, read by the programs of poppler. */
interface Paper {
  /** The words of each sheet. */
  readonly sheets: readonly string[];
  /** A sheet as SVG, the first is 0. */
  readonly drawing: (sheet: number) => string;
}

/** Null where poppler is not installed. */
async function print(t: TestContext, page: Page): Promise<Paper | null> {
  const folder = mkdtempSync(join(tmpdir(), "benchpost-print-"));
  t.after(() => rmSync(folder, { recursive: true }));
  const file = join(folder, "article.pdf");
  writeFileSync(file, await page.pdf({ format: "A4" }));
  const read = (program: string, ...options: readonly string[]): string | null => {
    const { stdout, error } = spawnSync(program, [...options, file, "-"], { encoding: "utf8", maxBuffer: 1e8 });
    return error ? null : stdout;
  };
  const words = read("pdftotext", "-raw");
  if (words !== null) {
    const drawing = (sheet: number): string => read("pdftocairo", "-svg", "-f", `${sheet + 1}`, "-l", `${sheet + 1}`)!;
    return { sheets: words.split("\f").map(plain), drawing };
  }
  t.skip("poppler is not installed");
  return null;
}

/** Without its spaces: poppler drops thin ones, and reads some between letters. */
function plain(text: string): string {
  return text.replace(/\s+/gu, "");
}

/** The sheet that a figure is on; it must be one. */
function sheetOf({ sheets }: Paper, title: string): number {
  const found = sheets.flatMap((sheet, i) => (sheet.includes(plain(title)) ? [i] : []));
  assert.equal(found.length, 1, title);
  return found[0]!;
}

test("on paper every label of the axes is text, and no figure is on two sheets", async (t) => {
  const page = await openArticle(t, { colorScheme: "dark" });
  const paper = await print(t, page);
  if (paper === null) return;
  for (const id of ids) {
    const figure = page.locator(`figure#${id}`);
    const { title, x, y } = await chartOf(figure);
    const [axes, ...words] = await figure.locator(".chart-words p").allTextContents();
    const labels = [...x.ticks, ...y.ticks].map(({ label }) => label);
    const sheet = paper.sheets[sheetOf(paper, title)]!;
    for (const one of [y.title, ...labels, x.title, ...words, `${page.url()}#${id}`])
      assert.ok(sheet.includes(plain(one)), `${id}: "${one}" is not on the sheet of its title`);
    for (const one of ["In words", plain(axes!)])
      assert.ok(!sheet.includes(one), `${id}: "${one}" says nothing on paper`);
  }
});

test("two figures with what is said about them find room on a sheet", async (t) => {
  const page = await openArticle(t, { javaScriptEnabled: false, viewport: a4 });
  await page.emulateMedia({ media: "print" });
  for (const figure of await page.locator("figure.chart").all()) {
    const { height } = (await figure.boundingBox())!;
    assert.ok(height > 150 && height < a4.height * 0.45, `${await figure.getAttribute("id")}: ${height} px`);
  }
});

test("on paper a method is in two columns, with its check sums on one line", async (t) => {
  const sources = ["a", "b", "c"].map((letter) => ({
    file: `raw/made/${letter}.txt`,
    sha256: letter.repeat(64),
    tool: "httperf",
    importer: "httperf",
  }));
  const series = [{ id: "one", label: "One", x: [1, 2], values: { latency: { value: [1, 2] } } }];
  const dataset = {
    x: { name: "n", unit: "1" },
    metrics: { latency: { unit: "s" } },
    series,
    sources,
    charts: { c: { metric: "latency" } },
  };
  const site = await madeSite(dataset, '<div id="c" class="flot"></div>');
  const page = await openPage(t, site.url(madePost), { javaScriptEnabled: false, viewport: a4 });
  await page.emulateMedia({ media: "print" });
  const parts = page.locator(".method details > :not(summary)");
  assert.equal(await parts.evaluateAll((all) => new Set(all.map((part) => part.getBoundingClientRect().x)).size), 2);
  const sums = page.locator(".method .sum");
  assert.deepEqual(await sums.evaluateAll((all) => all.map((sum) => sum.scrollWidth > sum.clientWidth)), [
    false,
    false,
    false,
  ]);
});

/** The visible shapes of a picture that have a fill. */
function filled(figure: Locator): Promise<string[]> {
  return figure.locator(".plot").evaluate((plot) =>
    [...plot.querySelectorAll("path, circle")]
      .filter((shape) => shape.getClientRects().length > 0)
      .map((shape) => getComputedStyle(shape).fill)
      .filter((fill) => fill !== "none"),
  );
}

/** The colours of shapes on a sheet as poppler writes them. */
function coloursIn(drawing: string, part: "fill" | "stroke"): string[] {
  const pattern = new RegExp(`<path[^>]*[;" ]${part}[:=]"?rgb\\(([^)]*)\\)`, "g");
  return [...drawing.matchAll(pattern)].map(([, colour]) => colour!);
}

/** A colour of the palette as poppler writes it, to a tenth of a percent. */
function isColour(written: string, hex: string): boolean {
  return written
    .split(",")
    .every(
      (part, i) =>
        Math.abs(Number.parseFloat(part) - Number.parseInt(hex.slice(1 + 2 * i, 3 + 2 * i), 16) / 2.55) < 0.1,
    );
}

test("on paper there are the paths of the screen, as vectors, in the light colours", async (t) => {
  const page = await openArticle(t, { colorScheme: "light", javaScriptEnabled: false });
  const figure = page.locator("#throughput");
  const { title, series } = await chartOf(figure);
  const seen = await filled(figure);
  await page.emulateMedia({ colorScheme: "dark" });
  assert.notDeepEqual(await filled(figure), seen);
  const paper = await print(t, page);
  if (paper === null) return;
  const drawing = paper.drawing(sheetOf(paper, title));
  assert.doesNotMatch(drawing, /<image/);
  const [fills, strokes] = [coloursIn(drawing, "fill"), coloursIn(drawing, "stroke")];
  for (const { label, style } of series) {
    const hex = LIGHT.series[style.colour - 1]!;
    const rgb = `rgb(${[1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)).join(", ")})`;
    const onScreen = seen.filter((fill) => fill === rgb).length;
    assert.ok(onScreen > 5, `${label}: ${onScreen} shapes`);
    assert.equal(fills.filter((colour) => isColour(colour, hex)).length, onScreen, label);
    assert.ok(
      strokes.some((colour) => isColour(colour, hex)),
      `the line of ${label}`,
    );
  }
});

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

test("a chart of a million points is on one sheet, as vectors, with its one spike", async (t) => {
  const count = 1_000_000;
  const spike = 777_777;
  const x = Array.from({ length: count }, (_, i) => i);
  const value = x.map((i) => (i === spike ? 0.75 : 0.03 + (i % 7) / 1000));
  const latency = { label: "Response time", unit: "s", display: "ms", better: "lower" };
  const dataset = {
    x: { name: "elapsed", label: "Elapsed", unit: "s" },
    metrics: { latency },
    series: [{ id: "one", label: "One", x, values: { latency: { value } } }],
    charts: { long: { metric: "latency" } },
  };
  const site = await madeSite(dataset, 'Text.\n\n<div id="long" class="flot"></div>');
  const page = await openPage(t, site.url(madePost));
  await liveFigure(page, "long");
  const paper = await print(t, page);
  if (paper === null) return;
  const sheet = sheetOf(paper, "Response time over elapsed");
  assert.match(paper.sheets[sheet]!, /1000000points:ineachof800columns/);
  assert.match(paper.sheets[sheet]!, /highest750msat777777s|highest750msat777800s/);
  const drawing = paper.drawing(sheet);
  assert.doesNotMatch(drawing, /<image/);
  assert.ok(drawing.length < 500_000, `${drawing.length} characters`);
  const lines = [...drawing.matchAll(/<path[^>]*stroke(?:="|:)rgb\(([^)]*)\)[^>]*>/g)]
    .filter(([, colour]) => isColour(colour!, LIGHT.series[0]!))
    .map(([path]) => [...path.matchAll(/[ML] \S+ (\S+)/g)].map(([, y]) => Number(y)));
  const heights = lines.map((ys) => Math.max(...ys) - Math.min(...ys));
  assert.ok(heights.length === 1 && heights[0]! > 200, heights.join(" "));
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
