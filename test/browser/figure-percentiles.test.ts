import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { all } from "../drawing/read-svg.ts";
import { openPage } from "./browser.ts";
import { madePost, madeSite } from "./made.ts";
import { pictureOf, series, stretched } from "./picture.ts";
import type { Site } from "./site.ts";

describe("percentiles of response times at two loads", () => {
  /** Counts of requests by milliseconds: the tail halves from bucket to bucket. */
  const counts = (total: number): number[] => {
    const halves = Array.from({ length: 16 }, (_, i) => Math.floor(total / 2 ** (i + 1)));
    return [total - halves.reduce((sum, count) => sum + count, 0), ...halves];
  };
  const totals = [2000, 100_000];
  const milliseconds = counts(1).map((_, i) => i + 1);
  const histograms = totals.map((total) => ({ values: milliseconds.map((ms) => ms / 1000), counts: counts(total) }));
  const dataset = {
    x: { name: "demanded_request_rate", label: "Demanded requests", unit: "1/s", display: "req/s" },
    metrics: { latency: { label: "Response time", unit: "s", display: "ms", better: "lower" } },
    series: [{ id: "server", x: [100, 200], values: { latency: { n: totals, n_of: "requests", histograms } } }],
    charts: { tail: { metric: "latency", mark: "percentiles", at: [100, 200] } },
  };
  let site: Site;
  before(async () => {
    site = await madeSite(dataset, 'Words.\n\n<div id="tail" class="flot"></div>');
  });

  test("stand over nines from 0 up, and end where too few requests carry them", async (t) => {
    const page = await openPage(t, site.url(madePost), {
      javaScriptEnabled: false,
      viewport: { width: 1280, height: 900 },
    });
    const picture = await pictureOf(page.locator("#tail"));
    const below = all(picture, "g")
      .filter(({ attributes }) => attributes["text-anchor"] === "middle")
      .flatMap((group) => all(group, "text"));
    const nines = below.map(({ text }) => text).filter((text) => text.startsWith("9"));
    assert.deepEqual(nines, ["90", "99", "99.9", "99.99"]);
    assert.match(await page.locator("#tail .chart-plot").getAttribute("aria-label").then(String), /Percentile \(%\)/);
    const place = (text: string): number =>
      Number.parseFloat(below.find((label) => label.text === text)!.attributes["x"]!) / 100;
    for (const [k, text] of nines.entries()) {
      assert.ok(Math.abs(place(text) - (k + 1) * place("90")) < 0.002, "each further nine has the same room");
    }
    const beside = all(picture, "g").filter(({ attributes }) => attributes["text-anchor"] === "end");
    const lowest = beside.flatMap((group) => all(group, "text")).filter(({ text }) => /^\d/.test(text));
    lowest.sort((a, b) => Number(b.attributes["y"]) - Number(a.attributes["y"]));
    assert.equal(lowest[0]!.text, "0", "response times begin at 0");
    const lines = stretched(picture).filter(({ attributes }) => /series/.test(attributes["stroke"] ?? ""));
    assert.equal(lines.length, totals.length);
    for (const [i, total] of totals.entries()) {
      const line = lines.find(({ attributes }) => attributes["stroke"] === series(i + 1))!;
      const furthest = Math.max(...line.points.map(([x]) => x)) / place("90");
      const last = 1 - 10 ** -furthest;
      // the largest share p with n ≥ ln 0.05 / ln p, and the buckets up to it
      const most = Math.exp(Math.log(0.05) / total);
      let sum = 0;
      const shares = counts(total).map((count) => (sum += count) / total);
      const expected = Math.max(...shares.filter((share) => share <= most));
      assert.ok(
        Math.abs(Math.log10(1 - last) - Math.log10(1 - expected)) < 0.02,
        `${last} of ${total}, not ${expected}`,
      );
      assert.ok(
        shares.some((share) => share > most && share < 1),
        "there would be more",
      );
    }
  });
});
