import assert from "node:assert/strict";
import { join } from "node:path";
import { before, describe, test } from "node:test";
import { builtOwnSite } from "../plugin/sites.ts";
import { openPage } from "./browser.ts";
import { liveFigure, pointAt } from "./figures.ts";
import { serveFolder, type Site } from "./site.ts";

describe("charts of the packed plugin in a site of somebody else's", () => {
  let site: Site;
  before(async () => {
    const { project, code, stderr } = await builtOwnSite();
    assert.equal(code, 0, stderr);
    site = await serveFolder(join(project, "public"), { pathPrefix: "/blog/" });
  });

  test("come to life", async (t) => {
    const page = await openPage(t, site.url("/posts/2026-01-02-markdown/"));
    const figure = await liveFigure(page, "throughput");
    await pointAt(figure, 0.95);
    await figure.locator(".chart-card b", { hasText: "29" }).waitFor();
    await figure.locator("button.chart-to-table").click();
    await figure.locator(".chart-table tbody tr").nth(2).waitFor();
    await liveFigure(page, "response-time");
  });

  test("are light where the site says so, whatever the reader's system wishes, and leave the page's own look alone", async (t) => {
    const page = await openPage(t, site.url("/posts/bus/"), { colorScheme: "dark" });
    const figure = await liveFigure(page, "throughput");
    const title = figure.locator(".chart-title");
    assert.equal(await title.evaluate((element) => getComputedStyle(element).color), "rgb(29, 33, 38)");
    const body = await page.locator("body").evaluate((element) => {
      const { fontFamily, color, backgroundColor, margin } = getComputedStyle(element);
      return { fontFamily, color, backgroundColor, margin };
    });
    assert.doesNotMatch(body.fontFamily, /Inter/);
    assert.deepEqual([body.color, body.backgroundColor, body.margin], ["rgb(0, 0, 0)", "rgba(0, 0, 0, 0)", "8px"]);
  });

  test("have pages of their own with all numbers, without script too", async (t) => {
    const page = await openPage(t, site.url("/posts/bus/"), { javaScriptEnabled: false });
    await page.locator("#throughput a.chart-to-table").click();
    await page.waitForURL("**/benchpost/charts/posts/bus/throughput.html");
    assert.equal(await page.locator("table tbody tr").count(), 3);
  });
});
