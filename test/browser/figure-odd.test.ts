import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import type { Locator } from "playwright-core";
import { openPage } from "./browser.ts";
import { liveFigure } from "./figures.ts";
import { madePost, madeSite } from "./made.ts";
import type { Site } from "./site.ts";

const long = "A name so long that nobody would write it, but programs make names as well; ".repeat(3).slice(0, 200);
const whole = "x".repeat(200);
const places = [100, 200, 300, 400, 500, 600, 700, 800];
const count = (length: number): number[] => Array.from({ length }, (_, i) => i);
const rates = { name: "demanded_request_rate", label: "Demanded requests", unit: "1/s", display: "req/s" };
const metrics = { latency: { label: "Response time", unit: "s", display: "ms", better: "lower" } };
const line = (id: string, label: string, x: readonly number[], mean: readonly (number | null)[]): object => ({
  id,
  label,
  x,
  values: { latency: { mean } },
});
const all = (value: number | null): (number | null)[] => places.map(() => value);

/** What breaks charts elsewhere, by chart: its series. */
const lines: Readonly<Record<string, readonly object[]>> = {
  nothing: [line("none", "None", places, all(null))],
  "one-point": [line("lower", "Lower", [400], [0.012]), line("upper", "Upper", [400], [0.022])],
  equal: ["same", "alike"].map((id) => line(id, id, places, all(0.02))),
  "twelve-decades": [
    line(
      "steep",
      "Steep",
      places,
      places.map((_, i) => 10 ** ((i * 12) / 7 - 9)),
    ),
  ],
  "thirty-series": count(30).map((k) =>
    line(
      `s-${k}`,
      `Series number ${k}`,
      places,
      places.map((_, i) => k + i / 9),
    ),
  ),
  "long-names": [long, whole, "Short"].map((label, i) =>
    line(
      `name-${i}`,
      label,
      places,
      places.map((x) => x / (i + 1)),
    ),
  ),
  "long-words-around": [line("plain", "Plain", places, places)],
};

const words = {
  title: whole,
  caption: long + whole,
  x: { label: long },
  y: { label: whole },
  annotations: [{ x: 400, label: whole }],
};
const overRates = {
  x: rates,
  metrics,
  series: Object.values(lines).flat(),
  charts: Object.fromEntries(
    Object.entries(lines).map(([id, series]) => {
      const ids = series.map((one) => (one as { id: string }).id);
      return [id, { metric: "latency", series: ids, ...(id === "long-words-around" ? words : {}) }];
    }),
  ),
};

const overNames = {
  x: { name: "task", label: "Task", values: [long, whole, "short"] },
  metrics,
  series: [long, "Two"].map((label, i) => ({
    id: `s-${i}`,
    label,
    values: { latency: { mean: [0.1, 0.2 * i, 0.3] } },
  })),
  charts: { "long-categories": { metric: "latency" } },
};

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const overlap = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width - 1 && b.x < a.x + a.width - 1 && a.y < b.y + b.height - 1 && b.y < a.y + a.height - 1;

/** The boxes of all text that a static picture shows. */
async function textsIn(figure: Locator): Promise<(Box & { text: string })[]> {
  return figure.locator(".chart-plot > svg.plot text").evaluateAll((texts) =>
    texts
      .filter((text) => text.getClientRects().length > 0 && text.textContent !== "")
      .map((text) => {
        const { x, y, width, height } = text.getBoundingClientRect();
        return { x, y, width, height, text: text.textContent! };
      }),
  );
}

for (const dataset of [overRates, overNames]) {
  const ids = Object.keys(dataset.charts);
  describe(`charts of ${ids.join(", ")}`, () => {
    let site: Site;
    before(async () => {
      site = await madeSite(dataset, ids.map((id) => `<div id="${id}" class="flot"></div>`).join("\n\nWords.\n\n"));
    });

    for (const width of [375, 1280]) {
      test(`no text of their pictures is cut or lies over another at ${width} px`, async (t) => {
        const page = await openPage(t, site.url(madePost), {
          viewport: { width, height: 900 },
          javaScriptEnabled: false,
        });
        for (const id of ids) {
          const figure = page.locator(`figure#${id}`);
          await figure.scrollIntoViewIfNeeded();
          const texts = await textsIn(figure);
          assert.ok(texts.length > 4, `${id}: axes have labels`);
          const from = (await figure.boundingBox())!;
          for (const [i, one] of texts.entries()) {
            // the last label of an axis stands out by half of itself
            const isInside = one.x >= from.x - 1 && one.x + one.width <= from.x + from.width + 16;
            assert.ok(isInside, `${id}: ${one.text} is cut`);
            for (const other of texts.slice(0, i))
              assert.ok(!overlap(one, other), `${id}: ${one.text} over ${other.text}`);
          }
        }
      });

      test(`their readouts are whole and inside the screen at ${width} px, and nothing scrolls sideways`, async (t) => {
        const page = await openPage(t, site.url(madePost), { viewport: { width, height: 900 } });
        for (const id of ids) {
          const figure = await liveFigure(page, id);
          await figure.locator(".chart-plot").focus();
          await page.keyboard.press("Home");
          const over = await page.evaluate(
            () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
          );
          assert.ok(over <= 0, `${id} is ${over} px too wide`);
          const card = figure.locator(".chart-card");
          if (id === "nothing") {
            assert.ok(await card.isHidden());
            assert.match(await figure.locator("figcaption > p").innerText(), /^Nothing was measured\./);
            continue;
          }
          const box = (await card.boundingBox())!;
          assert.ok(box.x >= 0 && box.x + box.width <= width, `${id}: the readout is inside the screen`);
          assert.ok(box.height < 480, `${id}: a readout of ${box.height} px`);
          const figures = await card
            .locator("b")
            .evaluateAll((all) =>
              all.map((one) => ({ shown: one.clientWidth, whole: one.scrollWidth, text: one.textContent })),
            );
          for (const one of figures) assert.ok(one.whole <= one.shown + 1, `${id}: ${one.text} is cut`);
        }
      });
    }
  });
}
