import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { adjustChart } from "../../../src/chart/adjust/adjust.ts";
import { UNCHANGED } from "../../../src/chart/adjust/adjustment.ts";
import { fileName, seenPart } from "../../../src/chart/adjust/seen.ts";
import { toTable } from "../../../src/chart/table.ts";
import { chartOf, sample, servers, tasks } from "../sample.ts";
import { subjectOf } from "./subject.ts";

const none = new Set<string>();

describe("what of a chart is seen", () => {
  test("is all of it, while nothing is changed", () => {
    for (const chart of [chartOf(servers(20), { metric: "reply_rate" }), chartOf(tasks(["lists", "maps"]), {})])
      assert.deepEqual(seenPart(chart, none), chart);
  });

  test("are the series that are on, in the part that is looked at, as they are shown", () => {
    const subject = subjectOf(servers(20), { metric: "reply_rate" });
    const [first] = subject.chart.series;
    const xRange = [first!.x[4]!, first!.x[8]!] as const;
    const hidden = new Set(["server-2", "server-3"]);
    const adjusted = adjustChart(subject, { ...UNCHANGED, xRange, base: "server-1" }, hidden);
    const { columns, rows } = toTable(seenPart(adjusted, hidden));
    assert.deepEqual([...new Set(columns.map(({ series }) => series))], [null, "server-1", "server-4"]);
    assert.deepEqual(
      rows.map(([x]) => x),
      first!.x.slice(4, 9),
    );
    assert.deepEqual(
      rows.map(([, base]) => base),
      [1, 1, 1, 1, 1],
    );
    assert.equal(columns[1]!.unit, "×");
  });

  test("has no remark about what is not seen", () => {
    const data = sample([
      {
        id: "a",
        x: [1, 2, 3],
        values: { latency: { mean: [0.001, 0.002, null] } },
        flags: [{ x: 3, metric: "latency", flag: "too-short" }],
      },
      { id: "b", x: [1, 2, 3], values: { latency: { mean: [0.002, 0.001, 0.003] } } },
    ]);
    const chart = chartOf(data, { annotations: [{ x: 1, label: "here" }] });
    assert.deepEqual([chart.notes.length, chart.annotations.length], [1, 1]);
    assert.deepEqual(seenPart(chart, new Set(["a"])).notes, []);
    const part = chartOf(data, { annotations: [{ x: 1, label: "here" }], x: { domain: [2, 3] } });
    assert.deepEqual(seenPart(part, none).annotations, []);
    assert.equal(seenPart(part, none).notes.length, 1);
  });

  test("gives a file its name", () => {
    const { chart } = subjectOf(servers(20), { metric: "reply_rate" });
    assert.equal(fileName(chart, "", "csv"), "sample-chart-1.csv");
    assert.equal(fileName(chart, "y=log&hide=a%20b,c&x=800", "svg"), "sample-chart-1-y-log-hide-a-20b-c-x-800.svg");
    const long = fileName({ ...chart, id: "../ü/".repeat(100) }, "y=log", "png");
    assert.match(long, /^sample-\.*[^/\\]{1,80}\.png$/);
    assert.ok(new TextEncoder().encode(long).length <= 255);
  });
});
