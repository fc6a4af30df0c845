import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { cases } from "../../drawing/cases.ts";
import { leanChart, leanChartPlugin } from "../../../src/site/bundle/lean-chart.ts";

const root = join(import.meta.dirname, "..", "..", "..");
const require = createRequire(import.meta.url);

test("a scale that nobody registers stays out of what browsers load", async () => {
  const { outputFiles } = await build({
    stdin: {
      contents: 'import { Chart, LinearScale } from "chart.js"; Chart.register(LinearScale); export { Chart };',
      resolveDir: import.meta.dirname,
    },
    bundle: true,
    format: "esm",
    write: false,
    plugins: [leanChartPlugin],
  });
  const ids = [...outputFiles[0]!.text.matchAll(/static id = "(\w+)"/g)].map(([, id]) => id);
  assert.deepEqual(ids, ["linear"]);
});

test("what is left draws every kind of chart as the whole Chart.js does", async (t) => {
  const folder = mkdtempSync(join(tmpdir(), "benchpost-lean-"));
  t.after(() => rmSync(folder, { recursive: true }));
  await build({
    entryPoints: [join(root, "src", "drawing", "standalone.ts")],
    bundle: true,
    format: "esm",
    platform: "node",
    outfile: join(folder, "standalone.mjs"),
    plugins: [leanChartPlugin],
  });
  const program = pathToFileURL(join(folder, "standalone.mjs")).href;
  const { drawStandalone } = (await import(program)) as typeof import("../../../src/drawing/standalone.ts");
  for (const [name, chart] of Object.entries(cases)) {
    const svg = drawStandalone(chart(), { source: "https://example.org/2026/11/23/article.html" });
    assert.equal(svg, readFileSync(join(root, "test", "drawing", "golden", `${name}.svg`), "utf8"), name);
  }
});

test("a Chart.js that has changed is not made leaner by guessing", () => {
  const source = readFileSync(join(require.resolve("chart.js"), "..", "chart.js"), "utf8");
  assert.notEqual(leanChart(source), source);
  for (const [was, is, says] of [
    ["config.platform ||", "config.stage ||", /config\.platform/],
    ["drawGrid(chartArea) {", "drawLines(chartArea) {", /Scale\..*\bdrawGrid\b/],
    ["if (display) {", "if (isShown) {", /Scale\.fit: if \(display\)/],
  ] as const) {
    assert.throws(() => leanChart(source.replaceAll(was, is)), says);
  }
});
