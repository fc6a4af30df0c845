import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { openPage, watchPage } from "./browser.ts";
import { serveFolder } from "./site.ts";

/** The net that catches what pages must not do must itself be shown to hold. */
const folder = mkdtempSync(join(tmpdir(), "benchpost-harness-"));
after(() => rmSync(folder, { recursive: true }));

function write(file: string, body: string): string {
  const head = `<!doctype html><html lang="en"><title>Net</title><link rel="icon" href="icon.svg">`;
  writeFileSync(join(folder, "icon.svg"), `<svg xmlns="http://www.w3.org/2000/svg"/>`);
  writeFileSync(join(folder, file), head + body);
  return `/${file}`;
}

test("a quiet page raises nothing", async (t) => {
  const site = await serveFolder(folder);
  const page = await openPage(t, site.url(write("quiet.html", "<h1>Quiet</h1>")));
  assert.equal(await page.locator("h1").textContent(), "Quiet");
});

test("code handed to evaluate is not bound by the page's policy", async (t) => {
  const site = await serveFolder(folder);
  const page = await openPage(t, site.url(write("axe.html", "<h1>Quiet</h1>")));
  await page.evaluate("window.answer = new Function('return 42')()");
  assert.equal(await page.evaluate("window.answer"), 42);
});

for (const [name, body, problem] of [
  ["inline script", "<script>document.title = 'ran'</script>", /policy violation: script-src/],
  ["style attribute", "<p style='color: red'>red</p>", /policy violation: style-src/],
  ["missing file", "<img src='/none.png' alt=''>", /404/],
  ["another host", "<script src='https://example.org/x.js'></script>", /example\.org/],
] as const) {
  test(`noticed: ${name}`, async (t) => {
    const site = await serveFolder(folder);
    const { page, problems } = await watchPage(site.url(write(`${name.replace(" ", "-")}.html`, body)));
    t.after(() => page.context().close());
    await page.waitForTimeout(100);
    assert.ok(
      problems.some((text) => problem.test(text)),
      `nothing like ${problem} in ${JSON.stringify(problems)}`,
    );
  });
}
