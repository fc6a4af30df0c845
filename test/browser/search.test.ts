import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test, type TestContext } from "node:test";
import type { Page } from "playwright-core";
import { readProject } from "../../src/site/project.ts";
import { pagefindProgram } from "../../src/site/search/pagefind.ts";
import { searchOf } from "../../src/site/search/search.ts";
import { searchText } from "../../src/site/search/text.ts";
import { readSettings } from "../../src/site/settings.ts";
import { sampleRoot } from "../site/sample.ts";
import { openPage } from "./browser.ts";
import { projectSite, type Site } from "./site.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const article = "/2026/11/02/how-many-requests.html";
const prefixed = await projectSite("test/site/project", { pathPrefix: "/blog/" });

async function open(t: TestContext, site: Site, path: string = article): Promise<Page> {
  const page = await openPage(t, site.url(path));
  await page.getByRole("button", { name: "Search" }).waitFor();
  return page;
}

test("nothing of the search is loaded before somebody searches", async (t) => {
  const page = await open(t, prefixed);
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await page.waitForTimeout(300);
  const before = (await page.evaluate("performance.getEntriesByType('resource').map(({ name }) => name)")) as string[];
  assert.ok(!before.some((name) => /\/search[/-]|pagefind/.test(name)), before.join(" "));
  await page.keyboard.press("/");
  await page.getByRole("searchbox", { name: "Search posts" }).waitFor();
  await page.getByRole("combobox", { name: "Tag" }).waitFor();
  assert.ok(asked.includes("/blog/search/pagefind.js"), asked.join(" "));
});

test("by keyboard: open, find, go through the results, close", async (t) => {
  const page = await open(t, prefixed);
  await page.keyboard.press("/");
  const box = page.getByRole("searchbox", { name: "Search posts" });
  await box.waitFor();
  await page.keyboard.type("gevent throughput");
  await page.locator(".search-title").first().waitFor();
  assert.match((await page.getByRole("status").filter({ hasText: /post/ }).textContent()) ?? "", /^\d+ posts?$/);
  assert.ok((await page.locator(".search-results mark").count()) > 0);
  const focused = (): Promise<string | null> => page.evaluate(() => document.activeElement!.className);
  await page.keyboard.press("ArrowDown");
  assert.equal(await focused(), "search-title");
  await page.keyboard.press("ArrowUp");
  assert.ok(await box.evaluate((input) => input === document.activeElement));
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "hidden" });
  await page.keyboard.press("/");
  await box.waitFor();
  await page.keyboard.type("imagined");
  await page.locator(".search-title", { hasText: "How many requests" }).waitFor();
  await page.keyboard.press("ArrowDown");
  await Promise.all([page.waitForEvent("framenavigated"), page.keyboard.press("Enter")]);
  assert.ok(new URL(page.url()).pathname.startsWith("/blog/20"), page.url());
});

test("an answer that comes late moves nobody away, and Enter opens what was asked for", async (t) => {
  const page = await open(t, prefixed);
  let held: (() => void)[] = [];
  await page.keyboard.press("/");
  await page.getByRole("searchbox").waitFor();
  await page.keyboard.type("gevent");
  await page.locator(".search-title").first().waitFor();
  await page.route("**/search/index/**", async (route) => {
    await new Promise<void>((go) => held.push(go));
    await route.continue();
  });
  await page.keyboard.type(" imagined");
  await page.keyboard.press("ArrowDown");
  const stood = await page.evaluate(() => document.activeElement!.textContent);
  held.forEach((go) => go());
  held = [];
  await page.unroute("**/search/index/**");
  await page.waitForFunction(() => document.querySelectorAll(".search-results mark").length > 0);
  assert.equal(await page.evaluate(() => document.activeElement!.className), "search-title");
  assert.equal(await page.evaluate(() => document.activeElement!.textContent), stood);
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "hidden" });
  await page.keyboard.press("/");
  const before = page.url();
  await page.getByRole("searchbox").pressSequentially("nothing like it");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.querySelector(".search-status")!.textContent === "0 posts");
  assert.equal(page.url(), before);
});

test("the index has series, the machine and tags, and narrows down by them", async (t) => {
  const page = await open(t, prefixed, "/archive.html");
  await page.getByRole("button", { name: "Search" }).click();
  await page.getByRole("combobox", { name: "Tag" }).selectOption("python");
  await page.locator(".search-title", { hasText: "How many requests" }).waitFor();
  const found = await page.locator(".search-title").count();
  await page.getByRole("combobox", { name: "Series" }).selectOption("Gevent (10)");
  await page.waitForFunction((all) => document.querySelectorAll(".search-title").length <= all, found);
  assert.ok((await page.locator(".search-title").count()) >= 1);
});

test("a key that is typed somewhere opens nothing, and what is found of a hostile post is text", async (t) => {
  const hostile = await projectSite("test/site/hostile");
  const page = await open(t, hostile, "/");
  await page.keyboard.press("Control+/");
  assert.equal(await page.getByRole("dialog").count(), 0);
  await page.keyboard.press("/");
  await page.getByRole("searchbox").waitFor();
  await page.keyboard.type("nunjucks /");
  await page.locator(".search-title").first().waitFor();
  assert.equal(await page.getByRole("searchbox").inputValue(), "nunjucks /");
  assert.equal(await page.locator(".search-results :is(script, img, svg)").count(), 0);
  assert.equal(await page.evaluate("typeof hacked"), "undefined");
});

test("an index that does not come leaves the way to the archive", async (t) => {
  const page = await openPage(t, prefixed.url(article), { expected: [/pagefind/, /Failed to load/] });
  await page.route("**/search/pagefind.js", (route) => route.abort());
  await page.getByRole("button", { name: "Search" }).click();
  await page.getByText("The index could not be loaded.").waitFor();
  await page.unroute("**/search/pagefind.js");
});

test("without script there is no button, and the archive is in the navigation", async (t) => {
  const page = await openPage(t, prefixed.url(article), { javaScriptEnabled: false });
  assert.equal(await page.getByRole("button", { name: "Search" }).count(), 0);
  await page.getByRole("navigation", { name: "Site" }).getByRole("link", { name: "Archive" }).click();
  assert.ok((await page.locator(".titles a").count()) > 2);
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`the dialog, ${colorScheme}: nothing that axe finds, and no sideways scrolling at 320 pixels`, async (t) => {
    const page = await openPage(t, prefixed.url("/"), { colorScheme, viewport: { width: 320, height: 600 } });
    await page.getByRole("button", { name: "Search" }).waitFor();
    await page.keyboard.press("/");
    await page.getByRole("combobox", { name: "Tag" }).waitFor();
    await page.keyboard.type("requests");
    await page.locator(".search-title").first().waitFor();
    await page.evaluate(axe);
    const found = (await page.evaluate("axe.run('dialog').then(({ violations }) => violations)")) as { id: string }[];
    assert.deepEqual(
      found.map(({ id }) => id),
      [],
    );
    for (const selector of ["html", "dialog"]) {
      const over = await page.locator(selector).evaluate((element) => element.scrollWidth - element.clientWidth);
      assert.ok(over <= 0, `${selector} is ${over} pixels too wide`);
    }
    const edges = await page
      .locator("dialog select")
      .evaluateAll((all) =>
        all.map((one) => one.getBoundingClientRect()).map(({ left, right }) => [left, right].map(Math.round).join()),
      );
    assert.equal(new Set(edges).size, 1, `ways to narrow down stand at ${edges.join(" and ")}`);
  });
}

test("an index in parts is searched as one, the newest posts first", async (t) => {
  const project = readProject(sampleRoot, readSettings(null).site);
  const textOf = ({ path }: { readonly path: string }): string =>
    searchText(
      project,
      project.posts.find((post) => post.path === path)!,
    );
  const search = searchOf(project, textOf, pagefindProgram, 2);
  const files = new Map((await search.files()).map(({ path, content }) => [`/blog${path}`, content]));
  const page = await open(t, prefixed);
  await page.route("**/blog/search/**", async (route) => {
    const { pathname } = new URL(route.request().url());
    const contentType = pathname.endsWith(".js") ? "text/javascript" : "application/octet-stream";
    await route.fulfill({ body: Buffer.from(files.get(pathname) as Uint8Array), contentType });
  });
  await page.evaluate(() => (document.querySelector<HTMLElement>(".search-open")!.dataset["parts"] = "2"));
  await page.keyboard.press("/");
  await page.getByRole("combobox", { name: "Tag" }).waitFor();
  const box = page.getByRole("searchbox", { name: "Search posts" });
  const found = async (count: number): Promise<string[]> => {
    await page
      .getByRole("status")
      .filter({ hasText: `${count} post` })
      .waitFor();
    const links = await page
      .locator(".search-title")
      .evaluateAll((all) => all.map((link) => link.getAttribute("href")!));
    return links.map((href) => href.split("#")[0]!);
  };
  await box.fill("paragraph alone");
  assert.equal((await found(3))[0], "/blog/2026/06/01/short-note.html");
  await box.fill("");
  await page.getByRole("combobox", { name: "Tag" }).selectOption("http");
  assert.deepEqual(await found(2), [
    "/blog/2026/11/02/how-many-requests.html",
    "/blog/2012/03/18/message-bus-part-two.html",
  ]);
});
