import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { keys } from "./driver.ts";
import { browsers, until, watchedSite } from "./watched.ts";

const article = "/2026/11/02/how-many-requests";

for (const { name, path, start } of browsers) {
  const skip = path === null ? `${name} is not installed` : false;
  suite(`an article in ${name}`, { skip }, () => {
    test("pictures, live charts, the keyboard and the search work, and nothing is wrong", async (t) => {
      const { url } = await watchedSite();
      const driver = await start(path!);
      t.after(() => driver.close());
      t.diagnostic(driver.name);

      await driver.open(url(`${article}.still.html`));
      const plot = `document.querySelector("#throughput svg.plot")`;
      const size = await driver.run(
        `const { width, height } = ${plot}.getBoundingClientRect(); return [width, height];`,
      );
      const [width, height] = size as [number, number];
      assert.ok(width > 300 && height > 150, `the picture has ${width} × ${height} pixels`);
      assert.notEqual(await driver.run(`return getComputedStyle(${plot}.querySelector("path")).stroke`), "none");
      assert.equal(await driver.run(`return document.querySelectorAll("canvas").length`), 0);

      await driver.open(url(`${article}.html`));
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
