import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { test } from "node:test";
import { build } from "esbuild";
import { leanChart, leanChartPlugin } from "../../../src/site/bundle/lean-chart.ts";

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

test("a Chart.js that has changed is not made leaner by guessing", () => {
  const source = readFileSync(join(require.resolve("chart.js"), "..", "chart.js"), "utf8");
  assert.notEqual(leanChart(source), source);
  assert.throws(() => leanChart(source.replaceAll("Interaction.modes", "Interaction.ways")), /Interaction\.modes/);
});
