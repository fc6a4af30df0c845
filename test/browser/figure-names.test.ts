import assert from "node:assert/strict";
import { test } from "node:test";
import type { Locator, Page } from "playwright-core";
import { chartOf, liveFigure, openArticle } from "./figures.ts";

const ids = ["throughput", "response-time", "stdev", "errors"];

interface Name {
  readonly text: string;
  readonly colour: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** The names at the ends of lines that can be seen in a static picture. */
function namesIn(figure: Locator): Promise<Name[]> {
  return figure.locator(".plot .ends g:has(> text)").evaluateAll((groups) =>
    groups
      .filter((group) => group.getClientRects().length > 0)
      .map((group) => {
        const { left, right, top, bottom } = group.getBoundingClientRect();
        const text = [...group.children].map(({ textContent }) => textContent).join(" ");
        return { text, colour: getComputedStyle(group).fill, left, right, top, bottom };
      }),
  );
}

function lineColour(figure: Locator, colour: number): Promise<string> {
  const line = figure.locator(`.plot path[stroke="var(--series-${colour})"]`).first();
  return line.evaluate((path) => getComputedStyle(path).stroke);
}

const overlap = (a: Name, b: Name): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

const isSeen = (page: Page, selector: string): Promise<boolean> => page.locator(selector).first().isVisible();

for (const width of [768, 1440]) {
  for (const colorScheme of ["light", "dark"] as const) {
    test(`${width} px, ${colorScheme}: each line has its name at its end, in its colour, and no two overlap`, async (t) => {
      const viewport = { width, height: 900 };
      const page = await openArticle(t, { viewport, colorScheme, javaScriptEnabled: false });
      for (const id of ids) {
        const figure = page.locator(`figure#${id}`);
        const { series } = await chartOf(figure);
        const names = await namesIn(figure);
        assert.deepEqual(
          names.map(({ text }) => text),
          series.map(({ label }) => label),
          id,
        );
        const box = (await figure.boundingBox())!;
        for (const [i, name] of names.entries()) {
          assert.equal(name.colour, await lineColour(figure, series[i]!.style.colour), name.text);
          assert.ok(name.right <= box.x + box.width + 0.5, `${name.text} stands out of ${id}`);
          for (const other of names.slice(0, i)) assert.ok(!overlap(name, other), `${name.text}, ${other.text}`);
        }
        assert.ok(!(await isSeen(page, `#${id} .chart-legend`)), "what the names say stands nowhere else");
      }
    });
  }
}

test("320 px: a legend names the lines, and the plot has the room of the names", async (t) => {
  const page = await openArticle(t, { viewport: { width: 320, height: 700 }, javaScriptEnabled: false });
  for (const id of ids) {
    assert.deepEqual(await namesIn(page.locator(`figure#${id}`)), []);
    assert.ok(await isSeen(page, `#${id} .chart-legend`));
    const [plot, picture] = [
      await page.locator(`#${id} .plot`).boundingBox(),
      await page.locator(`#${id} .chart-plot`).boundingBox(),
    ];
    assert.ok(picture!.x + picture!.width - plot!.x - plot!.width <= 24, "no room is left for names");
  }
});

test("a name is a button: it takes its line out by mouse and by keyboard, and stays to bring it back", async (t) => {
  const page = await openArticle(t, { viewport: { width: 1280, height: 900 } });
  const still = await namesIn(page.locator("#throughput"));
  const figure = await liveFigure(page, "throughput");
  const buttons = figure.locator(".chart-legend button");
  for (const [i, name] of still.entries()) {
    const box = (await buttons.nth(i).boundingBox())!;
    assert.ok(box.width >= 24 && box.height >= 24, `${name.text}: ${box.width} × ${box.height}`);
    assert.ok(box.x <= name.left && box.x + box.width >= name.right, `${name.text} lies under its button`);
  }
  const [first, words] = [buttons.first(), buttons.first().locator("bdi")];
  const opacity = (): Promise<string> => words.evaluate((element) => getComputedStyle(element).opacity);
  assert.equal(await opacity(), "0", "the picture says it");
  await first.click();
  assert.equal(await first.getAttribute("aria-pressed"), "false");
  assert.equal(await opacity(), "1", "the picture does not say it any more");
  await page.keyboard.press("Enter");
  assert.equal(await first.getAttribute("aria-pressed"), "true");
  assert.equal(await opacity(), "0");
});

test("the buttons follow the names when the scale changes", async (t) => {
  const page = await openArticle(t, { viewport: { width: 1280, height: 900 } });
  const figure = await liveFigure(page, "throughput");
  const tops = (): Promise<number[]> =>
    figure.locator(".chart-legend button").evaluateAll((all) => all.map((one) => one.getBoundingClientRect().top));
  const before = await tops();
  await figure.locator(".chart-plot").focus();
  await page.keyboard.press("l");
  await page.waitForFunction(
    (top) => document.querySelector("#throughput .chart-legend button")!.getBoundingClientRect().top !== top,
    before[0],
  );
  assert.equal(new Set(await tops()).size, before.length);
});

test("on a phone text is at least 12 px high, targets at least 24 × 24 px, and nothing scrolls sideways", async (t) => {
  const page = await openArticle(t, { viewport: { width: 320, height: 700 }, hasTouch: true });
  const figure = await liveFigure(page, "throughput");
  await figure.locator(".chart-menu summary").click();
  await figure.locator(".chart-words summary").click();
  const small = await figure.evaluate((element) =>
    [...element.querySelectorAll("*")]
      .filter((one) => [...one.childNodes].some((node) => node.nodeType === 3 && node.textContent!.trim() !== ""))
      .filter((one) => Number.parseFloat(getComputedStyle(one).fontSize) < 12)
      .map((one) => one.outerHTML),
  );
  assert.deepEqual(small, []);
  const targets = await figure.locator("button, a, summary, select").evaluateAll((all) =>
    all.map((one) => {
      const { width, height } = one.getBoundingClientRect();
      return { words: one.textContent!.trim(), width, height };
    }),
  );
  const seen = targets.filter(({ width }) => width > 0);
  assert.ok(seen.length > 10);
  for (const { words, width, height } of seen) assert.ok(width >= 24 && height >= 24, `${words}: ${width} × ${height}`);
  assert.equal(
    await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth),
    true,
  );
});
