import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { openPage } from "./browser.ts";
import { liveFigure } from "./figures.ts";
import { madePost, madeSite } from "./made.ts";
import type { Site } from "./site.ts";

const places = Array.from({ length: 20 }, (_, i) => 100 * (i + 1));
const servers = ["Fast and steady", "Fast at first", "Slow", "Slower still"];

/** Lines that end at all heights, also where remarks stand. */
const dataset = {
  x: { name: "load", label: "Demanded requests", unit: "1/s", display: "req/s" },
  metrics: { reply_rate: { label: "Throughput", unit: "1/s", display: "req/s" } },
  series: servers.map((label, k) => ({
    id: `s${k}`,
    label,
    x: places,
    values: { reply_rate: { mean: places.map((x) => Math.min(x, 2000 - 450 * k - x / 10)) } },
  })),
  charts: {
    remarked: {
      metric: "reply_rate",
      annotations: [
        { x: 100, label: "the first rate" },
        { x: 600, label: "the slowest server is full, and what it delivers falls from here on" },
        { x: 700, label: "so is the next" },
        { x: 1500, label: "the collector of garbage runs for the first time" },
        { x: 1950, label: "nothing is delivered as demanded any more, whoever is asked" },
        { x: 2000, label: "the last rate" },
      ],
    },
  },
};

interface Box {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const meet = (a: Box, b: Box): boolean => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

describe("an author's remarks in a picture", () => {
  let site: Site;
  before(async () => {
    site = await madeSite(dataset, '<div id="remarked" class="flot"></div>');
  });

  for (const width of [320, 768, 1440]) {
    test(`${width} px: stand in the plot, on no name of a line, and on none of each other`, async (t) => {
      const viewport = { width, height: 900 };
      const page = await openPage(t, site.url(madePost), { viewport, javaScriptEnabled: false });
      const { plot, texts, names } = await page.locator("#remarked .plot").evaluate((svg) => {
        const boxes = (selector: string) =>
          [...svg.querySelectorAll(selector)]
            .filter((one) => one.getClientRects().length > 0)
            .map((one) => {
              const { left, right, top, bottom } = one.getBoundingClientRect();
              // the box of a font is higher than its letters, and than the lines are apart
              return { text: one.textContent, left, right, top: top + 1, bottom: bottom - 1 };
            });
        const { left, right, top } = svg.getBoundingClientRect();
        return { plot: { left, right, top }, texts: boxes("text"), names: boxes(".ends text") };
      });
      const words = dataset.charts.remarked.annotations.map(({ label }) => label);
      const isRemark = ({ text }: Box): boolean => words.some((label) => label.includes(text)) && text.length > 2;
      const remarks = texts.filter(isRemark);
      assert.ok(remarks.length >= words.length, remarks.map(({ text }) => text).join(" | "));
      assert.equal(names.length >= servers.length, width > 480);
      for (const [i, one] of remarks.entries()) {
        assert.ok(one.left >= plot.left - 0.5 && one.right <= plot.right + 0.5, `"${one.text}" leaves the plot`);
        assert.ok(one.top >= plot.top && one.bottom <= plot.top + 360 - 46, `"${one.text}" leaves the plot`);
        for (const other of [...names, ...remarks.slice(0, i)])
          assert.ok(!meet(one, other), `"${one.text}" on "${other.text}"`);
      }
    });
  }

  test("are whole in the table, as notes at their places", async (t) => {
    const page = await openPage(t, site.url(madePost));
    const figure = await liveFigure(page, "remarked");
    await figure.locator(".chart-to-table").click();
    await figure.locator(".chart-table tbody tr").first().waitFor();
    const rows = await figure
      .locator(".chart-table tbody tr")
      .evaluateAll((all) => all.map((row) => [...row.children].map(({ textContent }) => textContent)));
    for (const { x, label } of dataset.charts.remarked.annotations) {
      const row = rows.find(([place]) => Number(place!.replace(/\s/g, "")) === x)!;
      assert.equal(row.at(-1), label);
    }
  });
});
