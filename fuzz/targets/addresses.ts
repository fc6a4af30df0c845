import assert from "node:assert/strict";
import * as fc from "fast-check";
import { fromQuery } from "../../src/chart/adjust/from-query.ts";
import { placeName, toQuery } from "../../src/chart/adjust/to-query.ts";
import { adjustChart } from "../../src/chart/adjust/adjust.ts";
import { isSame } from "../../src/chart/adjust/adjustment.ts";
import type { ChartSpec } from "../../src/chart/spec.ts";
import { toChart } from "../../src/chart/to-chart.ts";
import { hostileText } from "../hostile.ts";
import { samples } from "../samples.ts";
import { showChart } from "../show.ts";
import type { Target } from "../target.ts";

const [sweep, names, tails] = samples;
const context = { styles: new Map() };
const described: readonly (readonly [typeof sweep, ChartSpec])[] = [
  [sweep, { metric: "reply_rate", reference: "demanded" }],
  [sweep, { metric: "latency", y: { scale: "log" }, x: { scale: "log" } }],
  [names, { metric: "latency" }],
  [tails, { metric: "latency", mark: "percentiles" }],
];
const subjects = described.map(([dataset, spec], index) => {
  const { chart } = toChart(dataset!, `chart-${index}`, spec, context);
  return { dataset: dataset!, spec, context, decide: toChart, chart: chart! };
});

const id = fc.constantFrom(
  ...samples.flatMap(({ series }) => series.map((one) => encodeURIComponent(one.id))),
  "%",
  "%ff",
);
const number = fc.oneof(fc.double().map(String), fc.integer({ min: -2, max: 3000 }).map(String), hostileText);
const value = fc.oneof(
  fc.constantFrom("log", "linear"),
  id,
  number,
  fc.tuple(number, number).map(([low, high]) => `${low}..${high}`),
  fc.array(id, { maxLength: 5 }).map((all) => all.join(",")),
);
const key = fc
  .tuple(
    fc.constantFrom("", "", "", "chart-0.", "chart-1.", "a.b.", "%.", "__proto__."),
    fc.constantFrom("y", "xscale", "xrange", "yrange", "base", "hide", "x", "__proto__", ""),
  )
  .map((parts) => parts.join(""));
const part = fc.oneof(
  { weight: 9, arbitrary: fc.tuple(key, value).map((pair) => pair.join("=")) },
  { weight: 1, arbitrary: hostileText },
);

/** Addresses of views, as somebody may have typed or changed them: what they ask of every kind of chart is drawn. */
export const addresses: Target = {
  name: "addresses",
  inputs: fc
    .tuple(fc.nat(subjects.length - 1), fc.array(part, { maxLength: 8 }))
    .map(([index, parts]) => `${index}?${parts.join("&")}`),
  run(input) {
    const mark = input.indexOf("?");
    const query = input.slice(mark);
    const subject = subjects[Number(input.slice(0, mark))]!;
    const { chart, spec, dataset } = subject;
    fromQuery(query, null, chart);
    fromQuery(query, "another", chart);
    const { adjustment, hidden, x, refused } = fromQuery(query, chart.id, chart);
    const adjustments = new Map([[chart.id, adjustment]]);
    const again = fromQuery(`?${toQuery({ hidden, adjustments }, chart.id, placeName(chart.x, x))}`, chart.id, chart);
    assert.ok(isSame(again.adjustment, adjustment) && again.x === x && again.refused.length === 0);
    assert.deepEqual([...again.hidden], [...hidden]);
    showChart(adjustChart(subject, adjustment, hidden), spec, dataset);
    return refused.length > 0 ? "rejected" : "accepted";
  },
};
