import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { ChartSpec } from "../../src/chart/spec.ts";
import { toChart } from "../../src/chart/to-chart.ts";
import { sample, servers, tasks } from "./sample.ts";

const data = servers(30);

/** `severity code at.path: fact / help`, and whether there is a chart all the same. */
function problems(spec: ChartSpec, dataset = data): string[] {
  const { chart, problems } = toChart(dataset, "c", spec, { styles: new Map() });
  const lines = problems.map(
    ({ severity, code, path, fact, help }) => `${severity} ${code} at ${path.join(".")}: ${fact} / ${help}`,
  );
  return [...lines, chart === null ? "no chart" : "chart"];
}

describe("what a description names wrongly", () => {
  test("a metric", () => {
    assert.deepEqual(problems({ metric: "latenzy" }), [
      'error unknown-metric at metric: the dataset "sample" has no metric "latenzy" / Did you mean "latency"?',
      "no chart",
    ]);
    assert.deepEqual(problems({}), [
      'error missing-metric at : the description does not say which metric of the dataset "sample" to draw / ' +
        'The metrics are "reply_rate", "latency", "error_ratio".',
      "no chart",
    ]);
  });

  test("a statistic", () => {
    assert.deepEqual(problems({ metric: "latency", stat: "p99" }), [
      'error unknown-stat at stat: latency has no statistic "p99" / There is only "mean".',
      "no chart",
    ]);
  });

  test("series: each of them, and the rest is drawn", () => {
    const spec = { metric: "latency", series: ["server-1", "sever-2", "nothing-like-it"] };
    assert.deepEqual(problems(spec), [
      'error unknown-series at series.1: the dataset "sample" has no series "sever-2" / Did you mean "server-2"?',
      'error unknown-series at series.2: the dataset "sample" has no series "nothing-like-it" / ' +
        'The series with latency are "server-1", "server-2", "server-3", "server-4".',
      "chart",
    ]);
  });

  test("a series without the metric", () => {
    const mixed = sample([
      { id: "a", x: [1], values: { latency: { mean: [1] } } },
      { id: "b", x: [1], values: { reply_rate: { mean: [1] } } },
    ]);
    assert.deepEqual(problems({ metric: "latency", series: ["b"] }, mixed), [
      'error unknown-series at series.0: the series "b" has no latency / There is only "a".',
      "no chart",
    ]);
  });

  test("places of annotations", () => {
    assert.deepEqual(
      problems({
        metric: "latency",
        annotations: [
          { x: "here", label: "a" },
          { x: 9000, label: "b" },
        ],
      }),
      [
        'error unknown-place at annotations.0.x: the x-axis has no place "here" / Write a number.',
        "warning outside-axis at annotations.1.x: the annotation at 9000 is outside the x-axis, which goes from 0 to 2000 / " +
          "Move it, or widen the x-axis with a domain.",
        "chart",
      ],
    );
    const named = tasks(["lists", "maps"]);
    assert.match(problems({ annotations: [{ x: "list", label: "a" }] }, named)[0]!, /Did you mean "lists"\?$/);
  });
});

test("nothing to draw is a problem too", () => {
  const empty = sample([{ id: "a", x: [1], values: { latency: { mean: [1] } } }]);
  const without = { ...empty, series: [] };
  assert.deepEqual(problems({ metric: "latency" }, without), [
    "error no-series at metric: no series that could be drawn has figures for latency / Draw another metric, or measure latency.",
    "no chart",
  ]);
});

describe("what would mislead is drawn otherwise", () => {
  test("bars on a log scale", () => {
    const [message, chart] = problems({ y: { scale: "log" } }, tasks(["lists", "maps"]));
    assert.match(message!, /^warning log-bars at y\.scale: the length of a bar has no meaning/);
    assert.equal(chart, "chart");
  });

  test("lines over categories", () => {
    const { chart, problems } = toChart(tasks(["lists", "maps"]), "c", { mark: "line" }, { styles: new Map() });
    assert.deepEqual(
      problems.map(({ code }) => code),
      ["line-over-categories"],
    );
    assert.equal(chart!.mark, "dot");
  });

  test("bars at very many places", () => {
    const { chart, problems } = toChart(data, "c", { metric: "latency", mark: "bar" }, { styles: new Map() });
    assert.deepEqual(
      problems.map(({ code }) => code),
      ["too-many-bars"],
    );
    assert.equal(chart!.mark, "line");
  });
});
