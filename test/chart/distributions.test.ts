import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import fc from "fast-check";
import type { Dataset } from "../../src/benchmark/dataset.ts";
import { parseDataset } from "../../src/benchmark/parse.ts";
import { adjustChart } from "../../src/chart/adjust/adjust.ts";
import { UNCHANGED } from "../../src/chart/adjust/adjustment.ts";
import { binsOf, sharesIn } from "../../src/chart/distribution/bins.ts";
import { quantileOf, type Sample } from "../../src/chart/distribution/sample.ts";
import { toTable } from "../../src/chart/table.ts";
import { toChart } from "../../src/chart/to-chart.ts";
import { describe as inWords } from "../../src/chart/words.ts";
import { chartOf, count, repeated, sample, tails } from "./sample.ts";

/** Figures that a tool wrote, as they were imported. */
function imported(name: string): Dataset {
  const file = join(import.meta.dirname, `../site/marks/data/${name}.json`);
  return parseDataset({ file, text: readFileSync(file, "utf8") }, name).dataset;
}

const runsOf = (runs: readonly number[]): Dataset =>
  sample([{ id: "a", x: ["sort"], values: { latency: { mean: [1], n_of: "runs", runs: [runs] } } }], {
    names: ["sort"],
  });

const one = (values: readonly number[], bucketed = false): Sample => {
  const sorted = values.toSorted((a, b) => a - b);
  return { values: sorted, counts: sorted.map(() => 1), total: sorted.length, noun: null, bucketed };
};

const some = fc.array(fc.integer({ min: 1, max: 5000 }), { minLength: 2, maxLength: 200 });

describe("a cumulative distribution", () => {
  test("goes from 0 to 100 % between the ends of its axis, by one over the number at each run", () => {
    const chart = chartOf(runsOf([0.012, 0.011, 0.014, 0.012]), { mark: "ecdf" });
    const [low, high] = chart.x.domain;
    assert.ok(low < 11 && high > 14);
    assert.deepEqual(chart.series[0]!.x, [low, 11, 12, 14, high]);
    assert.deepEqual(chart.series[0]!.y, [0, 25, 75, 100, 100]);
    assert.match(chart.caption, /^Over each figure the share of runs that does not exceed it\. n = 4 runs\.$/);
  });

  test("is a line a category of what a tool timed, and agrees with its runs", () => {
    const dataset = imported("two-commands");
    const chart = chartOf(dataset, { metric: "time_per_op", mark: "ecdf" });
    assert.deepEqual(
      chart.series.map(({ label }) => label),
      ["node -e 0", "python3 -c pass"],
    );
    const runs = dataset.series[0]!.values.get("time_per_op")!.runs!;
    for (const [i, { x, y }] of chart.series.entries()) {
      for (const [k, share] of y.entries()) {
        const within = runs[i]!.filter((run) => run! * 1000 <= x[k]! + 1e-9).length;
        assert.equal(share, within * 10);
      }
    }
  });

  test("of one figure, and from 0 on, is a step as well", () => {
    const of = (...runs: number[]) => chartOf(runsOf(runs), { mark: "ecdf" });
    assert.deepEqual(
      [of(0.004).x.domain, of(0.004).series[0]!.y],
      [
        [0, 8],
        [0, 100, 100],
      ],
    );
    assert.deepEqual(of(0).series[0]!.y, [0, 100, 100]);
    assert.deepEqual(of(0, 0.001).series[0]!.x.slice(0, 2), [0, 1]);
    for (const scale of ["linear", "log"] as const) {
      chartOf(runsOf([0, 0.001]), { mark: "ecdf", x: { scale } });
      assert.ok(chartOf(runsOf([0.004]), { mark: "ecdf", x: { scale } }).series[0]!.y.includes(100));
    }
  });

  test("of a histogram has the shares of its buckets", () => {
    const chart = chartOf(tails(), { mark: "ecdf", series: ["wide"], at: 100 });
    const [{ x, y }] = chart.series as [(typeof chart.series)[0]];
    assert.ok(y.every((share, i) => i === 0 || share! >= y[i - 1]!));
    assert.deepEqual([y[0], y.at(-1)], [0, 100]);
    assert.ok(x.every((value, i) => i === 0 || value > x[i - 1]!));
  });
});

describe("a histogram", () => {
  test("has bins by the rule of Freedman and Diaconis, rounded, and says so", () => {
    // Of 0 … 999 the quartiles are 249 and 749, and 2 · 500 / ∛1000 is 100.
    const { width, rule, edges } = binsOf([one(count(1000))], [count(1000)], (figure) => figure);
    assert.deepEqual([width, rule, edges.length], [100, "Freedman and Diaconis", 12]);
    const chart = chartOf(runsOf(count(1000).map((i) => (i + 1) / 1000)), { mark: "histogram" });
    assert.match(
      chart.caption,
      /Bins of 100\u202Fms \(rule of Freedman and Diaconis, rounded\)\. n = 1\u202F000 runs\./,
    );
    assert.deepEqual(
      chart.series[0]!.x,
      count(11).map((i) => i * 100),
    );
    assert.deepEqual(chart.series[0]!.y, [...count(10).map(() => 10), 0]);
  });

  test("has bins where half of the runs are the same", () => {
    const values = [5, 5, 5, 5, 5, 5, 9];
    assert.equal(binsOf([one(values)], [values], (figure) => figure).rule, "Sturges");
    for (const runs of [[3], [3, 3], [0, 0]]) chartOf(runsOf(runs), { mark: "histogram" });
  });

  test("loses nothing: the shares make 100 %", () => {
    fc.assert(
      fc.property(some, fc.boolean(), fc.boolean(), (values, bucketed, log) => {
        const distinct = bucketed ? [...new Set(values)] : values;
        const whole = one(distinct, bucketed);
        const to = log ? Math.log10 : (figure: number): number => figure;
        const bins = binsOf([whole], [whole.values], to);
        const shares = sharesIn(whole, whole.values.map(to), bins);
        assert.ok(Math.abs(shares.reduce((sum, share) => sum + share, 0) - 100) < 1e-6);
        assert.ok(shares.every((share) => share >= 0));
        assert.ok(shares.length <= 260 && bins.edges.length === shares.length + 1);
      }),
      // the lower figure lies on an edge, and rounding alone put its end into the next bin
      { examples: [[[600, 690], false, false]] },
    );
  });

  test("of a tool's buckets has no comb in it", () => {
    const { series } = chartOf(tails(), { mark: "histogram", x: { scale: "log" }, series: ["wide"], at: 100 });
    const y = series[0]!.y.map(Number);
    const peak = y.indexOf(Math.max(...y));
    assert.ok(y.slice(2, peak).every((share, i) => share >= y[i + 1]!));
  });

  test("of a tool's file is drawn, told and listed", () => {
    const chart = chartOf(imported("one-hgrm"), { mark: "histogram", x: { scale: "log" } });
    assert.equal(inWords(chart).name.split(" of ")[0], "Histogram");
    assert.match(chart.title, /^Distribution of response time: us$/);
    assert.equal(toTable(chart).columns[1]!.unit, "%");
    const { problems } = toChart(
      imported("one-hgrm"),
      "c",
      { mark: "ecdf", y: { scale: "log" } },
      { styles: new Map() },
    );
    assert.deepEqual(
      problems.map(({ code }) => code),
      ["log-bars"],
    );
  });

  test("is refused where there is nothing to count", () => {
    const plain = sample([{ id: "a", x: [1], values: { latency: { mean: [1] } } }]);
    const { chart, problems } = toChart(plain, "c", { mark: "histogram" }, { styles: new Map() });
    assert.deepEqual([chart, problems[0]!.code], [null, "no-sample"]);
  });
});

test("a part of a distribution between two of its steps keeps the axis of shares", () => {
  const dataset = imported("two-commands");
  const spec = { metric: "time_per_op", mark: "ecdf" } as const;
  const chart = chartOf(dataset, spec);
  const subject = { dataset, spec, context: { styles: new Map() }, decide: toChart, chart };
  const part = adjustChart(subject, { ...UNCHANGED, xRange: [190, 195] }, new Set());
  assert.deepEqual(
    [part.x.domain, part.y.domain],
    [
      [190, 195],
      [0, 100],
    ],
  );
  assert.deepEqual(part.series[0]!.x, chart.series[0]!.x);
});

describe("a box", () => {
  test("goes from quartile to quartile, its whiskers to the furthest run within 1.5 times its length", () => {
    // R: quantile(c(1:9, 30)) gives 3.25, 5.5, 7.75; boxplot.stats ends at 9 and leaves 30 out.
    const chart = chartOf(runsOf([...count(9).map((i) => i + 1), 30].map((value) => value / 1000)), { mark: "box" });
    const [{ y, low, high, outer, runs }] = chart.series as [(typeof chart.series)[0]];
    assert.deepEqual([y[0], low![0], high![0]], [5.5, 3.25, 7.75]);
    assert.deepEqual([outer!.low[0], outer!.high[0]], [1, 9]);
    assert.ok(chart.y.domain[1] >= 30 && runs![0]!.includes(30));
    assert.match(chart.caption, /Boxes: lower to upper quartile over runs\. Whiskers: furthest run within 1\.5/);
  });

  test("of histograms has whiskers from the 5th to the 95th percentile", () => {
    const chart = chartOf(tails(), { mark: "box" });
    assert.match(chart.caption, /Whiskers: 5th to 95th percentile\./);
    assert.deepEqual(chart.x.categories, ["100", "200"]);
    const values = count(100).map((i) => i + 1);
    assert.deepEqual(
      [0.05, 0.5, 0.95].map((share) => quantileOf(one(values), share)),
      [5, 50, 95],
    );
  });

  test("is in the table with all of its figures", () => {
    const { columns, rows } = toTable(chartOf(repeated(["lists", "maps"]), { mark: "box" }));
    assert.deepEqual(
      columns.slice(1, 6).map(({ part }) => part),
      ["median", "lower quartile", "upper quartile", "lower whisker", "upper whisker"],
    );
    for (const row of rows) {
      const [median, q1, q3, low, high] = row.slice(1, 6).map(Number) as [number, number, number, number, number];
      assert.ok(low <= q1 && q1 <= median && median <= q3 && q3 <= high);
    }
  });

  test("becomes a dot where only statistics were kept", () => {
    const plain = sample([{ id: "a", x: ["x"], values: { latency: { mean: [1], stdev: [0.1] } } }], { names: ["x"] });
    const { chart, problems } = toChart(plain, "c", { mark: "box" }, { styles: new Map() });
    assert.deepEqual([chart!.form, chart!.spread!.name, problems[0]!.code], ["dot", "stdev", "no-runs"]);
  });
});

test("distributions are told by their quantiles and their peak", () => {
  const said = (mark: "ecdf" | "histogram") =>
    inWords(chartOf(imported("two-commands"), { metric: "time_per_op", mark, at: "node -e 0" })).paragraphs[1]!;
  assert.match(said("ecdf"), /: 50 % do not exceed 75\.22.ms, 90 % do not exceed 167.ms, none exceeds 254\.5.ms\.$/);
  assert.match(said("histogram"), /: most, \d+.%, from \d+.ms to \d+.ms; all from \d+.ms to \d+.ms\.$/);
});
