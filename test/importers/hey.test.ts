import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { readText } from "./read-text.ts";

const report = readFileSync(join(import.meta.dirname, "fixtures", "hey", "c10.txt"), "utf8");
const header = "response-time,DNS+dialup,DNS,Request-write,Response-delay,Response-read,status-code,offset\n";

describe("hey text", () => {
  it("leaves unanswered requests out of its throughput", () => {
    const text = report
      .replace(/Total:\t.*/, "Total:\t7.0200 secs")
      .replace(/Requests\/sec:.*/, "Requests/sec:\t56.9801")
      .replace(/^ {2}\[200\].*$/m, "  [200]\t300 responses\n  [503]\t60 responses\n")
      .concat('\nError distribution:\n  [40]\tGet "http://h/": context deadline exceeded\n');
    const { metrics, counts, errorsBy } = readText(text).points[0]!;
    assert.equal(metrics["request_rate"]!.stats["value"], 56.9801);
    assert.equal(metrics["reply_rate"]!.stats["value"], 360 / 7.02);
    assert.ok(Math.abs(metrics["throughput"]!.stats["value"]! - 300 / 7.02) < 1e-9);
    assert.equal(metrics["error_ratio"]!.stats["value"], 0.25);
    assert.deepEqual(counts, { requests: 400, responses: 360, errors: 40 });
    assert.deepEqual(errorsBy, { 'Get "http://h/": context deadline exceeded': 40 });
  });

  it("has no response time when nothing was answered", () => {
    const text = "Summary:\n  Total:\t1.0000 secs\n  Requests/sec:\t5.0000\n\nError distribution:\n  [5]\trefused\n";
    const [point] = readText(text).points;
    assert.equal(point!.metrics["latency"], undefined);
    assert.equal(point!.metrics["throughput"]!.stats["value"], 0);
    assert.deepEqual(
      point!.flags.map((one) => one.flag),
      ["survivors-only"],
    );
  });

  it("reads percentages that are printed with two signs, and several reports", () => {
    const { points } = readText(`${report}\n${report.replaceAll("% in", "%% in")}`);
    assert.equal(points.length, 2);
    assert.deepEqual(points[0]!.metrics["latency"]!.stats, points[1]!.metrics["latency"]!.stats);
    assert.equal(points[1]!.metrics["latency"]!.stats["min"], null);
  });

  it("is not oha's text, which has a success rate", () => {
    assert.throws(() => readText(report.replace("  Total:", "  Success rate:\t1.0000\n  Total:")), /format-/);
  });
});

describe("hey CSV", () => {
  it("has statuses, and a duration from the last answer", () => {
    const reading = readText(`${header}0.5,0,0,0,0,0,200,0.0\n0.25,0,0,0,0,0,503,1.75\n`);
    const [point] = reading.points;
    assert.deepEqual(point!.statuses, { 200: 1, 503: 1 });
    assert.equal(point!.duration, 2);
    assert.equal(point!.metrics["reply_rate"]!.stats["value"], 1);
    assert.equal(point!.metrics["throughput"]!.stats["value"], 0.5);
  });

  it("leaves damaged lines out and says which", () => {
    const reading = readText(`${header}0.5,0,0,0,0,0,200,0.0\nfast,0,0,0,0,0,200,1\n0.25,0,0`);
    assert.equal(reading.rows, 1);
    assert.deepEqual(
      reading.warnings.map((one) => [one.code, one.place.line]),
      [
        ["line-damaged", 3],
        ["line-incomplete", 4],
      ],
    );
  });
});
