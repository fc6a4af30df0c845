import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "playwright-core";
import { openPage } from "./browser.ts";
import { projectSite } from "./site.ts";

const site = await projectSite("test/site/project");
const article = site.url("/2026/11/02/how-many-requests.html");

test("an English article needs the first file of each weight, and the other comes with the first of its characters", async (t) => {
  const page = await openPage(t, article);
  assert.deepEqual(await fontsOf(page), ["inter-400", "inter-600"]);
  await page.evaluate(() => document.querySelector(".chart-unit")!.append("Größe"));
  assert.deepEqual(await fontsOf(page), ["inter-400", "inter-400-more", "inter-600"]);
});

function fontsOf(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    await new Promise((resolve) => requestAnimationFrame(resolve));
    await document.fonts.ready;
    const files = performance.getEntriesByType("resource").map(({ name }) => name);
    return files.flatMap((file) => /\/(inter-[a-z0-9-]+)-[0-9A-Z]{8}\.woff2$/.exec(file)?.[1] ?? []).sort();
  });
}

test("the narrow space in figures is as wide as the build takes it to be", async (t) => {
  const page = await openPage(t, article);
  const [alone, apart] = await page.evaluate(async () => {
    await document.fonts.load("100px Inter", "0");
    const pen = document.createElement("canvas").getContext("2d")!;
    pen.font = "100px Inter";
    return ["10", "1\u202f0"].map((text) => pen.measureText(text).width) as [number, number];
  });
  assert.ok(Math.abs(apart - alone - 14.1) < 3, `${apart - alone} px at 100 px`);
});
