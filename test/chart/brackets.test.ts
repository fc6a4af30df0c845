import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { saturations } from "../../src/benchmark/insights/saturation.ts";
import { withBrackets } from "../../src/chart/brackets.ts";
import { chartOf, sample, type SampleSeries } from "./sample.ts";

const upTo = (id: string, strength: number): SampleSeries => {
  const x = [100, 200, 300, 400, 500];
  const mean = x.map((rate) => Math.min(rate, strength));
  const n = x.map(() => 3);
  const reply_rate = { mean, stdev: x.map(() => 0.5), n, n_of: "runs" };
  return { id, x, values: { reply_rate, latency: { mean: x.map(() => 0.001) } } };
};
const dataset = sample([upTo("server-1", 210), upTo("server-2", 350)]);

describe("saturation brackets", () => {
  test("are those of the insight, in shown units", () => {
    const { brackets, caption } = withBrackets(chartOf(dataset, { metric: "reply_rate" }), dataset);
    const expected = saturations(dataset).flatMap(({ series: [series], data: { above, upTo } }) =>
      above === null || upTo === null ? [] : [{ series, from: above, to: upTo }],
    );
    assert.ok(expected.length > 0);
    assert.deepEqual(brackets, expected);
    assert.match(caption, /Shaded: where a server saturates\.$/);
  });

  test("stand only where throughput stands over what was demanded, and for series that are drawn", () => {
    const latency = chartOf(dataset, { metric: "latency" });
    assert.equal(withBrackets(latency, dataset), latency);
    const one = withBrackets(chartOf(dataset, { metric: "reply_rate", series: ["server-1"] }), dataset);
    assert.deepEqual(
      one.brackets.map(({ series }) => series),
      ["server-1"],
    );
  });
});
