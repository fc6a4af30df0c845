import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { readText } from "./read-text.ts";

const idle = { total_ios: 0, iops: 0, bw: 0, runtime: 0, lat_ns: { mean: 0, min: 0, max: 0, stddev: 0, N: 0 } };
const busy = {
  total_ios: 1000,
  iops: 500,
  bw: 2000,
  bw_bytes: 2_048_100,
  runtime: 2000,
  lat_ns: { min: 1000, max: 9000, mean: 3000, stddev: 10, N: 1000 },
  clat_ns: {
    min: 900,
    max: 8000,
    mean: 2500,
    stddev: 9,
    N: 1000,
    percentile: { "50.000000": 2000, "99.900000": 7000 },
  },
};
const read = (job: object, top: object = {}) =>
  readText(JSON.stringify({ "fio version": "fio-3.33", ...top, jobs: [{ jobname: "j", error: 0, ...job }] })).points;

describe("fio", () => {
  it("leaves out directions that did nothing, and names two that did", () => {
    assert.deepEqual(
      read({ read: busy, write: idle, trim: idle }).map((point) => point.series),
      ["j"],
    );
    assert.deepEqual(
      read({ read: busy, write: busy }).map((point) => point.series),
      ["j read", "j write"],
    );
  });

  it("does not take completion's percentiles for those of the whole latency", () => {
    const { metrics } = read({ read: busy })[0]!;
    assert.equal(metrics["latency"]!.stats["p50"], undefined);
    assert.equal(metrics["completion_latency"]!.stats["p99.9"], 0.000007);
    assert.equal(metrics["transferred"]!.stats["value"], 2_048_100);
  });

  it("reads the microseconds of version 2, which has KiB/s alone", () => {
    const { bw_bytes: _, lat_ns: __, clat_ns: ___, ...rest } = busy;
    const { metrics } = read({ read: { ...rest, lat: { min: 1, max: 9, mean: 3, stddev: 1 } } })[0]!;
    assert.equal(metrics["latency"]!.stats["mean"], 0.000003);
    assert.equal(metrics["transferred"]!.stats["value"], 2000 * 1024);
  });

  it("has depth and jobs for x, from the options of the job or of all", () => {
    const [point] = read(
      { read: busy, "job options": { iodepth: "8" } },
      { "global options": { iodepth: "4", numjobs: "2" } },
    );
    assert.deepEqual(
      point!.x.map((one) => [one.name, one.value]),
      [
        ["iodepth", 8],
        ["numjobs", 2],
      ],
    );
  });
});
