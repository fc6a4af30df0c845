import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { saturations } from "../../src/benchmark/insights/saturation.ts";
import { withBrackets } from "../../src/chart/brackets.ts";
import { chartOf, servers } from "./sample.ts";

const dataset = servers(20);

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
