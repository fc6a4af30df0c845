import * as fc from "fast-check";
import type { Dataset } from "../../src/benchmark/dataset.ts";
import { parseJson } from "../../src/source/json.ts";
import { parseChartSpec } from "../../src/chart/spec-parse.ts";
import { assertUseful } from "../attempt.ts";
import { hostileText, hostileValue } from "../hostile.ts";
import { samples } from "../samples.ts";
import { showDescribed } from "../show.ts";
import type { Target } from "../target.ts";

/** Mostly what fits, so that descriptions come far; sometimes anything. */
function mostly(fitting: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return fc.oneof({ weight: 19, arbitrary: fitting }, { weight: 1, arbitrary: hostileValue });
}

const number = fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.integer({ min: -3, max: 3000 }));
const place = fc.oneof(number, fc.constantFrom("lists", "maps", "100", "2026-01-01"), hostileText);
const axis = fc.record(
  {
    scale: mostly(fc.constantFrom("linear", "log")),
    domain: mostly(fc.tuple(number, number).map(([a, b]) => [Math.min(a, b), Math.max(a, b)])),
    label: mostly(hostileText),
  },
  { requiredKeys: [] },
);
const placeAxis = fc
  .tuple(
    axis,
    fc.record(
      { order: mostly(fc.constantFrom("value", "data")), origin: mostly(fc.constant("start")) },
      { requiredKeys: [] },
    ),
  )
  .map(([shared, own]) => ({ ...shared, ...own }));
const marks = "line bar dot strip box percentiles histogram ecdf".split(" ");
const stats = "mean stdev p50 p99 value n max ci_low histograms __proto__".split(" ");

/** A description for one dataset, mostly of its own metrics and series. */
const descriptionFor = ({ metrics, series }: Dataset): fc.Arbitrary<unknown> =>
  fc.record(
    {
      metric: mostly(fc.constantFrom(...metrics.keys())),
      stat: mostly(fc.constantFrom(...stats)),
      series: mostly(
        fc.subarray(
          series.map(({ id }) => id),
          { minLength: 1 },
        ),
      ),
      mark: mostly(fc.constantFrom(...marks)),
      at: mostly(fc.oneof(place, fc.array(place, { maxLength: 3 }))),
      x: mostly(placeAxis),
      y: mostly(axis),
      title: mostly(hostileText),
      caption: mostly(hostileText),
      spread: mostly(fc.constantFrom("stdev", "ci", "range", "quartiles", "none")),
      runs: mostly(fc.boolean()),
      orientation: mostly(fc.constantFrom("upright", "lying")),
      reference: mostly(fc.constantFrom("demanded", "none")),
      annotations: mostly(fc.array(fc.record({ x: place, label: hostileText }), { maxLength: 3 })),
    },
    { requiredKeys: ["metric"], noNullPrototype: true },
  );

/** Descriptions of charts: read, decided from data of several kinds, and drawn. */
export const charts: Target = {
  name: "charts",
  inputs: fc
    .nat(samples.length - 1)
    .chain((index) => fc.tuple(fc.constant(index), descriptionFor(samples[index]!)))
    .map((pair) => JSON.stringify(pair)),
  run(text) {
    const located = parseJson({ file: "data/x.json", text });
    const [index] = located.value as [number];
    const { spec, diagnostics } = parseChartSpec(located, [1]);
    if (diagnostics.length > 0) assertUseful(diagnostics, text);
    return showDescribed(samples[index]!, "chart-1", spec);
  },
};
