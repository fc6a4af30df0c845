import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { readText } from "./read-text.ts";

const folder = join(import.meta.dirname, "fixtures");
const report = readFileSync(join(folder, "wrk", "c16-latency.txt"), "utf8");
const spectrum = readFileSync(join(folder, "wrk2", "r200-latency.txt"), "utf8");
const names = (text: string) => readText(text).points[0]!.flags.map((one) => one.flag);

describe("wrk", () => {
  it("reads several reports of one file, behind a prompt", () => {
    const text = readFileSync(join(folder, "robustness", "wrk-three-runs-in-one-file.txt"), "utf8");
    assert.deepEqual(
      readText(`$ for c in 4 16 64; do wrk; done\n${text}`).points.map((point) => point.x[0]),
      [4, 16, 64].map((value) => ({ name: "concurrency", value, unit: null })),
    );
  });

  it("reads each figure in its own unit, minutes too", () => {
    const text = report
      .replace("1.22ms    6.77ms 124.43ms", "0.94ms  102.00us   1.05m ")
      .replace("45254.97", "45.25k")
      .replace("49.68MB", "2.00GB");
    const { metrics } = readText(text).points[0]!;
    assert.deepEqual(
      ["mean", "stdev", "max"].map((stat) => metrics["latency"]!.stats[stat]),
      [0.00094, 0.000102, 63],
    );
    assert.equal(metrics["reply_rate"]!.stats["value"], 45250);
    assert.equal(metrics["transferred"]!.stats["value"], 2 * 1024 ** 3);
  });

  it("counts HTTP errors as replies, not as throughput, and sockets apart", () => {
    const errors = "  Socket errors: connect 1, read 2, write 3, timeout 4\n  Non-2xx or 3xx responses: 136672\n";
    const point = readText(report.replace("Requests/sec", `${errors}Requests/sec`)).points[0]!;
    assert.equal(point.metrics["reply_rate"]!.stats["value"], 45254.97);
    assert.equal(point.metrics["throughput"]!.stats["value"], (45254.97 * (273345 - 136672)) / 273345);
    assert.equal(point.metrics["http_error_ratio"]!.stats["value"], 136672 / 273345);
    assert.equal(point.metrics["error_ratio"]!.stats["value"], (136672 + 10) / (273345 + 10));
    assert.equal(point.counts["errors"], 10);
    assert.deepEqual(point.errorsBy, { connect: 1, read: 2, write: 3, timeout: 4, non_2xx_3xx: 136672 });
  });

  it("finds out that hanging connections are missing from the response times", () => {
    const hanging = report
      .replace("1.22ms    6.77ms 124.43ms", "65.00us   12.00us 112.00us")
      .replace("273345 requests in 6.04s", "89 requests in 6.04s")
      .replace("45254.97", "14.74");
    assert.deepEqual(names(hanging), ["survivors-only"]);
    assert.deepEqual(names(report), []);
  });

  it("takes the zeros of a run without answers for none", () => {
    const dead = report
      .replace("1.22ms    6.77ms 124.43ms   98.79%", "0.00us    0.00us   0.00us    -nan%")
      .replace("273345 requests in 6.04s, 300.05MB read", "0 requests in 6.04s, 0.00B read");
    const point = readText(dead).points[0]!;
    assert.equal(point.metrics["latency"]!.stats["mean"], null);
    assert.deepEqual(names(dead), ["sentinel"]);
  });

  it("leaves out a report that breaks off and says where it begins", () => {
    const reading = readText(`${report}${report.slice(0, 300)}`);
    assert.equal(reading.points.length, 1);
    assert.deepEqual(
      reading.warnings.map((one) => [one.code, one.place.line]),
      [["report-incomplete", 14]],
    );
  });

  it("is not autocannon's text, which begins alike", () => {
    assert.throws(() => readText("Running 10s test @ http://localhost:3000\n10 connections\n\n"), /format-/);
  });
});

describe("wrk2", () => {
  it("keeps its distribution and says that it is not of all requests", () => {
    const { latency } = readText(spectrum).points[0]!.metrics;
    assert.equal(latency!.histogram!.counts[0], 1);
    assert.equal(latency!.histogram!.values[4], 0.652 / 1e3);
    assert.deepEqual(names(spectrum), ["too-short"]);
  });

  it("takes the recorded distribution, not the uncorrected one behind it", () => {
    const [head, rest] = spectrum.split(/(?=^-{20,}$)/m) as [string, string];
    const uncorrected =
      "\n  Latency Distribution (HdrHistogram - Uncorrected Latency (measured without taking delayed starts into account))\n 50.000%    7.00us\n\n";
    const { stats, n } = readText(`${head}${uncorrected}  Detailed Percentile spectrum:\n\n${rest}`).points[0]!.metrics[
      "latency"
    ]!;
    assert.equal(stats["p50"], 0.00082);
    assert.equal(n, 380);
  });

  it("does not take its calibration for the latency, nor -nan for a number", () => {
    const text = spectrum
      .replace("840.78us  444.32us", "-nanus    -nanus  ")
      .replace("102.15    101.52", "-nan      -nan");
    const { stats } = readText(text).points[0]!.metrics["latency"]!;
    assert.deepEqual([stats["mean"], stats["stdev"], stats["max"]], [null, null, 0.00272]);
    assert.ok(names(text).includes("sentinel"));
  });
});
