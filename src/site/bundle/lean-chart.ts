import { readFile } from "node:fs/promises";
import type { Plugin } from "esbuild";

/**
 * What Chart.js can do and charts here never ask for: each statement draws in code that readers would load for nothing. With the
 * options of src/chart/config.ts and src/client/engine.ts none of these lines runs, or what it makes is dropped.
 */
const unused: readonly (readonly [statement: string, instead: string, why: string])[] = [
  ["config.platform || _detectPlatform(initialCanvas)", "config.platform", "the platform is always named"],
  ["const method = Interaction.modes[mode];", "const method = undefined;", "pointer and keys are read by our own code"],
  ["drawPoint(ctx, options, this.x, this.y);", "", "points have no radius; markers are drawn by a layer"],
  [
    "const usePath2D = typeof Path2D === 'function';",
    "const usePath2D = false;",
    "a picture is drawn once, and what a browser keeps in a path of its own no recorder can read",
  ],
  ["effects[cfg.easing] || effects.linear", "null", "nothing is animated"],
  [
    "const ticks = generateTicks$1(numericGeneratorOptions, dataRange);",
    "const ticks = [];",
    "ticks are decided before",
  ],
  ["const ticks = generateTicks(generationOptions, this);", "const ticks = [];", "ticks are decided before"],
  ["_updateBezierControlPoints(this._points, options, chartArea, loop, indexAxis);", "", "lines are straight"],
];

/**
 * Chart.js' source without what is unused, and with classes that a bundler may leave out: as they are written, their static
 * fields keep even those that nobody names, such as scales of time and radar charts. Throws where Chart.js has changed.
 */
export function leanChart(source: string): string {
  const lean = unused.reduce((text, [statement, instead, why]) => {
    if (text.split(statement).length !== 2) {
      throw new Error(`Chart.js has changed: "${statement}" (${why}) does not stand in it once; see lean-chart.ts`);
    }
    return text.replace(statement, () => instead);
  }, source);
  return lean.replace(/^class (\w+)[^]*?\n}$/gm, "const $1 = /* @__PURE__ */ (() => $&)();");
}

/** Lets browsers load the lean Chart.js. The build draws with the whole one; tests hold both pictures together. */
export const leanChartPlugin: Plugin = {
  name: "lean-chart",
  setup(bundler) {
    bundler.onLoad({ filter: /[\\/]chart\.js[\\/]dist[\\/]chart\.js$/ }, async ({ path }) => ({
      contents: leanChart(await readFile(path, "utf8")),
      loader: "js",
    }));
  },
};
