import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { detect } from "../../src/importers/detect.ts";
import { readWhole } from "../../src/importers/read.ts";
import { sniff } from "../../src/importers/sniff.ts";
import { readText } from "./read-text.ts";

const of = (total: unknown, ok: unknown, ko: unknown) => ({ total, ok, ko });
const stats = (name: string, n: unknown = of(200, 150, 50)) => ({
  name,
  numberOfRequests: n,
  minResponseTime: of(0, 0, "-"),
  maxResponseTime: of("  1,200", 900, 1200),
  meanResponseTime: of(100, 90, 130),
  standardDeviation: of(20, 10, 0),
  percentiles1: of(80, 70, 90),
  percentiles2: of(110, 100, 120),
  percentiles3: of(300, 290, 310),
  percentiles4: of(800, 700, 900),
  meanNumberOfRequestsPerSecond: of(20, 15, 5),
});

describe("Gatling statistics", () => {
  it("have OK requests for throughput, numbers as numbers or as padded texts", () => {
    const { metrics, counts } = readText(JSON.stringify(stats("All Requests"))).points[0]!;
    assert.equal(metrics["throughput"]!.stats["value"], 15);
    assert.equal(metrics["request_rate"]!.stats["value"], 20);
    assert.equal(metrics["error_ratio"]!.stats["value"], 0.25);
    assert.equal(metrics["latency"]!.stats["max"], 1.2);
    assert.equal(metrics["latency"]!.stats["min"], null);
    assert.equal(metrics["latency"]!.stats["p99"], 0.8);
    assert.equal(counts["requests"], 200);
  });

  it("have all requests first, then each, in groups too, without the groups' sums", () => {
    const request = (name: string) => ({ type: "REQUEST", name, stats: stats(name) });
    const group = { type: "GROUP", name: "cart", stats: stats("cart"), contents: { c: request("pay") } };
    const reading = readText(
      JSON.stringify({
        type: "GROUP",
        name: "All Requests",
        stats: stats("All Requests"),
        contents: { a: request("home"), b: group },
      }),
    );
    assert.deepEqual(
      reading.points.map((point) => point.series),
      ["All Requests", "home", "pay"],
    );
  });

  it("have no response time where nothing was sent", () => {
    const none = { ...stats("x", of(0, 0, 0)), meanResponseTime: of("-", "-", "-") };
    assert.equal(readText(JSON.stringify(none)).points[0]!.metrics["latency"], undefined);
  });
});

describe("Gatling log", () => {
  const lines = [
    "RUN\tcom.example.Sim\tsim\t1700000000000\tlast try\t3.9.5",
    "USER\tbrowse\tSTART\t1700000000001",
    "REQUEST\t\thome\t1700000000000\t1700000000100\tOK\t ",
    "REQUEST\tcart\tpay\t1700000000500\t1700000002000\tKO\tstatus.find.is(200), but actually found 503",
    "USER\tbrowse\tEND\t1700000002000",
  ];

  it("has times, statuses and the version of its tool", () => {
    const reading = readText(`${lines.join("\n")}\n`);
    const [all] = reading.points;
    assert.equal(reading.toolVersion, "3.9.5");
    assert.equal(all!.duration, 2);
    assert.equal(all!.metrics["throughput"]!.stats["value"], 0.5);
    assert.deepEqual(all!.errorsBy, { "status.find.is(200), but actually found 503": 1 });
    assert.deepEqual(
      reading.points.map((point) => [point.series, point.metrics["latency"]!.stats["mean"]]),
      [
        ["All Requests", 0.8],
        ["home", 0.1],
        ["pay", 1.5],
      ],
    );
  });

  it("may have the number of the user before the groups, and break off", () => {
    const old = "REQUEST\t7\t\thome\t1700000000000\t1700000000100\tOK\t ";
    const reading = readText(`${lines[0]}\n${old}\nREQUEST\t7\t\thome\t17000`);
    assert.equal(reading.points[0]!.metrics["latency"]!.stats["max"], 0.1);
    assert.deepEqual(
      reading.warnings.map((one) => [one.code, one.place.line]),
      [["line-incomplete", 3]],
    );
  });

  it("is refused as binary and as a script, with what to bring instead", () => {
    const binary = sniff("file", new Uint8Array([0, 0, 0, 0, 6, ...new TextEncoder().encode("3.13.1"), 0, 9, 1]));
    assert.throws(() => readWhole(detect(binary), binary), /format-refused[^]*stats\.json/);
    assert.throws(() => readText('var stats = {\n    type: "GROUP",\nname: "x"'), /format-refused[^]*stats\.json/);
  });
});

const run = (changes: object = {}) => ({
  latencyAvg: "1.08ms",
  latencyMax: "1.20s",
  latencyStdev: "300.00us",
  totalRequests: 15_000,
  startTime: 1,
  endTime: 17,
  ...changes,
});
const read = (rawData: object) =>
  readText(
    JSON.stringify({
      rawData,
      frameworks: ["a"],
      duration: 15,
      concurrencyLevels: [16, 32],
      queryIntervals: [1, 5],
      pipelineConcurrencyLevels: [256, 1024],
    }),
  );

describe("TechEmpower results", () => {
  it("have x by the kind of the test, and leave failed levels out", () => {
    const reading = read({ json: { a: [{}, run()] }, query: { a: [run(), run()] }, plaintext: { a: [run()] } });
    assert.deepEqual(
      reading.points.map((point) => [point.series, point.x[0]!.name, point.x[0]!.value]),
      [
        ["a (json)", "concurrency", 32],
        ["a (query)", "queries_per_request", 1],
        ["a (query)", "queries_per_request", 5],
        ["a (plaintext)", "concurrency", 256],
      ],
    );
    assert.deepEqual(
      reading.warnings.map((one) => one.code),
      ["levels-failed"],
    );
    assert.equal(reading.points[0]!.metrics["latency"]!.stats["max"], 1.2);
  });

  it("do not count 5xx as throughput", () => {
    const [point] = read({ json: { a: [run({ "5xx": 14_985, timeout: 3 })] } }).points;
    assert.equal(point!.metrics["reply_rate"]!.stats["value"], 1000);
    assert.equal(point!.metrics["throughput"]!.stats["value"], 1);
    assert.deepEqual(
      point!.flags.map((one) => one.flag),
      ["survivors-only"],
    );
  });
});
