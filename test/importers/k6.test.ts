import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { datasetOf } from "./dataset-of.ts";
import { readText } from "./read-text.ts";

const trend = { avg: 20, min: 1, med: 10, max: 900, "p(90)": 40, "p(99.9)": 800 };
const exported = {
  root_group: {},
  metrics: {
    http_reqs: { count: 1000, rate: 100 },
    http_req_duration: { ...trend, thresholds: { "p(95)<5": true, "p(95)<500": false } },
    "http_req_duration{expected_response:true}": { ...trend, avg: 1 },
    http_req_failed: { passes: 250, fails: 750, value: 0.25 },
    iterations: { count: 500, rate: 50 },
    vus: { value: 1, min: 1, max: 20 },
    vus_max: { value: 20, min: 20, max: 20 },
  },
};
const read = (json: object) => readText(JSON.stringify(json, null, 2));

const handled = (ok: boolean) => ({
  state: { testRunDurationMs: 10_000 },
  root_group: {},
  metrics: {
    http_reqs: { type: "counter", contains: "default", values: { count: 1000, rate: 100 } },
    http_req_duration: { type: "trend", contains: "time", values: trend, thresholds: { "p(95)<500": { ok } } },
  },
});

const metric = (name: string, type: string, values: object) => ({ name, type, contains: "default", values });

describe("k6 summaries", () => {
  it("count failed requests as passes", () => {
    const { metrics, counts } = read(exported).points[0]!;
    assert.equal(counts["errors"], 250);
    assert.equal(metrics["error_ratio"]!.stats["value"], 0.25);
    assert.equal(metrics["request_rate"]!.stats["value"], 100);
    assert.equal(metrics["throughput"]!.stats["value"], 75);
    assert.deepEqual(metrics["latency"]!.stats, {
      mean: 0.02,
      min: 0.001,
      p50: 0.01,
      max: 0.9,
      p90: 0.04,
      "p99.9": 0.8,
    });
  });

  it("have VUs for x only where all of them ran", () => {
    assert.deepEqual(read(exported).points[0]!.x, [{ name: "concurrency", value: 20, unit: null }]);
    const reserve = { ...exported, metrics: { ...exported.metrics, vus: { value: 0, min: 0, max: 3 } } };
    assert.deepEqual(read(reserve).points[0]!.x, []);
  });

  it("mean opposite things by true in thresholds", () => {
    const crossed = (json: object) => read(json).warnings.map((one) => one.code);
    assert.deepEqual(crossed(exported), ["threshold-crossed"]);
    assert.deepEqual(crossed(handled(true)), []);
    assert.deepEqual(crossed(handled(false)), ["threshold-crossed"]);
    assert.equal(read(handled(true)).points[0]!.duration, 10);
    assert.equal(read(handled(true)).points[0]!.metrics["throughput"], undefined);
  });

  it("have no rates in the machine-readable shape: they come from the duration", () => {
    const reading = read({
      version: "1.0.0",
      config: { duration: 20, execution: "local" },
      metadata: { k6Version: "2.0.0", generatedAt: "2026-11-23T06:00:00Z" },
      results: {
        metrics: [
          metric("http_reqs", "counter", { count: 1000 }),
          metric("http_req_failed", "rate", { matches: 100, total: 1000, rate: 0.1 }),
          metric("http_req_duration", "trend", trend),
          metric("dropped_iterations", "counter", { count: 300 }),
        ],
      },
    });
    const [point] = reading.points;
    assert.equal(reading.toolVersion, "2.0.0");
    assert.equal(point!.metrics["request_rate"]!.stats["value"], 50);
    assert.equal(point!.metrics["throughput"]!.stats["value"], 45);
    assert.deepEqual(
      point!.flags.map((one) => one.flag),
      ["saturated"],
    );
  });
});

describe("k6 text", () => {
  it("is read as version 1 prints it too", () => {
    const lines = [
      "    HTTP",
      "    http_req_duration..............: avg=1.52ms min=257.94µs med=625.75µs max=1m2s p(90)=1.59ms p(95)=3.82ms",
      "      { expected_response:true }...: avg=9.99ms min=257.94µs med=625.75µs max=1m2s p(90)=1.59ms p(95)=3.82ms",
      "    http_req_failed................: 20.00% 50 out of 250",
      "    http_reqs......................: 250    50.0/s",
      "    EXECUTION",
      "    vus............................: 5      min=5 max=5",
      "    vus_max........................: 5      min=5 max=5",
      "    NETWORK",
      "    data_received..................: 289 kB 58 kB/s",
    ];
    const { metrics, counts, x } = readText(`$ k6 run\n${lines.join("\n")}\n`).points[0]!;
    assert.equal(metrics["latency"]!.stats["max"], 62);
    assert.equal(metrics["latency"]!.stats["mean"], 0.00152);
    assert.equal(metrics["throughput"]!.stats["value"], 40);
    assert.equal(metrics["transferred"]!.stats["value"], 58_000);
    assert.deepEqual([counts["errors"], x[0]!.value], [50, 5]);
  });
});

const sample = (metric: string, seconds: number, value: number, tags: object = {}) =>
  JSON.stringify({ metric, type: "Point", data: { time: new Date(seconds * 1e3).toISOString(), value, tags } });
const declaration = (name: string) =>
  JSON.stringify({ type: "Metric", data: { name, type: "trend", contains: "time" }, metric: name });

const csv = (span: number, scale: number) =>
  readText(
    [
      "metric_name,timestamp,metric_value,check,error,status,extra_tags",
      `http_reqs,${1700000000 * scale},1.000000,,,200,`,
      `http_req_duration,${1700000000 * scale},0.000000,,,200,`,
      `http_req_failed,${1700000000 * scale},0.000000,,,200,`,
      `checks,${1700000000 * scale},0.000000,"status, 200",,,`,
      `http_reqs,${(1700000000 + span) * scale},1.000000,,,200,`,
      "",
    ].join("\n"),
  ).points[0]!;

describe("k6 samples", () => {
  it("as JSON begin with a declaration or not, and end where the file breaks off", () => {
    const lines = [
      declaration("http_req_duration"),
      sample("http_req_duration", 1001, 1000, { status: "200" }),
      sample("http_req_failed", 1001, 0),
      sample("http_reqs", 1001, 1),
      sample("http_req_waiting", 1001, 5),
      sample("http_req_duration", 1010, 500, { status: "503" }),
      sample("http_req_failed", 1010, 1),
      sample("http_reqs", 1010, 1),
    ];
    for (const text of [lines, lines.slice(1)]) {
      const reading = readText(`${text.join("\n")}\n{"metric":"http_req_duration","type":"Po`);
      const [point] = reading.points;
      assert.equal(point!.duration, 10);
      assert.deepEqual(point!.statuses, { 200: 1, 503: 1 });
      assert.equal(point!.metrics["throughput"]!.stats["value"], 0.1);
      assert.equal(point!.metrics["latency"]!.stats["mean"], 0.75);
      assert.equal(reading.rows, text.length);
      assert.deepEqual(
        reading.warnings.map((one) => one.code),
        ["line-incomplete"],
      );
    }
  });

  it("as CSV have whole seconds, too coarse for the rates of a short test", () => {
    assert.equal(csv(3, 1).metrics["throughput"], undefined);
    assert.deepEqual(
      csv(3, 1).flags.map((one) => one.flag),
      ["too-short"],
    );
    assert.equal(csv(20, 1).metrics["throughput"]!.stats["value"], 0.1);
    assert.equal(csv(4, 1000).metrics["request_rate"]!.stats["value"], 0.5);
    assert.equal(csv(20, 1).counts["check_fails"], 1);
  });
});

describe("k6 by scenario and tag", () => {
  const csv = (rows: readonly (readonly [string, number, number, string])[]) =>
    [
      "metric_name,timestamp,metric_value,scenario,status",
      ...rows.map(([metric, time, value, scenario]) => `${metric},${time},${value},${scenario},200`),
      "",
    ].join("\n");
  const second = 1795414532;
  const request = (scenario: string, at: number, milliseconds: number): [string, number, number, string][] => [
    ["http_reqs", second + at, 1, scenario],
    ["http_req_duration", second + at, milliseconds, scenario],
    ["http_req_failed", second + at, 0, scenario],
  ];

  it("has a series for each of several scenarios, without the VUs of all as x", async () => {
    const rows = [
      ...[0, 10, 20].flatMap((at) => request("browse", at, 100)),
      ...[0, 20].flatMap((at) => request("buy", at, 300)),
    ];
    const text = csv([...rows, ["vus", second + 20, 7, ""], ["vus_max", second + 20, 7, ""]]);
    const { points } = readText(text);
    assert.deepEqual(
      points.map(({ series, x, counts, metrics }) => [
        series,
        x,
        counts["requests"],
        metrics["latency"]!.stats["mean"],
      ]),
      [
        ["browse", [], 3, 0.1],
        ["buy", [], 2, 0.3],
      ],
    );
    const { x } = await datasetOf({ "k6.csv": text });
    assert.deepEqual(x.values, ["browse", "buy"]);
  });

  it("is one point where all samples are of one scenario, however it is called", () => {
    const rows = [...request("only", 0, 100), ...request("only", 20, 300)];
    const { points } = readText(csv([...rows, ["vus", second + 20, 7, ""], ["vus_max", second + 20, 7, ""]]));
    assert.equal(points.length, 1);
    assert.equal(points[0]!.series, null);
    assert.equal(points[0]!.metrics["latency"]!.stats["mean"], 0.2);
    assert.deepEqual(points[0]!.x, [{ name: "concurrency", value: 7, unit: null }]);
  });

  it("has figures of tags beside those of the whole test, and says that they overlap", () => {
    const { metrics } = exported;
    const tagged = {
      ...metrics,
      "http_req_duration{scenario:buy,method:POST}": { ...trend, avg: 70, count: 12 },
      "http_req_failed{scenario:buy,method:POST}": { passes: 3, fails: 9, value: 0.25 },
      "iterations{scenario:buy}": { count: 6, rate: 1 },
    };
    const { points, assumed } = read({ ...exported, metrics: tagged });
    assert.deepEqual(
      points.map(({ series, metrics: own }) => [series, own["latency"]!.stats["mean"]]),
      [
        ["all requests", 0.02],
        ["scenario: buy, method: POST", 0.07],
      ],
    );
    assert.deepEqual(points[1]!.labels, { scenario: "buy", method: "POST" });
    assert.equal(points[1]!.metrics["error_ratio"]!.stats["value"], 0.25);
    assert.ok(assumed.some((sentence) => sentence.includes("overlap")));
    assert.equal(read(exported).points.length, 1);
  });
});
