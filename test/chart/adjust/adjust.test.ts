import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { adjustChart, type Subject } from "../../../src/chart/adjust/adjust.ts";
import { type Adjustment, UNCHANGED } from "../../../src/chart/adjust/adjustment.ts";
import { count, repeated, sample, servers, tasks } from "../sample.ts";
import { subjectOf } from "./subject.ts";

const none = new Set<string>();
const adjust = (subject: Subject, change: Partial<Adjustment>, hidden = none) =>
  adjustChart(subject, { ...UNCHANGED, ...change }, hidden);

const sweep = subjectOf(servers(20), { metric: "reply_rate" });

describe("a chart as a reader adjusts it", () => {
  test("is the very chart that was described, until something is changed", () => {
    assert.equal(adjust(sweep, {}), sweep.chart);
  });

  test("gets other scales, and says so", () => {
    const { x, y } = adjust(sweep, { xScale: "log", yScale: "log" });
    assert.deepEqual([x.kind, y.kind], ["log", "log"]);
    assert.match(y.title, /\(req\/s, log\)$/);
    const back = adjust(subjectOf(servers(20), { metric: "latency", y: { scale: "log" } }), { yScale: "linear" });
    assert.equal(back.y.kind, "linear");
  });

  test("leaves a part that begins at 0 out where the scale is logarithmic", () => {
    const log = subjectOf(servers(20), { metric: "latency", x: { scale: "log" }, y: { scale: "log" } });
    const { x, y } = adjust(log, { xRange: [0, 9], yRange: [-1, 1] });
    assert.deepEqual([x.domain, y.domain], [log.chart.x.domain, log.chart.y.domain]);
  });

  test("shows a part of the x-axis, and the values that lie there fill the picture", () => {
    const { x, y } = adjust(sweep, { xRange: [100, 300] });
    assert.deepEqual(x.domain, [100, 300]);
    assert.ok(y.domain[1] <= 400, `${y.domain[1]}`);
    assert.deepEqual(adjust(sweep, { xRange: [100, 300], yRange: [50, 90] }).y.domain, [50, 90]);
  });

  test("fills the picture with what is not switched off, and the plot gets no wider", () => {
    const hidden = new Set(["server-2", "server-3", "server-4"]);
    const chart = adjust(sweep, {}, hidden);
    assert.ok(chart.y.domain[1] < sweep.chart.y.domain[1]);
    assert.ok(chart.yAxisWidth >= sweep.chart.yAxisWidth);
    assert.equal(chart.series.length, 4);
    assert.deepEqual(adjust(sweep, {}, new Set(sweep.chart.series.map(({ id }) => id))), sweep.chart);
  });

  test("begins where it began when names stand above lying marks", () => {
    const bars = subjectOf(repeated(["lists", "maps"]), {});
    const chart = adjust(bars, { runs: true });
    assert.equal(chart.runs, "drawn");
    assert.deepEqual([chart.yAxisWidth, chart.rightMargin], [bars.chart.yAxisWidth, bars.chart.rightMargin]);
  });

  test("has the place and height that were kept for it", () => {
    const bars = subjectOf(tasks(["a task with a name that is much too long to stand under a bar", "b"]), {});
    assert.equal(adjust(bars, { base: "runtime-1" }).height, bars.chart.height);
  });
});

describe("what stands under an adjusted chart", () => {
  test("are the author's words, and how many points a log scale has no place for", () => {
    const latency = { mean: [0.001, 0, 0.003, 0.004] };
    const data = sample([{ id: "a", x: [1, 2, 3, 4], values: { latency } }]);
    const subject = subjectOf(data, { title: "Fast", caption: "Measured twice." });
    const { title, caption } = adjust(subject, { yScale: "log" });
    assert.deepEqual([title, caption], ["Fast", "Measured twice. 1 point is 0 and stands below the log scale."]);
    assert.equal(adjust({ ...subject, chart: adjust(subject, { yScale: "log" }) }, {}).caption, caption);
    assert.equal(adjust(subject, { yScale: "log", xRange: [3, 4] }).caption, "Measured twice.");
  });

  const x = count(5000).map((i) => i + 1);
  const many = subjectOf(
    sample(["a", "b"].map((id) => ({ id, x, values: { latency: { value: x.map((i) => 1 + (i % 7)) } } }))),
    { caption: "Synthetic." },
  );

  test("is which points of a part are drawn", () => {
    assert.match(many.chart.caption, /^Synthetic\. 5\D?000 points in a series: in each of 800 columns/);
    assert.match(adjust(many, { xRange: [1, 4000] }).caption, /^Synthetic\. A part of 10\D?000 points: in each of 800/);
    const close = adjust(many, { xRange: [1000, 1500] });
    assert.match(close.caption, /^Synthetic\. A part of 10\D?000 points: all that lie in it are drawn\.$/);
    assert.equal(close.series[0]!.x.filter((at) => at >= 1000 && at <= 1500).length, 501);
    const coarse = adjust({ ...many, isCoarse: true }, { xRange: [1000, 1500] });
    assert.match(coarse.caption, /in each of 800 columns of it/);
  });

  test("is no word of multiples where points are left out: they have none", () => {
    assert.deepEqual(adjust(many, { base: "a" }), { ...many.chart, notes: adjust(many, { base: "a" }).notes });
  });
});

describe("multiples of a base", () => {
  const small = subjectOf(
    sample([
      { id: "a", label: "A", x: [1, 2, 3, 4], values: { latency: { mean: [0.001, 0.002, 0, 0.004] } } },
      { id: "b", label: "B", x: [1, 2, 3, 5], values: { latency: { mean: [0.002, 0.001, 0.003, 0.008] } } },
    ]),
    {},
  );

  test("stand only where both were measured, and above 0", () => {
    const { series } = adjust(small, { base: "a" });
    assert.deepEqual(
      series.map(({ y }) => y),
      [
        [1, 1, null, 1],
        [2, 0.5, null, null],
      ],
    );
  });

  test("have an axis that is symmetric around 1, with pairs of ticks", () => {
    const { y } = adjust(small, { base: "a" });
    assert.equal(y.kind, "log");
    assert.ok(Math.abs(y.domain[0] * y.domain[1] - 1) < 1e-12);
    assert.deepEqual(
      y.ticks.map(({ label }) => label),
      ["½", "1/1.5", "1", "1.5", "2"].filter((one) => y.ticks.some((tick) => tick.label === one)),
    );
    for (const { value } of y.ticks)
      assert.ok(
        y.ticks.some((tick) => Math.abs(tick.value * value - 1) < 1e-9),
        `${value}`,
      );
    assert.match(y.title, /multiple of A \(×, log\)$/);
  });

  test("have an interval where the repetitions are known", () => {
    const { series, spread } = adjust(sweep, { base: "server-1" });
    assert.equal(spread?.name, "ci");
    const [base, second] = series;
    assert.deepEqual(
      base!.y,
      base!.y.map(() => 1),
    );
    assert.equal(base!.low, null);
    assert.ok(second!.y.every((value, i) => second!.low![i]! <= value! && value! <= second!.high![i]!));
  });

  test("are dots where bars would have to begin at 0", () => {
    assert.equal(adjust(subjectOf(tasks(["lists", "maps"]), {}), { base: "runtime-1" }).mark, "dot");
  });

  test("of a series that is not there change nothing", () => {
    assert.deepEqual(adjust(small, { base: "nobody" }).y, small.chart.y);
  });
});
