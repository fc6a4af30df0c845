import assert from "node:assert/strict";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, suite, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { projectSite, serveFolder } from "../browser/site.ts";
import { type Driver, keys } from "./driver.ts";
import { findFirefox, startFirefox } from "./firefox.ts";
import { findWebKit, startWebKit } from "./webkit.ts";

/** Browsers that the other tests do not use: each is tried where it is installed. */
const browsers = [
  { name: "Firefox", path: findFirefox(), start: startFirefox },
  { name: "WebKit", path: findWebKit(), start: startWebKit },
] as const;

const article = "2026/11/02/how-many-requests.html";

/** Notes what no page may do. WebDriver has no words for it, so that the page does it itself. */
const watch = `window.problems = [];
const note = (kind, what) => problems.push(kind + ": " + what);
addEventListener("error", ({ message, target }) => note("error", message ?? target.src ?? target.href), true);
addEventListener("unhandledrejection", ({ reason }) => note("rejection", reason));
document.addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI }) =>
  note("policy", effectiveDirective + " " + blockedURI));
for (const level of ["error", "warn"]) console[level] = (...all) => note(level, all.join(" "));
`;

const folder = mkdtempSync(join(tmpdir(), "benchpost-browsers-"));
after(() => rmSync(folder, { recursive: true, force: true }));

/** The site with two more pages: the article being watched, and the same without any script. */
async function watchedSite(): Promise<(page: string) => string> {
  const { folder: built } = await projectSite("test/site/project");
  cpSync(built, folder, { recursive: true });
  const html = readFileSync(join(folder, article), "utf8");
  writeFileSync(join(folder, "watch.js"), watch);
  writeFileSync(join(folder, "watched.html"), html.replace("<head>", '<head>\n<script src="/watch.js"></script>'));
  writeFileSync(join(folder, "still.html"), html.replace(/<script type="module"[^>]*><\/script>/, ""));
  const site = await serveFolder(folder);
  return (page) => site.url(page);
}

/** What an expression in the page gives, as soon as it gives something. */
async function until(driver: Driver, expression: string): Promise<unknown> {
  for (let tries = 0; tries < 300; tries++, await sleep(100)) {
    const value = await driver.run(`return ${expression}`);
    if (value !== null && value !== undefined && value !== false && value !== "") return value;
  }
  throw new Error(`nothing comes of ${expression}`);
}

for (const { name, path, start } of browsers) {
  const skip = path === null ? `${name} is not installed` : false;
  suite(`an article in ${name}`, { skip }, () => {
    test("pictures, live charts, the keyboard and the search work, and nothing is wrong", async (t) => {
      const address = await watchedSite();
      const driver = await start(path!);
      t.after(() => driver.close());
      t.diagnostic(driver.name);

      await driver.open(address("/still.html"));
      const plot = `document.querySelector("#throughput svg.plot")`;
      const size = await driver.run(
        `const { width, height } = ${plot}.getBoundingClientRect(); return [width, height];`,
      );
      const [width, height] = size as [number, number];
      assert.ok(width > 300 && height > 150, `the picture has ${width} × ${height} pixels`);
      assert.notEqual(await driver.run(`return getComputedStyle(${plot}.querySelector("path")).stroke`), "none");
      assert.equal(await driver.run(`return document.querySelectorAll("canvas").length`), 0);

      await driver.open(address("/watched.html"));
      await driver.run(`document.querySelector("#throughput").scrollIntoView({ block: "center" })`);
      await until(driver, `document.querySelector("#throughput.is-live .chart-plot[tabindex='0']") !== null`);
      const pixels = await driver.run(`
        const canvas = document.querySelector("#throughput canvas");
        const pen = new OffscreenCanvas(canvas.width, canvas.height).getContext("2d");
        pen.drawImage(canvas, 0, 0);
        const { data } = pen.getImageData(0, 0, canvas.width, canvas.height);
        return data.reduce((sum, value, index) => sum + (index % 4 === 3 && value > 0 ? 1 : 0), 0);`);
      assert.ok((pixels as number) > 500, `${String(pixels)} pixels are drawn`);

      await driver.run(`document.querySelector("#throughput .chart-plot").focus()`);
      const spoken = `document.querySelector("#throughput .chart-live").innerText`;
      await driver.press(keys.ArrowRight);
      const first = String(await until(driver, spoken));
      assert.match(first, /req\/s/);
      await driver.press(keys.ArrowRight);
      await until(driver, `${spoken} !== ${JSON.stringify(first)}`);
      await driver.press(keys.Escape);
      await until(driver, `${spoken} === ""`);

      await driver.press("/");
      await until(driver, `document.querySelector("dialog.search[open]") !== null`);
      await driver.press(..."gevent");
      await until(driver, `document.querySelectorAll(".search-title").length > 0`);
      await driver.press(keys.ArrowDown);
      await until(driver, `document.activeElement.className === "search-title"`);
      await driver.press(keys.Escape);
      await until(driver, `document.querySelector("dialog.search[open]") === null`);

      assert.deepEqual(await driver.run("return problems"), []);
    });
  });
}
