import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { readText } from "./read-text.ts";

const folder = join(import.meta.dirname, "fixtures", "httperf");
const report = readFileSync(join(folder, "rate200.txt"), "utf8");
const overload = readFileSync(join(folder, "overload900.txt"), "utf8");
const unopened = readFileSync(join(folder, "descriptors60.txt"), "utf8");

describe("httperf", () => {
  it("multiplies the rate of connections by the calls on each", () => {
    const { points } = readText(report.replace("--num-calls=1", "--num-calls=5"));
    assert.deepEqual(points[0]!.x, [{ name: "demanded_request_rate", value: 1000, unit: "1/s" }]);
  });

  it("reads several reports of one file behind prompts and progress lines", () => {
    const { points } = readText(`$ httperf --rate 200\n${report}$ \nreply-rate = 12.0\n${overload}`);
    assert.deepEqual(
      points.map((point) => point.x[0]!.value),
      [200, 900],
    );
  });

  it("reads a report whose command line is missing, without an x", () => {
    const { points } = readText(report.slice(report.indexOf("Maximum")));
    assert.deepEqual(points[0]!.x, []);
    assert.equal(points[0]!.counts["replies"], 2400);
  });

  it("has no reply rate where none was sampled", () => {
    const short = report.replace(/min 198.6 avg .*$/m, "min 0.0 avg 0.0 max 0.0 stddev 0.0 (0 samples)");
    const [point] = readText(short).points;
    assert.equal(point!.metrics["reply_rate"]!.stats["mean"], null);
    assert.ok(Math.abs(point!.metrics["throughput"]!.stats["value"]! - 200.067) < 1e-3);
    assert.deepEqual(
      point!.flags.map((one) => one.flag),
      ["too-short"],
    );
  });

  it("says of what its errors are a share, and that only survivors were timed", () => {
    const [point] = readText(overload).points;
    assert.ok(Math.abs(point!.metrics["error_ratio"]!.stats["value"]! - 8122 / 9000) < 1e-12);
    assert.equal(point!.metrics["error_ratio"]!.metric!.denominator, "connections");
    assert.deepEqual(
      point!.flags.map((one) => one.flag),
      ["saturated", "survivors-only"],
    );
  });

  it("counts connections that it could not open as attempts: errors are never more than all of them", () => {
    const { error_ratio } = readText(unopened).points[0]!.metrics;
    assert.equal(error_ratio!.stats["value"], 106 / 200);
    assert.equal(error_ratio!.n, 200);
    const full = unopened
      .replace("addrunavail 0 ftab-full 0", "addrunavail 4 ftab-full 10")
      .replace("total 106", "total 120");
    const reading = readText(full);
    // A connection that found no port was counted when it began.
    assert.equal(reading.points[0]!.metrics["error_ratio"]!.stats["value"], 120 / 210);
    assert.deepEqual(
      reading.warnings.map((one) => one.code),
      ["client-limit", "client-limit", "client-limit"],
    );
  });

  it("does not count server errors as throughput, and knows the client's own failures", () => {
    const reading = readText(
      report.replace("2xx=2400", "2xx=1200").replace("5xx=0", "5xx=1200").replace("fd-unavail 0", "fd-unavail 7"),
    );
    assert.ok(Math.abs(reading.points[0]!.metrics["throughput"]!.stats["value"]! - 1200 / 11.996) < 1e-9);
    assert.equal(reading.points[0]!.metrics["http_error_ratio"]!.stats["value"], 0.5);
    assert.deepEqual(
      reading.warnings.map((one) => one.code),
      ["client-limit"],
    );
  });
});
