import assert from "node:assert/strict";
import { join } from "node:path";
import { before, describe, test } from "node:test";
import { build } from "esbuild";
import pixelmatch from "pixelmatch";
import { PNG } from "pngjs";
import type { Chart } from "../../src/chart/chart.ts";
import { drawFluid } from "../../src/drawing/fluid.ts";
import { cases } from "../drawing/cases.ts";
import { browser } from "./browser.ts";

/** Between them every layer, every mark, and both axes' every kind. */
const names = [
  "line-annotated",
  "line-errors-low",
  "bar-lying",
  "line-response-time-log",
  "line-domain",
  "line-places-from-zero-log",
  "dot-over-categories",
  "box-with-runs",
  "histogram-log",
  "bar-upright-with-runs",
  "ecdf-of-runs",
] as const;

const charts = names.map((name) => dashed(cases[name]!()));

/** Long dashed lines drift apart where two renderings differ in their length. */
function dashed(chart: Chart): Chart {
  const series = chart.series.map((one, i) => ({ ...one, style: { ...one.style, dash: i % 2 === 0 ? [] : [7, 3] } }));
  return { ...chart, series };
}

/** Largest share of pixels in which a reader could see that the canvas has taken over. */
const VISIBLE = 0.0001;

let page = "";

before(async () => {
  const root = join(import.meta.dirname, "../..");
  const shared = { bundle: true, write: false, absWorkingDir: root, logLevel: "error" } as const;
  const style = `@import "./src/drawing/plot.css"; @font-face { font-family: Inter; src: url("./assets/fonts/inter-400.woff2"); }
    body { margin: 16px; background: var(--chart-background); } div { margin-bottom: 24px; container-type: inline-size; } canvas { display: block; }
    .drawn svg.plot { display: none; }`;
  const script = `import { createPicture } from "./src/client/engine.ts"; import { readTheme } from "./src/client/colours.ts";
    globalThis.takeOver = async (charts) => {
      const places = [...document.querySelectorAll("div")];
      const theme = readTheme(document.body);
      for (const [i, chart] of charts.entries()) {
        const width = places[i].clientWidth;
        const view = { hidden: new Set() };
        const picture = await createPicture({ chart, theme, view, width, ratio: devicePixelRatio, rest() {} });
        Object.assign(picture.canvas.style, { width: width + "px", height: chart.height + "px" });
        places[i].append(picture.canvas);
        places[i].className = "drawn";
      }
    };`;
  const [css, js] = await Promise.all([
    build({ ...shared, stdin: { contents: style, loader: "css", resolveDir: root }, loader: { ".woff2": "dataurl" } }),
    build({ ...shared, stdin: { contents: script, loader: "ts", resolveDir: root }, format: "iife" }),
  ]);
  const pictures = charts.map((chart) => `<div>${drawFluid(chart)}</div>`).join("");
  page = `<!doctype html><meta charset="utf-8"><style>${css.outputFiles[0]!.text}</style>${pictures}<script>${js.outputFiles[0]!.text}</script>`;
});

/** The page with the static pictures, and with the canvases that took over. */
async function photograph(width: number, ratio: number, colorScheme: "light" | "dark"): Promise<[PNG, PNG]> {
  // large ones take long, and differ where small ones do: two charts must do
  const shown = width * ratio > 1500 ? charts.slice(0, 2) : charts;
  const viewport = { width, height: shown.reduce((sum, chart) => sum + chart.height + 24, 16) };
  const context = await (await browser()).newContext({ viewport, deviceScaleFactor: ratio, colorScheme });
  try {
    const tab = await context.newPage();
    await tab.setContent(page);
    await tab.evaluate("document.fonts.load('12px Inter').then(() => document.fonts.ready)");
    const camera = await context.newCDPSession(tab);
    await camera.send("Emulation.setDeviceMetricsOverride", { ...viewport, deviceScaleFactor: ratio, mobile: false });
    const shoot = async (): Promise<PNG> => {
      // To pack and unpack pictures is most of what this test does: Playwright's own are smaller, and take twice the time.
      const shot = (): Promise<{ data: string }> => camera.send("Page.captureScreenshot", { optimizeForSpeed: true });
      // of a page that it has not drawn yet a busy browser has none
      const { data } = await shot().catch(() => tab.waitForTimeout(500).then(shot));
      return PNG.sync.read(Buffer.from(data, "base64"));
    };
    const before = await shoot();
    await tab.evaluate(`takeOver(${JSON.stringify(shown)})`);
    return [before, await shoot()];
  } finally {
    await context.close();
  }
}

describe("when the canvas takes over nobody sees it", () => {
  for (const width of [320, 375, 768, 1280]) {
    for (const ratio of [1, 2, 3]) {
      test(`${width} px wide, ${ratio} device pixels each`, async (t) => {
        const [before, after] = await photograph(width, ratio, width === 768 ? "dark" : "light");
        assert.deepEqual([before.width, after.width], [width * ratio, width * ratio]);
        const look = { threshold: 0.3, includeAA: true };
        const differ = pixelmatch(before.data, after.data, undefined, before.width, before.height, look);
        const visible = differ / (before.width * before.height);
        t.diagnostic(`visible ${(100 * visible).toFixed(4)} %`);
        assert.ok(visible <= VISIBLE, `${(100 * visible).toFixed(4)} % of the pixels differ`);
      });
    }
  }
});
