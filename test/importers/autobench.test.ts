import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { readText } from "./read-text.ts";

const names = [
  "req_rate",
  "con_rate",
  "min_rep_rate",
  "avg_rep_rate",
  "max_rep_rate",
  "stddev_rep_rate",
  "resp_time",
  "net_io",
  "errors",
];
const header = (...hosts: string[]) =>
  ["dem_req_rate", ...hosts.flatMap((host) => names.map((name) => (host === "" ? name : `${name}_${host}`)))].join(
    "\t",
  );
const row = (...cells: (number | string)[]) => cells.join("\t");

describe("autobench", () => {
  it("takes 101 for a test without replies, not for a percentage", () => {
    const { points } = readText(`${header("a")}\n${row(100, 0, 100, "0.0", "0.0", "0.0", "0.0", "0.0", "0.0", 101)}\n`);
    assert.equal(points[0]!.metrics["error_ratio"]!.stats["value"], null);
    assert.equal(points[0]!.metrics["latency"]!.stats["mean"], null);
    assert.deepEqual(
      points[0]!.flags.filter((one) => one.flag === "sentinel").map((one) => one.metric),
      ["reply_rate", "latency", "error_ratio"],
    );
  });

  it("keeps 101 % where there were replies", () => {
    const { points } = readText(`${header("a")}\n${row(100, 90, 90, 40, 45, 50, 5, 12.5, 10, 101)}\n`);
    assert.equal(points[0]!.metrics["error_ratio"]!.stats["value"], 1.01);
    assert.equal(points[0]!.metrics["error_ratio"]!.metric!.denominator, "replies");
  });

  it("takes four zeros beside a good request rate for a test that was too short", () => {
    const { points } = readText(`${header("a")}\n${row(100, 100.1, 100.1, "0.0", "0.0", "0.0", "0.0", 1.5, 119, 0)}\n`);
    assert.deepEqual(points[0]!.metrics["reply_rate"]!.stats, { mean: null, min: null, max: null, stdev: null });
    assert.deepEqual(
      points[0]!.flags.map((one) => one.flag),
      ["too-short"],
    );
  });

  it("flags saturation below 95 % of the demanded rate", () => {
    const reading = readText(
      `${header("a")}\n${row(100, 100, 100, 95, 95, 95, 0, 1, 1, 0)}\n${row(200, 200, 200, 94, 189, 190, 0, 1, 1, 0)}\n`,
    );
    assert.deepEqual(
      reading.points.map((point) => point.flags.map((one) => one.flag)),
      [[], ["saturated"]],
    );
  });

  it("finds HTTP errors in the status columns of autobench_admin", () => {
    const statuses = [1, 2, 3, 4, 5].map((group) => `status_${group}00_web.example.org`);
    const { points } = readText(
      `${header("web.example.org")}\t${statuses.join("\t")}\n${row(100, 100, 100, 99, 100, 101, 1, 1, 1, 0, 0, 950, 0, 0, 50)}\n`,
    );
    assert.equal(points[0]!.series, "web.example.org");
    assert.equal(points[0]!.metrics["error_ratio"]!.stats["value"], 0);
    assert.equal(points[0]!.metrics["http_error_ratio"]!.stats["value"], 0.05);
    assert.deepEqual(points[0]!.statuses, { "1xx": 0, "2xx": 950, "3xx": 0, "4xx": 0, "5xx": 50 });
  });

  it("reads headers without hosts, hosts with underscores, and one host twice", () => {
    const figures = [100, 100, 99, 100, 101, 1, 1, 1, 0];
    assert.equal(readText(`${header("")}\n${row(100, ...figures)}\n`).points[0]!.series, null);
    assert.equal(readText(`${header("my_host_2")}\n${row(100, ...figures)}\n`).points[0]!.series, "my_host_2");
    const twice = readText(`${header("a", "a")}\n${row(100, ...figures, ...figures)}\n`);
    assert.equal(twice.points.length, 2);
    assert.deepEqual(
      twice.warnings.map((one) => one.code),
      ["host-twice"],
    );
  });

  it("reads a Markdown table, and leaves empty cells missing", () => {
    const markdown = `| ${header("a").replaceAll("\t", " | ")} |\n|${"---|".repeat(10)}\n| 100 | 100.5 | 100 | 99 | 100 | 101 | 1 |  | 7 | 0 |\n`;
    const { points } = readText(markdown);
    assert.equal(points[0]!.metrics["request_rate"]!.stats["value"], 100.5);
    assert.equal(points[0]!.metrics["latency"]!.stats["mean"], null);
  });

  it("leaves a row out that was cut off, and says which", () => {
    const reading = readText(`${header("a")}\n${row(100, 100, 100, 99, 100, 101, 1, 1, 1, 0)}\n${row(200, 199.9, 20)}`);
    assert.equal(reading.points.length, 1);
    assert.deepEqual(
      reading.warnings.map((one) => [one.code, one.place.line]),
      [["row-incomplete", 3]],
    );
  });
});
