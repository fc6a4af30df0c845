import assert from "node:assert/strict";
import { once } from "node:events";
import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test, type TestContext } from "node:test";
import type { Page } from "playwright-core";
import { Channel } from "../../src/cli/live/channel.ts";
import { liveHandler } from "../../src/cli/live/handler.ts";
import { liveScript } from "../../src/cli/live/script.ts";
import { listen } from "../../src/cli/serve/listen.ts";
import { temporaryFolder } from "../cli/effects.ts";
import { start } from "../cli/program.ts";
import { openPage } from "./browser.ts";

/** The server of a folder; the first build may still be under way, which the page says with 503. */
async function serve(t: TestContext, cwd: string, path = ""): Promise<Page> {
  const child = start(["dev", "--port", "0"], { cwd });
  t.after(() => child.kill("SIGKILL"));
  const [line] = (await once(child.stderr.setEncoding("utf8"), "data")) as [string];
  // the icon that a site of plain pages does not have is no fault here
  return openPage(t, /http:\S+/.exec(line)![0] + path, { expected: [/503/, /favicon\.ico/] });
}

test("an open page follows the author's saves and shows what is wrong, under the site's own policy", async (t) => {
  const cwd = temporaryFolder(t);
  cpSync(join(import.meta.dirname, "..", "cli", "fixtures", "plain"), cwd, { recursive: true });
  const save = (text: string): void =>
    writeFileSync(
      join(cwd, "pages", "index.html"),
      `<!doctype html><html lang="en"><title>Home</title><p>${text}</p>\n`,
    );
  save("first");
  const page = await serve(t, cwd);
  await page.getByText("first", { exact: true }).waitFor();

  save("second");
  await page.getByText("second", { exact: true }).waitFor();

  save("BROKEN");
  const fault = page.getByRole("alert");
  await fault.waitFor();
  assert.match(await fault.innerText(), /\.\/pages\/index\.html:1:\d+ broken: it is broken\n {2}Mend it\./);
  assert.equal(await page.getByText("second", { exact: true }).count(), 1);

  save("third");
  await page.getByText("third", { exact: true }).waitFor();
  assert.equal(await fault.count(), 0);
  // before its server ends
  await page.close();
});

test("a page that came before the first build shows it, however soon that is done", async (t) => {
  const folder = temporaryFolder(t);
  writeFileSync(join(folder, "index.html"), '<!doctype html><html lang="en"><title>Home</title><p>first</p>\n');
  const channel = new Channel();
  const handler = liveHandler(folder, { pathPrefix: "/", channel, script: await liveScript() });
  const server = await listen(
    (request, response) => {
      if (request.url!.includes("live.js") && channel.news.build === 0) channel.tell(true, "", []);
      handler(request, response);
    },
    0,
    false,
  );
  t.after(() => server.close());
  const page = await openPage(t, server.origin, { expected: [/503/, /favicon\.ico/] });
  await page.getByText("first", { exact: true }).waitFor();
  assert.equal((await fetch(`${server.origin}/missing.html`)).status, 404);
  await page.close();
});

const head = 'title: Two servers\nsummary: One is faster.\ncharts:\n  rate: {metric: METRIC, title: "Replies"}';
const body = 'A plain line.\n\n## Results\n\n<div id="rate" class="flot"></div>\n\n';
const dataset = {
  schema: "benchpost/1",
  title: "Two servers",
  x: { name: "demanded_request_rate", label: "Demanded requests", unit: "1/s" },
  metrics: { reply_rate: { label: "Throughput", unit: "1/s", display: "req/s", better: "higher" } },
  series: [{ id: "one", label: "One", x: [100, 200], values: { reply_rate: { mean: [100, 190] } } }],
};

test("what is wrong is marked on the chart or line itself, and the last good page stays", async (t) => {
  const cwd = temporaryFolder(t);
  const repository = join(import.meta.dirname, "..", "..");
  const write = (file: string, text: string): void => {
    mkdirSync(join(cwd, file, ".."), { recursive: true });
    writeFileSync(join(cwd, file), text);
  };
  const post = (metric: string, more = ""): void =>
    write("posts/2026-01-01-two.md", `---\n${head.replace("METRIC", metric)}\n---\n\n${body}${more}`);
  write(".eleventy.js", `export { default } from ${JSON.stringify(join(repository, ".eleventy.js"))};\n`);
  write("package.json", '{ "type": "module" }');
  write("site.json", '{ "title": "Site", "url": "https://example.org" }');
  write("data/two.json", JSON.stringify(dataset));
  post("reply_rate");
  const page = await serve(t, cwd, "2026/01/01/two.html");
  const figure = page.locator("figure#rate");
  await figure.waitFor();

  post("reply_rat");
  await page.getByRole("alert").waitFor();
  assert.match(await page.getByRole("alert").innerText(), /posts\/2026-01-01-two\.md:5:18 unknown-metric: /);
  assert.equal(await figure.getAttribute("data-note"), "error");
  assert.match((await figure.getAttribute("title"))!, /Did you mean "reply_rate"\?/);
  assert.equal(await page.getByText("A plain line.").count(), 1);

  post("reply_rate", 'More is [there](nowhere.html) than *you* think of {{ value("one", 200, unit: false) }}.\n');
  const line = page.getByText("More is there than you think of 190.");
  await line.waitFor();
  await page.locator("p[data-note]").waitFor();
  assert.equal(await line.getAttribute("data-note"), "warning");
  // what the rules of honest benchmarking say is no reason to stop, and marked as well
  assert.match(
    (await figure.getAttribute("title"))!,
    /^posts\/2026-01-01-two\.md:5:\d+ BL10: chart "rate" shows means without/,
  );
  assert.equal(await page.getByRole("alert").count(), 0);
  await page.getByText(/^\d+ findings$/).click();
  await page.getByText(/two\.md:\d+:\d+ warning dead-link: nowhere\.html leads nowhere/).waitFor();

  write("data/two.json", JSON.stringify(dataset).replace('"One"', '"Uno"').replace("190", "-"));
  await page.getByRole("alert").waitFor();
  assert.match(await page.getByRole("alert").innerText(), /data\/two\.json:1:\d+ json-syntax/);
  assert.equal(await page.getByText("Uno", { exact: true }).count(), 0);

  write("data/two.json", JSON.stringify(dataset).replace('"One"', '"Uno"'));
  await page.locator(".chart-legend").getByText("Uno", { exact: true }).waitFor();
  await page.close();
});
