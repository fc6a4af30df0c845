import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { shareOf } from "../../src/chart/scale.ts";
import type { ChartSpec } from "../../src/chart/spec.ts";
import { assignStyles } from "../../src/chart/styles.ts";
import { toChart } from "../../src/chart/to-chart.ts";
import { chartOf, sample, servers, tasks } from "./sample.ts";

const few = sample([
  {
    id: "node",
    label: "Node.js",
    x: [100, 200, 400],
    values: {
      reply_rate: {
        mean: [100, 199.5, 310],
        stdev: [1, 2, 400],
        n: [3, 3, 2],
        min: [98, 190, 300],
        max: [101, 204, 330],
      },
      latency: { mean: [0.0069, 0.0163, null], p99: [0.01, 0.2, 0.5] },
    },
    flags: [{ x: 400, metric: "latency", stat: "mean", flag: "too-short", note: null }],
  },
  { id: "python", label: "CPython", x: [100, 200, 400], values: { reply_rate: { mean: [100, 120, 90] } } },
]);

describe("what a description leaves open is decided from the data", () => {
  test("statistic, series, spread and reference", () => {
    const chart = chartOf(few, { metric: "reply_rate" });
    assert.equal(chart.metric.stat, "mean");
    assert.deepEqual(
      chart.series.map(({ id }) => id),
      ["node", "python"],
    );
    assert.deepEqual(chart.spread, { name: "stdev", label: "± 1 standard deviation" });
    assert.deepEqual(chart.reference, { label: "as demanded", slope: 1 });
    assert.equal(chart.mark, "line");
  });

  test("figures are in the units that people read, without dust", () => {
    const chart = chartOf(few, { metric: "latency" });
    assert.deepEqual(chart.series[0]!.y, [6.9, 16.3, null]);
    assert.equal(chart.y.title, "Response time (ms)");
    assert.equal(chart.reference, null);
  });

  test("the value axis begins at 0 and ends at a round figure above all that is drawn", () => {
    const chart = chartOf(few, { metric: "reply_rate" });
    assert.deepEqual(chart.y.domain, [0, 800]);
    assert.deepEqual(chart.x.domain, [0, 400]);
    assert.deepEqual(
      chart.y.ticks.map(({ value }) => value),
      [0, 200, 400, 600, 800],
    );
  });

  test("a spread is never below 0 where no figure is", () => {
    const [node] = chartOf(few, { metric: "reply_rate" }).series;
    assert.deepEqual(node!.low, [99, 197.5, 0]);
    assert.deepEqual(node!.high, [101, 201.5, 710]);
    assert.equal(chartOf(few, { metric: "reply_rate", spread: "none" }).series[0]!.low, null);
    assert.deepEqual(chartOf(few, { metric: "reply_rate", spread: "range" }).series[0]!.high, [101, 204, 330]);
  });

  test("a place at 0 has a lane of its own beside a log scale, unless a part is asked for", () => {
    const dataset = sample([{ id: "a", x: [0, 10, 100], values: { latency: { mean: [1, 2, 3] } } }]);
    const { x } = chartOf(dataset, { x: { scale: "log" } });
    assert.ok(x.lane !== null && x.domain[0] < x.lane && x.lane < 10);
    assert.deepEqual(x.ticks[0], { value: x.lane, label: "0" });
    assert.equal(shareOf(x, 0), shareOf(x, x.lane));
    const part = chartOf(dataset, { x: { scale: "log", domain: [10, 100] } });
    assert.deepEqual([part.x.lane, part.x.domain], [null, [10, 100]]);
    assert.equal(chartOf(dataset, {}).x.lane, null);
  });

  test("captions name load and day where the data have them, of lines as of distributions", () => {
    const values = { latency: { p50: [0.01], p90: [0.02], p99: [0.03], n: [5000], n_of: "requests" } };
    const dataset = { ...sample([{ id: "a", x: [1], values }]), load: { model: "closed" } };
    const dated = { ...dataset, environment: { measured_at: "2026-11-23T10:00:00Z" } };
    const captions = (["line", "percentiles"] as const).map(
      (mark) => chartOf(dated, { metric: "latency", mark }).caption,
    );
    for (const caption of captions) assert.match(caption, / Load model: closed\. Measured on 2026-11-23\.$/);
    const never = { ...dataset, environment: { measured_at: "some day" } };
    assert.doesNotMatch(chartOf(never, { metric: "latency" }).caption, /Measured/);
  });

  test("an author's caption is followed by what it does not say of how many, of the load and of the day", () => {
    const values = { latency: { p50: [0.01], p90: [0.02], p99: [0.03], n: [5000], n_of: "requests" } };
    const data = {
      ...sample([{ id: "a", x: [1], values }]),
      load: { model: "closed" },
      environment: { measured_at: "2026-11-23T10:00:00Z" },
    };
    const under = (caption: string, mark: ChartSpec["mark"] = "line"): string =>
      chartOf(data, { metric: "latency", mark, caption }).caption.replace(/\s/g, " ");
    const [n, rest] = ["Median of n = 5 000 requests at each point.", "Load model: closed. Measured on 2026-11-23."];
    assert.equal(under("Tails grow"), `Tails grow. ${n} ${rest}`);
    assert.equal(under("Tails grow", "percentiles"), `Tails grow. n = 5 000 requests. ${rest}`);
    assert.equal(under("The median grows!"), `The median grows! At each point n = 5 000 requests. ${rest}`);
    assert.equal(under("Of 5,000 requests each"), `Of 5,000 requests each. ${rest}`);
    assert.equal(under("n = 5000, in a closed loop"), "n = 5000, in a closed loop. Measured on 2026-11-23.");
    assert.equal(
      under("Of 50 requests, in November 2026"),
      `Of 50 requests, in November 2026. ${n} Load model: closed.`,
    );
    const all = "5 000 requests at each point of a closed-loop test on 23 November 2026";
    for (const mark of ["line", "percentiles"] as const) assert.equal(under(all, mark), all);
    assert.equal(
      under("An open loop; the pool was closed in 1999"),
      `An open loop; the pool was closed in 1999. ${n} Measured on 2026-11-23.`,
    );
  });

  test("titles and captions say what is drawn, and only what the data say", () => {
    const rate = chartOf(few, { metric: "reply_rate" });
    assert.equal(rate.title, "Throughput over demanded requests");
    assert.equal(rate.caption, "Mean of n = 2 to 3 at each point. Band: ± 1 standard deviation.");
    const partly = sample([{ id: "a", x: [1, 2], values: { reply_rate: { mean: [5, null], n: [3, 0] } } }]);
    assert.equal(chartOf(partly, { metric: "reply_rate" }).caption, "Mean of n = 3 at each point.");
    const tail = chartOf(few, { metric: "latency", stat: "p99" });
    assert.equal(tail.title, "Response time, 99th percentile, over demanded requests");
    assert.equal(tail.y.title, "Response time, 99th percentile (ms)");
    assert.equal(tail.caption, "");
    assert.equal(
      chartOf(servers(5), { metric: "latency" }).caption,
      "Mean at each point. Load model: open. Signs with a hole: some requests failed.",
    );
    assert.equal(chartOf(servers(5), { metric: "error_ratio" }).series[0]!.failed, null);
  });

  test("the author's words and domains win", () => {
    const spec: ChartSpec = {
      metric: "reply_rate",
      title: "T",
      caption: "C",
      y: { label: "L", domain: [50, 150] },
      x: { domain: [0, 300] },
    };
    const chart = chartOf(few, spec);
    assert.deepEqual(
      [chart.title, chart.caption, chart.y.title],
      ["T", "C. Mean of n = 2 to 3 at each point. Band: ± 1 standard deviation.", "L (req/s)"],
    );
    assert.deepEqual(
      [chart.y.domain, chart.x.domain],
      [
        [50, 150],
        [0, 300],
      ],
    );
  });

  test("notes of the data stand at their points", () => {
    assert.deepEqual(chartOf(few, { metric: "latency" }).notes, [{ series: "node", x: 400, text: "too short" }]);
    assert.deepEqual(chartOf(few, { metric: "latency", stat: "p99" }).notes, []);
  });

  test("log axes give 0 a lane of its own below the scale, and say so", () => {
    const data = sample([{ id: "a", x: [1, 2, 3], values: { latency: { mean: [0, 0.004, 0.9] } } }]);
    const chart = chartOf(data, { metric: "latency", y: { scale: "log" } });
    const [end, high] = chart.y.domain;
    assert.deepEqual([high, chart.y.ticks[0]?.label, chart.y.ticks[0]?.value], [1000, "0", chart.y.lane]);
    assert(end < chart.y.lane! && chart.y.lane! < 2);
    assert.equal(chartOf(data, { y: { scale: "log", domain: [1, 10] } }).y.lane, null);
    assert.equal(chart.y.title, "Response time (ms, log)");
    assert.match(chart.caption, /1 point is 0 and stands below the log scale\.$/);
  });
});

describe("bars", () => {
  test("stand where the names have room side by side on a phone, and lie where not", () => {
    assert.equal(chartOf(tasks(["lists", "maps", "sets"]), { mark: "bar" }).orientation, "upright");
    const long = tasks(["lists", "maps", "sort a million integers of 64 bits each"]);
    const lying = chartOf(long, { mark: "bar" });
    assert.equal(lying.orientation, "lying");
    assert.equal(lying.yAxisWidth, 8);
    assert.equal(lying.title, "Response time by task");
  });

  test("over numbers make names of them", () => {
    const chart = chartOf(few, { metric: "reply_rate", mark: "bar" });
    assert.deepEqual(chart.x.categories, ["100", "200", "400"]);
    assert.deepEqual(chart.series[1]!.x, [0, 1, 2]);
    assert.equal(chart.x.title, "Demanded requests (req/s)");
    assert.equal(chart.reference, null);
  });
});

describe("how series look belongs to the post", () => {
  test("a series has the same look in each of its charts", () => {
    const styles = assignStyles(["python", "node", "python"]);
    const { chart } = toChart(few, "c", { metric: "reply_rate" }, { styles });
    assert.deepEqual(
      chart!.series.map(({ style }) => style.colour),
      [2, 1],
    );
  });

  test("the first 24 looks all differ, with or without colour to see it by", () => {
    const looks = [...assignStyles(Array.from({ length: 24 }, (_, i) => `s${i}`)).values()];
    assert.equal(new Set(looks.map((look) => JSON.stringify(look))).size, 24);
    const first = looks.slice(0, 6).map(({ marker }) => marker);
    assert.equal(new Set(first).size, 6);
  });
});
