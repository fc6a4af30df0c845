import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { readText } from "./read-text.ts";

const header =
  "Type,Name,Request Count,Failure Count,Median Response Time,Average Response Time,Min Response Time,Max Response Time,Average Content Size,Requests/s,Failures/s,50%,95%,99.9%,100%";

describe("Locust", () => {
  it("does not count failures as throughput", () => {
    const { metrics, labels } = readText(`${header}\n\nGET,/a,100,25,4,5.5,0.5,27.25,10,50,12.5,4,9,26,27\n\n`)
      .points[0]!;
    assert.equal(metrics["request_rate"]!.stats["value"], 50);
    assert.equal(metrics["throughput"]!.stats["value"], 37.5);
    assert.equal(metrics["error_ratio"]!.stats["value"], 0.25);
    assert.deepEqual(labels, { method: "GET", name: "/a" });
    assert.deepEqual(metrics["latency"]!.stats, {
      p50: 0.004,
      p95: 0.009,
      "p99.9": 0.026,
      max: 27.25 / 1e3,
      mean: 0.0055,
      min: 0.0005,
    });
  });

  it("tells one name under two methods apart, and takes 0 ms for less than one", () => {
    const { points } = readText(
      `${header}\nGET,/a,9,0,0,0.2,0.1,1,1,1,0,0,1,1,1\nPOST,/a,0,0,0,0,0,0,0,0,0,N/A,N/A,N/A,N/A\n`,
    );
    assert.deepEqual(
      points.map((point) => point.series),
      ["GET /a", "POST /a"],
    );
    assert.equal(points[0]!.metrics["latency"]!.stats["p50"], null);
    assert.equal(points[1]!.metrics["latency"], undefined);
  });

  it("reads the columns of its versions before 1", () => {
    const old =
      '"Method","Name","# requests","# failures","Median response time","Average response time","Min response time","Max response time","Average Content Size","Requests/s"';
    const { metrics } = readText(`${old}\n"GET","/a",10,5,4,5,1,9,100,20\n`).points[0]!;
    assert.equal(metrics["throughput"]!.stats["value"], 10);
    assert.equal(metrics["latency"]!.stats["median"], 0.004);
  });

  it("has a history whose N/A is missing, not 0", () => {
    const text =
      "Timestamp,User Count,Type,Name,Requests/s,Failures/s,50%,95%,Total Request Count,Total Failure Count\n1700000000,5,,Aggregated,0.0,0.0,N/A,N/A,0,0\n1700000001,9,,Aggregated,12.0,2.0,4,9,24,4\n";
    const { points } = readText(text);
    assert.deepEqual(
      points.map((point) => [point.x[0]!.value, point.metrics["latency"]?.stats["p95"], point.counts["total_errors"]]),
      [
        [1700000000, undefined, 0],
        [1700000001, 0.009, 4],
      ],
    );
    assert.equal(points[1]!.metrics["throughput"]!.stats["value"], 10);
  });
});
