import assert from "node:assert/strict";
import { after, afterEach, before, suite, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import type { Driver } from "./driver.ts";
import { browsers, until, type Watched, watchedSite } from "./watched.ts";

const article = "/2026/11/02/how-many-requests.html";

/** One page of each kind. */
const kinds = [
  "/",
  article,
  "/2012/03/18/message-bus-part-two.html",
  "/2026/09/14/a-picture-and-its-post.html",
  "/2026/11/02/how-many-requests/throughput.html",
  "/tags.html",
  "/tags/python.html",
  "/archive.html",
  "/about.html",
  "/404.html",
];

for (const { name, path, start } of browsers) {
  const skip = path === null ? `${name} is not installed` : false;
  suite(`what readers do in ${name}`, { skip }, () => {
    let driver: Driver;
    let site: Watched;
    before(async () => {
      site = await watchedSite();
      driver = await start(path!);
    });
    after(() => driver.close());
    afterEach(async () => assert.deepEqual(await driver.run("return window.problems ?? []"), []));

    /** Clicks into the middle of an element, as a hand would. */
    async function click(selector: string): Promise<void> {
      const place = await driver.run(`
        const element = document.querySelector(${JSON.stringify(selector)});
        element.scrollIntoView({ block: "center", behavior: "instant" });
        const { left, top, width, height } = element.getBoundingClientRect();
        return { x: left + width / 2, y: top + height / 2 };`);
      await driver.point(place as { x: number; y: number }, "click");
    }

    async function openLive(address = article): Promise<void> {
      await driver.open(site.url(address));
      await driver.run(`document.querySelector("#throughput").scrollIntoView({ block: "center" })`);
      await until(driver, `document.querySelector("#throughput.is-live .chart-plot[tabindex='0']") !== null`);
    }

    /** What the canvas of the first chart shows, as a number that is another one for another picture. */
    const picture = (): Promise<unknown> =>
      driver.run(`
        const canvas = document.querySelector("#throughput canvas");
        if (canvas === null) return null;
        const pen = new OffscreenCanvas(canvas.width, canvas.height).getContext("2d");
        pen.drawImage(canvas, 0, 0);
        const { data } = pen.getImageData(0, 0, canvas.width, canvas.height);
        let sum = 0;
        for (const value of data) sum = (sum * 31 + value) % 1000003;
        return sum;`);

    async function untilOther(before: unknown): Promise<unknown> {
      for (let tries = 0; tries < 100; tries++, await sleep(100)) {
        const now = await picture();
        if (now !== null && now !== before) return now;
      }
      throw new Error("the picture stays as it was");
    }

    test("no page of any kind has a fault", async () => {
      for (const kind of kinds) {
        await driver.open(site.url(kind));
        await until(driver, `document.readyState === "complete"`);
        assert.deepEqual(await driver.run("return problems"), [], kind);
      }
    });

    test("no page of any kind is wider than a phone or a tablet", async () => {
      for (const kind of kinds) {
        for (const width of [320, 375, 768]) {
          await driver.open(site.framed(kind, width));
          const inner = `document.querySelector("iframe").contentDocument`;
          await until(driver, `${inner}.readyState === "complete" && ${inner}.body !== null`);
          const [wide, seen] = (await driver.run(`
            const { scrollWidth, clientWidth } = ${inner}.documentElement;
            return [scrollWidth, clientWidth];`)) as [number, number];
          assert.ok(seen > width - 20 && wide <= seen, `${kind} at ${width}: ${wide} of ${seen}`);
        }
      }
    });

    test("the mouse reads figures off a chart", async () => {
      await openLive();
      const plot = (await driver.run(`
        const { left, top, width, height } = document.querySelector("#throughput .chart-plot").getBoundingClientRect();
        return { x: left + width / 2, y: top + height / 2 };`)) as { x: number; y: number };
      await driver.point(plot);
      await until(driver, `/\\d\\s*req\\/s/.test(document.querySelector("#throughput .chart-card")?.innerText)`);
    });

    test("a click hides a series, and the address remembers it", async () => {
      await openLive();
      const whole = await picture();
      await click("#throughput .chart-legend button");
      await until(driver, `/hide=/.test(location.search)`);
      const pressed = `document.querySelector("#throughput .chart-legend button").getAttribute("aria-pressed")`;
      assert.equal(await driver.run(`return ${pressed}`), "false");
      const less = await untilOther(whole);
      const address = (await driver.run("return location.pathname + location.search")) as string;
      await openLive(address);
      assert.equal(await picture(), less);
    });

    test("the menu changes the scale, and takes it back", async () => {
      await openLive();
      const whole = await picture();
      await click("#throughput .chart-menu summary");
      await until(driver, `document.querySelector("#throughput .chart-menu-row") !== null`);
      const button = (words: string): string =>
        `[...document.querySelectorAll("#throughput .chart-menu button")].find((one) => one.innerText.trim() === "${words}")`;
      await driver.run(`${button("Log scale")}.click()`);
      await until(driver, `/y=log/.test(location.search)`);
      await untilOther(whole);
      await driver.run(`${button("Reset")}.click()`);
      await until(driver, `location.search === ""`);
    });

    test("the table opens, and its columns sort", async () => {
      await openLive();
      await click("#throughput .chart-to-table");
      const table = `document.querySelector("#throughput .chart-table")`;
      await until(driver, `${table}?.querySelectorAll("tbody tr").length > 3`);
      await click("#throughput .chart-table thead button");
      await until(driver, `${table}.querySelector("[aria-sort]") !== null`);
    });

    test("the theme is changed, and the canvas with it", async () => {
      await openLive();
      const light = await picture();
      await click(".theme-switch");
      await click(".theme-switch");
      await until(driver, `document.documentElement.dataset.theme === "dark"`);
      await driver.run(`document.querySelector("#throughput").scrollIntoView({ block: "center" })`);
      await untilOther(light);
      const background = await driver.run(`return getComputedStyle(document.body).backgroundColor`);
      const [red = 255] = String(background).match(/\d+/g)!.map(Number);
      assert.ok(red < 60, String(background));
      await click(".theme-switch");
    });
  });
}
