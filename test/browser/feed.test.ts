import assert from "node:assert/strict";
import { test } from "node:test";
import { openPage } from "./browser.ts";
import { article, figureSite, liveFigure } from "./figures.ts";

/** Larger than this, and readers of feeds cut or refuse it. */
const LIMIT = 512 * 1024;

test("the feed has whole articles, whose charts are pictures with address, size and words, and nothing that runs", async (t) => {
  const site = await figureSite();
  const page = await openPage(t, site.url("/404.html"));
  const text = await (await fetch(site.url("/feed.xml"))).text();
  assert.ok(Buffer.byteLength(text) < LIMIT);
  const entries = await page.evaluate((xml) => {
    const feed = new DOMParser().parseFromString(xml, "application/xml");
    if (feed.querySelector("parsererror") !== null) throw new Error(feed.querySelector("parsererror")!.textContent);
    return [...feed.querySelectorAll("entry")].map((entry) => {
      const content = new DOMParser().parseFromString(entry.querySelector("content")!.textContent, "text/html").body;
      return {
        address: entry.querySelector("link")!.getAttribute("href")!,
        words: content.textContent,
        figures: [...content.querySelectorAll("figure")].map((figure) => ({
          pictures: [...figure.querySelectorAll("img")].map((image) =>
            Object.fromEntries(["src", "alt", "width", "height"].map((name) => [name, image.getAttribute(name)])),
          ),
          links: [...figure.querySelectorAll("a")].map((link) => link.getAttribute("href")!),
        })),
        foreign: [
          ...content.querySelectorAll("script, style, link, iframe, svg, canvas, button, [style], [onload]"),
        ].map(({ nodeName }) => nodeName),
      };
    });
  }, text);
  assert.equal(entries.length, 4);
  let charts = 0;
  for (const { address, words, figures, foreign } of entries) {
    assert.deepEqual(foreign, [], address);
    const path = new URL(address).pathname;
    const shown = await openPage(t, site.url(path), { javaScriptEnabled: false });
    const published = await shown.locator("figure.chart").evaluateAll((all) => all.map(({ id }) => id));
    const last = await shown.locator(".prose > :is(p, ul, ol)").last().innerText();
    assert.ok(words.replace(/\s+/g, " ").includes(last.replace(/\s+/g, " ").slice(0, 60)), `${path} to its end`);
    const drawn = figures.filter(({ links }) => links.some((link) => link.includes(path.replace(".html", "/"))));
    assert.equal(drawn.length, published.length, path);
    for (const [i, { pictures, links }] of drawn.entries()) {
      charts++;
      const [{ src, alt, width, height }] = pictures as [Record<string, string | null>];
      assert.equal(pictures.length, 1);
      assert.match(src!, /^https:\/\/loopback\.example\/data\/.*\.png$/);
      assert.ok(alt!.length > 20, "words for those who see no picture");
      assert.ok(
        links.some((link) => link.endsWith(`/${published[i]}.html`)),
        links.join(),
      );
      const size = await page.evaluate(async (address) => {
        const image = new Image();
        image.src = address;
        await image.decode();
        return [image.naturalWidth, image.naturalHeight];
      }, new URL(src!).pathname);
      assert.deepEqual(size, [2 * Number(width), 2 * Number(height)], src!);
    }
  }
  assert.ok(charts >= 5);
});

test("the feed leads to charts that answer", async (t) => {
  const site = await figureSite();
  const page = await openPage(t, site.url(article.replace(".html", "/throughput.html")));
  const figure = await liveFigure(page, "throughput");
  await figure.locator(".chart-plot").focus();
  await page.keyboard.press("Home");
  assert.match(await figure.locator(".chart-live").innerText(), /^Demanded requests 50/);
});
