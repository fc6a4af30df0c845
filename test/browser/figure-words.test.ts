import assert from "node:assert/strict";
import { test } from "node:test";
import { formatNumber } from "../../src/benchmark/number.ts";
import { contrast, type Rgb } from "../chart/colour.ts";
import { openPage } from "./browser.ts";
import { chartOf, liveFigure, openArticle } from "./figures.ts";
import { madePost, madeSite } from "./made.ts";
import { published } from "./picture.ts";

const ids = ["throughput", "response-time", "stdev", "errors"];

test("each figure says quantity and unit, of how many runs, with what spread, and has a title in the page's outline", async (t) => {
  const page = await openArticle(t, { javaScriptEnabled: false });
  for (const id of ids) {
    const figure = page.locator(`figure#${id}`);
    const { y } = await chartOf(figure);
    assert.notEqual((await figure.locator(":is(h2, h3, h4)").innerText()).trim(), "");
    assert.equal(
      await figure.locator(".chart-unit").innerText(),
      `${y.label} (${y.unit}${y.kind === "log" ? ", log" : ""})`,
    );
  }
  assert.match(
    await page.locator("#throughput figcaption").innerText(),
    /n = 3 at each point\. Band: ± 1 standard deviation/,
  );
});

const conditions = {
  x: { name: "demanded_request_rate", label: "Demanded requests", unit: "1/s", display: "req/s" },
  metrics: { latency: { label: "Response time", unit: "s", display: "ms", better: "lower" } },
  series: ["one", "two"].map((id, i) => ({
    id,
    x: [100, 200],
    values: {
      latency: {
        mean: [0.002 + i / 1000, 0.003],
        stdev: [0.0001, 0.0002],
        n: [5000, 5000],
        n_of: "requests",
        histograms: [4000, 4500].map((most) => ({ values: [0.001, 0.003, 0.02], counts: [most, 4990 - most, 10] })),
      },
    },
  })),
  load: { model: "partly-open" },
  environment: { measured_at: "2026-11-02" },
  charts: Object.fromEntries(
    (["line", "bar", "dot", "percentiles", "ecdf", "histogram", "box"] as const).map((mark) => [
      mark,
      { metric: "latency", mark, ...(mark === "line" ? { caption: "Waiting grows with the load" } : {}) },
    ]),
  ),
};

test("each figure of any mark says its title, unit, of how many, with what spread, under what load, on which day", async (t) => {
  const marks = Object.keys(conditions.charts);
  const site = await madeSite(
    conditions,
    marks.map((id) => `<div id="${id}" class="flot"></div>`).join("\n\nWords.\n\n"),
  );
  const page = await openPage(t, site.url(madePost), { javaScriptEnabled: false });
  for (const mark of marks) {
    const figure = page.locator(`figure#${mark}`);
    assert.notEqual((await figure.locator(":is(h2, h3, h4)").innerText()).trim(), "");
    assert.match(await figure.locator(".chart-unit").innerText(), /\((?:ms|%)\)$/, mark);
    const caption = (await figure.locator("figcaption > p").innerText()).replace(/\s/g, " ");
    assert.match(caption, /n = 5 000 requests/, mark);
    assert.match(caption, /Load model: partly-open\./, mark);
    assert.match(caption, /Measured on 2026-11-02\./, mark);
    if (["line", "bar", "dot"].includes(mark)) assert.match(caption, /(?:Band|Thin lines): ± 1 standard deviation/);
    if (mark === "box") assert.match(caption, /Boxes: .+ Whiskers: /);
    if (mark === "line") assert.match(caption, /^Waiting grows with the load\. Mean of n = /);
  }
});

/** A figure as the words have it: four digits, and a narrow space between thousands. */
const asWritten = (value: number): string => formatNumber(value, { significant: 4 }).replace(/\s/g, "");

/** What the words of a chart must say of a series, from the data file alone. */
function pathOf(x: readonly number[], y: readonly number[]): string[] {
  const [least, most] = [Math.min(...y), Math.max(...y)];
  const inside = (value: number): boolean => value !== y[0] && value !== y.at(-1);
  return [
    `from ${asWritten(y[0]!)} at ${x[0]} to ${asWritten(y.at(-1)!)} at ${x.at(-1)}`,
    ...(inside(least) ? [`lowest ${asWritten(least)} at ${x[y.indexOf(least)]}`] : []),
    ...(inside(most) ? [`highest ${asWritten(most)} at ${x[y.indexOf(most)]}`] : []),
  ];
}

test("the accessible name is a sentence of its own, and every number in the long description is computed from the data", async (t) => {
  const page = await openArticle(t, { javaScriptEnabled: false });
  const { series } = await published("imagined-servers.json");
  for (const [id, metric, stat, factor] of [
    ["throughput", "reply_rate", "mean", 1],
    ["response-time", "latency", "mean", 1000],
    ["stdev", "latency", "stdev", 1000],
    ["errors", "error_ratio", "value", 100],
  ] as const) {
    const figure = page.locator(`figure#${id}`);
    const chart = await chartOf(figure);
    const plot = figure.locator(".chart-plot");
    const name = (await plot.getAttribute("aria-label"))!;
    assert.match(name, /^Line chart of .+ over .+, 4 series: /);
    assert.notEqual(name, chart.title);
    const [words] = (await plot.getAttribute("aria-describedby"))!.split(" ");
    const [axes, ...paragraphs] = (await page.locator(`[id="${words}"] p`).allTextContents()).map((text) =>
      text.replace(/(?<=\d)\s(?=\d)/g, "").replace(/\s(?:req\/s|ms|%)/g, ""),
    );
    assert.match(axes!, /^Horizontal: Demanded requests, from 50 to 2000\. Vertical: /);
    const expected = chart.series.map(({ id, label }) => {
      const one = series.find((other) => other.id === id)!;
      // what is shown has no more digits than a division by 1000 leaves
      const y = one.values[metric]![stat]!.map((value) => Number((value * factor).toPrecision(12)));
      return `${label}: ${pathOf(one.x, y).join("; ")}.`;
    });
    assert.deepEqual(paragraphs, expected, id);
  }
});

test("every number in what the data say is computed from them", async (t) => {
  const page = await openArticle(t, { javaScriptEnabled: false });
  const { series } = await published("imagined-servers.json");
  const plot = page.locator("figure#throughput .chart-plot");
  const findings = (await plot.getAttribute("aria-describedby"))!.split(" ")[1]!;
  const [peaks, delivered] = (await page.locator(`[id="${findings}"] li`).allTextContents()).map((text) =>
    text.replace(/(?<=\d)\s(?=\d)/g, ""),
  );
  const figures = (text: string, unit: string): number[] =>
    [...text.matchAll(new RegExp(`([\\d.]+)\\s${unit}(?=[;.])`, "g"))].map(([, number]) => Number(number));
  const sustained = series.map(({ x, values }) => {
    const holds = x.flatMap((rate, row) => {
      const answered = values["reply_rate"]!["mean"]![row]!;
      return answered >= 0.98 * rate && values["error_ratio"]!["value"]![row]! <= 0.001 ? [answered] : [];
    });
    return Number(Math.max(...holds).toPrecision(3));
  });
  assert.match(peaks!, /^Sustained peak \(98\s% delivered, errors ≤ 0\.1\s%\): /);
  assert.deepEqual(figures(peaks!, "req/s"), sustained);
  assert.match(delivered!, /^Delivered of 2000\sreq\/s: /);
  assert.deepEqual(
    figures(delivered!, "%"),
    series.map(({ values }) => Number(((100 * values["reply_rate"]!["mean"]!.at(-1)!) / 2000).toPrecision(3))),
  );
});

/** A colour as the browser computes it, in linear light. */
function toLight(colour: string): Rgb {
  const [r, g, b] = colour.match(/[\d.]+/g)!.map((part) => {
    const value = Number(part) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return [r!, g!, b!];
}

for (const colorScheme of ["light", "dark"] as const) {
  test(`${colorScheme}: names are written in their lines' colours and can be read, and so can the focus ring be seen`, async (t) => {
    const page = await openArticle(t, { colorScheme, viewport: { width: 1280, height: 900 } });
    const background = toLight(await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor));
    const fills = await page
      .locator(".plot .ends g[fill^='var(--series']")
      .evaluateAll((names) => names.map((name) => getComputedStyle(name).fill));
    assert.ok(fills.length >= 16);
    for (const fill of fills) assert.ok(contrast(toLight(fill), background) >= 4.5, fill);
    const figure = await liveFigure(page, "throughput");
    await figure.locator(".chart-legend button").last().focus();
    await page.keyboard.press("Tab");
    const ring = await figure.locator(".chart-plot").evaluate((plot) => getComputedStyle(plot).outlineColor);
    assert.ok(contrast(toLight(ring), background) >= 4.5, ring);
  });
}

test("dark: nothing large in a figure is white", async (t) => {
  const page = await openArticle(t, { colorScheme: "dark", javaScriptEnabled: false });
  const large = await page.locator("figure.chart").evaluateAll((figures) =>
    figures.flatMap((figure) => {
      const whole = figure.getBoundingClientRect();
      return [...figure.querySelectorAll("*")].filter((element) => {
        const { width, height } = element.getBoundingClientRect();
        const { fill, backgroundColor } = getComputedStyle(element);
        const painted = element instanceof SVGGeometryElement ? fill : backgroundColor;
        return painted === "rgb(255, 255, 255)" && width * height > 0.05 * whole.width * whole.height;
      });
    }),
  );
  assert.deepEqual(large, []);
});
