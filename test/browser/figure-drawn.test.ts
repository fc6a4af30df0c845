import assert from "node:assert/strict";
import { test } from "node:test";
import { PNG } from "pngjs";
import { all } from "../drawing/read-svg.ts";
import { openPage } from "./browser.ts";
import { chartOf, openArticle } from "./figures.ts";
import { madePost, madeSite } from "./made.ts";
import { heights, measured, pictureOf, published, series, stretched } from "./picture.ts";
import { projectSite } from "./site.ts";

/** What pictures show, held against the data files: positions are computed from the figures, by the labels at the axes. */

test("without script each figure's picture is there: a line for each series of the data, in pixels that can be seen", async (t) => {
  const page = await openArticle(t, { javaScriptEnabled: false, colorScheme: "light" });
  const data = await published("imagined-servers.json");
  const figures = await page.locator("figure.chart").all();
  assert.equal(figures.length, 4);
  for (const figure of figures) {
    await figure.scrollIntoViewIfNeeded();
    const metric = (await chartOf(figure)).metric.id;
    const expected = data.series.filter(({ values }) => values[metric] !== undefined);
    const lines = stretched(await pictureOf(figure)).filter(({ attributes }) =>
      attributes["stroke"]?.includes("series"),
    );
    assert.equal(new Set(lines.map(({ attributes }) => attributes["stroke"])).size, expected.length);
    const shot = PNG.sync.read(await figure.locator(".chart-plot").screenshot());
    const colours = await page.evaluate(() =>
      [1, 2, 3, 4].map((i) => getComputedStyle(document.documentElement).getPropertyValue(`--series-${i}`).trim()),
    );
    for (const colour of colours) {
      const rgb = [1, 3, 5].map((from) => Number.parseInt(colour.slice(from, from + 2), 16));
      const pixels = Array.from({ length: shot.width * shot.height }, (_, i) => 4 * i).filter((at) =>
        rgb.every((value, channel) => Math.abs(shot.data[at + channel]! - value) < 12),
      );
      assert.ok(pixels.length > 100, `${pixels.length} pixels of ${colour}`);
    }
  }
  assert.equal(await page.locator("canvas").count(), 0);
});

test("pictures of other marks are there without script as well, with every series", async (t) => {
  const site = await projectSite("test/site/marks");
  const page = await openPage(t, site.url("/2026/11/20/every-mark.html"), { javaScriptEnabled: false });
  for (const figure of await page.locator("figure.chart").all()) {
    const colours = /var\(--series-\d\)/g;
    const drawn = await figure.locator(".chart-plot > svg.plot").evaluate((svg) => svg.outerHTML);
    const named = await figure.locator(".chart-legend li").count();
    assert.equal(new Set(drawn.match(colours)).size, Math.max(1, named), String(await figure.getAttribute("id")));
    assert.ok(await figure.locator(".chart-plot > svg.plot").isVisible());
  }
});

test("each series with a spread has a band from centre − spread to centre + spread, within half a pixel", async (t) => {
  const page = await openArticle(t, { javaScriptEnabled: false });
  const data = await published("imagined-servers.json");
  for (const [id, metric, factor] of measured) {
    const figure = page.locator(`figure#${id}`);
    const picture = await pictureOf(figure);
    const at = await heights(figure, picture);
    assert.match(await figure.locator("figcaption > p").innerText(), /Band: ± 1 standard deviation/);
    for (const [i, one] of data.series.entries()) {
      const bands = stretched(picture).filter(({ attributes }) => attributes["fill"] === series(i + 1));
      assert.equal(bands.length, 1, `${one.id} in ${id}`);
      const { mean, stdev } = one.values[metric]!;
      const edge = (sign: 1 | -1): number[] => mean!.map((value, row) => at(factor * (value + sign * stdev![row]!)));
      const expected = [...edge(1), ...edge(-1).toReversed()];
      const drawn = bands[0]!.points;
      assert.equal(drawn.length, expected.length);
      for (const [row, [, y]] of drawn.entries()) {
        assert.ok(Math.abs(y - expected[row]!) <= 0.5 + 1e-9, `${one.id} in ${id}, corner ${row}: ${y}`);
      }
    }
  }
});

test("what is demanded is a line through 0 and 0 and through the largest rate and itself", async (t) => {
  const page = await openArticle(t, { javaScriptEnabled: false });
  const figure = page.locator("figure#throughput");
  const picture = await pictureOf(figure);
  const at = await heights(figure, picture);
  const { x } = await chartOf(figure);
  const lines = stretched(picture).filter(({ attributes }) => attributes["stroke-dasharray"] === "2 4");
  assert.equal(lines.length, 1);
  const [[left, low], [right, high]] = lines[0]!.points as [readonly [number, number], readonly [number, number]];
  assert.deepEqual([x.domain[0], left], [0, 0]);
  assert.ok(Math.abs(low - at(0)) <= 0.5);
  const largest = Math.max(...(await published("imagined-servers.json")).series.flatMap((one) => one.x));
  assert.ok(right * x.domain[1] >= largest);
  const there = low + ((largest / x.domain[1] - left) / (right - left)) * (high - low);
  assert.ok(Math.abs(there - at(largest)) <= 0.5, `${there} for ${at(largest)}`);
  assert.ok(all(picture, "text").some(({ text }) => text === "as demanded"));
});

const rates = Array.from({ length: 10 }, (_, i) => 100 * (i + 1));
const limits = { steady: 650, weak: 350 };
const saturating = {
  x: { name: "demanded_request_rate", label: "Demanded requests", unit: "1/s", display: "req/s" },
  metrics: {
    reply_rate: { label: "Throughput", unit: "1/s", display: "req/s", better: "higher" },
    error_ratio: { label: "Errors", unit: "1", display: "%" },
  },
  series: Object.entries(limits).map(([id, most]) => ({
    id,
    x: rates,
    values: {
      reply_rate: {
        mean: rates.map((rate) => Math.min(rate, most)),
        stdev: rates.map(() => 0.5),
        n: rates.map(() => 5),
        n_of: "runs",
      },
      error_ratio: { value: rates.map((rate) => Math.max(0, 1 - most / rate)) },
    },
  })),
  load: { model: "open", duration_s: 60 },
  charts: { throughput: { metric: "reply_rate" } },
};

test("shaded is what the words say: from the last rate that was delivered to the first that was not", async (t) => {
  const site = await madeSite(saturating, 'Words.\n\n<div id="throughput" class="flot"></div>');
  const page = await openPage(t, site.url(madePost), { javaScriptEnabled: false });
  const figure = page.locator("figure#throughput");
  const words = (await figure.locator(".chart-findings").innerText()).replace(/\s/g, " ");
  const shades = stretched(await pictureOf(figure)).filter(({ attributes }) => attributes["opacity"] === "0.07");
  assert.equal(shades.length, 2);
  const end = Number((await figure.locator("g[text-anchor=middle] text").last().textContent())!.replace(/\s/g, ""));
  for (const [i, [id, most]] of Object.entries(limits).entries()) {
    const bad = rates.find((rate) => rate > most)!;
    const good = rates.findLast((rate) => rate <= most)!;
    assert.match(words, new RegExp(`${id} .*between ${good} (req/s )?and ${bad} req/s`), words);
    const shade = shades.find(({ attributes }) => attributes["fill"] === series(i + 1))!;
    const across = shade.points.map(([x]) => x * end);
    assert.ok(
      Math.abs(Math.min(...across) - good) < 0.5 && Math.abs(Math.max(...across) - bad) < 0.5,
      across.join(" "),
    );
  }
});
