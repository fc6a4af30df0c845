import assert from "node:assert/strict";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { test } from "node:test";
import { browser } from "./browser.ts";
import { figureSite, openArticle } from "./figures.ts";

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
