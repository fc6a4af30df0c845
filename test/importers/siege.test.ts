import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { readText } from "./read-text.ts";

const folder = join(import.meta.dirname, "fixtures");
const fixture = (...path: string[]) => readFileSync(join(folder, ...path), "utf8");

describe("siege", () => {
  it("takes 0.00 s for less than it prints, and the observed concurrency for no x", () => {
    const { metrics, flags, x } = readText(fixture("siege", "c5.txt")).points[0]!;
    assert.equal(metrics["latency"]!.stats["mean"], null);
    assert.equal(metrics["latency"]!.stats["max"], 0.02);
    assert.ok(flags.some((one) => one.flag === "under-resolution" && one.stat === "mean"));
    assert.equal(metrics["concurrency"]!.stats["mean"], 4.85);
    assert.deepEqual(x, []);
  });

  it("says in its text how many users it had, run by run", () => {
    const text = fixture("siege", "text-slow.txt");
    const { points, toolVersion } = readText(`${text}\n${text.replace("Preparing 8", "Preparing 16")}`);
    assert.deepEqual(
      points.map((point) => point.x[0]!.value),
      [8, 16],
    );
    assert.equal(toolVersion, "4.0.7");
  });

  it("counts failures, and gives up after 1024 of them", () => {
    const text = fixture("siege", "text-slow.txt").replace(/^Failed transactions:.*$/m, "Failed transactions:\t1024");
    const { metrics, flags } = readText(text).points[0]!;
    assert.equal(metrics["error_ratio"]!.stats["value"], 1024 / (1512 + 1024));
    assert.ok(flags.some((one) => one.flag === "truncated"));
  });

  it("keeps a log with a row per run, and marks of its author between them", () => {
    const log = `      Date & Time,  Trans,  Elap Time,  Data Trans,  Resp Time,  Trans Rate,  Throughput,  Concurrent,    OKAY,   Failed
2026-11-23 05:56:25,  34989,       3.91,          33,       0.00,     8948.59,        8.44,        4.85,   34989,       0
**** with cache ****
2026-11-23 05:56:29,  36333,       3.98,          34,       0.02,     9128.89,        8.54,        9.82,   36333,       7
`;
    const { points, rows } = readText(log);
    assert.equal(rows, 2);
    assert.deepEqual(
      points.map((point) => [point.metrics["latency"]!.stats["mean"], point.counts["errors"], point.labels["time"]]),
      [
        [null, 0, "2026-11-23 05:56:25"],
        [0.02, 7, "2026-11-23 05:56:29"],
      ],
    );
  });
});

describe("weighttp", () => {
  it("adds the clients of its threads up, report by report", () => {
    for (const name of ["v05-c8.json.txt", "v04-c8.txt"]) {
      const text = fixture("weighttp", name);
      const { points, toolVersion } = readText(`${text}\n${text.replaceAll("4 concurrent", "16 concurrent")}`);
      assert.deepEqual(
        points.map((point) => point.x[0]!.value),
        [8, 32],
      );
      assert.equal(toolVersion, name.startsWith("v05") ? "0.5" : "0.4");
    }
  });

  it("counts answers outside 2xx as replies, not as throughput", () => {
    const json = fixture("weighttp", "v05-c8.json.txt")
      .replace('"pass": 20000', '"pass": 15000')
      .replace('"fail": 0', '"fail": 5000');
    const text = fixture("weighttp", "v04-c8.txt").replace("0 failed", "5000 failed");
    for (const report of [json, text]) {
      const { metrics } = readText(report).points[0]!;
      assert.equal(metrics["throughput"]!.stats["value"], metrics["reply_rate"]!.stats["value"]! * 0.75);
      assert.equal(metrics["http_error_ratio"]!.stats["value"], 0.25);
    }
  });
});

describe("h2load", () => {
  const text = fixture("h2load", "h1-c8.txt");

  it("names its columns, which versions order differently", () => {
    const young = text
      .replace(
        /^ +min .*$/m,
        "                     min         max      median         p95         p99        mean         sd        +/- sd",
      )
      .replace(
        /^time for request:.*$/m,
        "request     :       25us      6.10ms       150us       400us       1.20s       194us       275us    97.56%",
      );
    const { stats } = readText(young).points[0]!.metrics["latency"]!;
    assert.deepEqual([stats["mean"], stats["p50"], stats["p99"], stats["stdev"]], [0.000194, 0.00015, 1.2, 0.000275]);
  });

  it("tells HTTP errors from requests without an answer", () => {
    const failing = text
      .replace("5000 succeeded, 0 failed, 0 errored, 0 timeout", "3000 succeeded, 2000 failed, 500 errored, 0 timeout")
      .replace("5000 2xx, 0 3xx, 0 4xx, 0 5xx", "3000 2xx, 0 3xx, 0 4xx, 1500 5xx");
    const { metrics, counts } = readText(failing).points[0]!;
    assert.equal(counts["errors"], 500);
    assert.equal(metrics["http_error_ratio"]!.stats["value"], 1 / 3);
    assert.equal(metrics["error_ratio"]!.stats["value"], 0.4);
  });
});
