import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { test } from "node:test";
import { browser, openPage } from "./browser.ts";
import { article, figureSite, liveFigure, openArticle } from "./figures.ts";
import { madePost, madeSite } from "./made.ts";

const path = "/2026/11/02/how-many-requests/throughput.html";

test("a chart in a frame of another site comes to life and says how high it is", async (t) => {
  const site = await figureSite();
  const host = createServer((_, response) => {
    response.setHeader("Content-Type", "text/html");
    response.end(`<!doctype html><title>Elsewhere</title><script>addEventListener("message", ({ data }) => (window.said = data));</script>
      <iframe src="${site.url(`/embed${path}`)}" title="A chart" width="600" height="600"></iframe>`);
  });
  await new Promise<void>((resolve) => host.listen(0, "127.0.0.1", resolve));
  t.after(() => host.close());
  const context = await (await browser()).newContext();
  t.after(() => context.close());
  const page = await context.newPage();
  await page.goto(`http://localhost:${(host.address() as AddressInfo).port}/`);
  const frame = page.frameLocator("iframe");
  await frame.locator("figure.is-live canvas").waitFor();
  const said = await page.evaluate(() => (globalThis as unknown as { said: { type: string; height: number } }).said);
  assert.equal(said.type, "benchpost:height");
  assert.ok(said.height > 300 && said.height < 1200, `${said.height}`);
  assert.match(
    await frame.locator(".embed-source a").getAttribute("href").then(String),
    /how-many-requests.html#throughput$/,
  );
});

test("the page for frames has the picture of the article, its title and where it comes from, in less than 100 kB", async (t) => {
  const site = await figureSite();
  const still = { javaScriptEnabled: false, viewport: { width: 720, height: 600 } };
  const [own, framed] = await Promise.all([article, `/embed${path}`].map((of) => openPage(t, site.url(of), still)));
  const hash = async (page: typeof own): Promise<string> =>
    createHash("sha256")
      .update(await page!.locator("#throughput svg.plot").evaluate((svg) => svg.outerHTML))
      .digest("hex");
  assert.equal(await hash(framed), await hash(own));
  assert.equal(
    await framed!.locator(".chart-title").innerText(),
    await own!.locator("#throughput .chart-title").innerText(),
  );
  assert.equal(await framed!.locator("nav, header, footer, h1 a").count(), 0);
  assert.match(await framed!.locator(".embed-source").innerText(), /^From How many requests .*, Loopback Notes$/);
});

test("the page for frames asks for less than 100 kB until its chart answers, with nobody around it", async (t) => {
  const site = await figureSite();
  let bytes = 0;
  const page = await openPage(t, site.url("/404.html"));
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Network.enable");
  await devtools.send("Network.setCacheDisabled", { cacheDisabled: true });
  devtools.on("Network.loadingFinished", ({ encodedDataLength }) => (bytes += encodedDataLength));
  await page.goto(site.url(`/embed${path}`));
  const figure = await liveFigure(page, "throughput");
  await figure.locator(".chart-plot").focus();
  await page.keyboard.press("End");
  assert.match(await figure.locator(".chart-live").innerText(), /^Demanded requests 2.000/);
  assert.ok(bytes > 10_000 && bytes < 100_000, `${bytes} bytes`);
});

test("a chart in a frame says under which license its data are", async (t) => {
  const dataset = {
    x: { name: "load", unit: "1/s" },
    metrics: { latency: { unit: "s", display: "s" } },
    series: [{ id: "a", x: [1, 2], values: { latency: { value: [1, 2] } } }],
    charts: { one: { metric: "latency" } },
    license: "CC-BY-4.0",
  };
  const site = await madeSite(dataset, '<div id="one" class="flot"></div>');
  const page = await openPage(t, site.url(`/embed${madePost.replace(".html", "/one.html")}`), {
    javaScriptEnabled: false,
  });
  const license = page.locator(".embed-source a[rel=license]");
  assert.equal(await license.innerText(), "CC-BY-4.0");
  assert.equal(await license.getAttribute("href"), "https://spdx.org/licenses/CC-BY-4.0.html");
});

test("the page of a chart has the frame to paste, and no other page may be framed", async (t) => {
  const page = await openArticle(t, {}, path);
  const html = await page.locator("#embed ~ pre code").innerText();
  assert.match(html, /^<iframe src="http[^"]+\/embed\/2026\/11\/02\/how-many-requests\/throughput.html"/);
  const site = await figureSite();
  const policy = async (of: string): Promise<string> =>
    (await fetch(site.url(of))).headers.get("content-security-policy") ?? "";
  assert.match(await policy(path), /frame-ancestors 'none'/);
  assert.match(await policy(`/embed${path}`), /frame-ancestors \*/);
});
