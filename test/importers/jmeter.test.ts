import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { readText } from "./read-text.ts";

const header =
  "timeStamp,elapsed,label,responseCode,responseMessage,threadName,dataType,success,failureMessage,bytes,allThreads";
const row = (start: number, elapsed: number, label: string, code = "200", good = true, message = "OK") =>
  `${1700000000000 + start},${elapsed},${label},${code},${message},T 1-1,text,${good},,100,3`;

describe("JMeter JTL", () => {
  it("lasts from the first start to the last end, though rows come in the order of their ends", () => {
    const { points } = readText([header, row(500, 100, "a"), row(0, 2000, "a"), row(900, 50, "a"), ""].join("\n"));
    assert.equal(points.length, 1);
    assert.equal(points[0]!.series, "a");
    assert.equal(points[0]!.duration, 2);
    assert.equal(points[0]!.time, 1700000000);
    assert.equal(points[0]!.metrics["request_rate"]!.stats["value"], 1.5);
    assert.deepEqual(points[0]!.x, [{ name: "concurrency", value: 3, unit: null }]);
  });

  it("has a point for all labels and one for each, without the rows that sum others up", () => {
    const sum = '"Number of samples in transaction : 2, number of failing samples : 0"';
    const reading = readText(
      [header, row(0, 100, "a"), row(100, 300, "b"), row(0, 400, "both", "200", true, sum)].join("\n"),
    );
    assert.deepEqual(
      reading.points.map((point) => [point.series, point.counts["samples"], point.metrics["latency"]!.stats["mean"]]),
      [
        ["Total", 2, 0.2],
        ["a", 1, 0.1],
        ["b", 1, 0.3],
      ],
    );
    assert.equal(reading.rows, 3);
  });

  it("takes success from its column, not from the status", () => {
    const { metrics, statuses, errorsBy } = readText(
      [
        header,
        row(0, 1, "a", "200", false),
        row(0, 1, "a", "503", true),
        row(0, 1, "a", "Non HTTP response code: EOF", false),
        "",
      ].join("\n"),
    ).points[0]!;
    assert.equal(metrics["error_ratio"]!.stats["value"], 2 / 3);
    assert.equal(metrics["http_error_ratio"]!.stats["value"], 0.5);
    assert.deepEqual(statuses, { 200: 1, 503: 1 });
    assert.deepEqual(errorsBy, { "Non HTTP response code: EOF": 1 });
  });

  it("may have no header, another delimiter, formatted dates and messages of several lines", () => {
    const bare = row(0, 7, "a").split(",").slice(0, 8).join("\t");
    assert.equal(readText(`${bare}\n`).format, "jmeter-jtl-csv-untitled");
    assert.equal(readText(`${bare}\n`).points[0]!.metrics["latency"]!.stats["max"], 0.007);
    const text = `${header.replaceAll(",", ";")}\n2026/11/23 05:55:48.250;7;a;500;"broken;\nin two";T;text;false;;1;1\n2026/11/23 05:55:50.250;1;a;200;OK;T;text;true;;1;1\n`;
    const reading = readText(text);
    assert.equal(reading.points[0]!.duration, 2.001);
    assert.equal(reading.points[0]!.time, undefined);
    assert.equal(reading.rows, 2);
  });

  it("has only a total when labels are names of single requests", () => {
    const rows = Array.from({ length: 150 }, (_, i) => row(i, 1, `/order/${i}`));
    const reading = readText([header, ...rows].join("\n"));
    assert.deepEqual([reading.points.length, reading.points[0]!.counts["samples"]], [1, 150]);
    assert.deepEqual(
      reading.warnings.map((one) => one.code),
      ["labels-many"],
    );
  });

  it("says where a line breaks off, and refuses XML", () => {
    const reading = readText(`${[header, row(0, 1, "a"), row(0, 1, "a").slice(0, 30)].join("\n")}`);
    assert.deepEqual(
      reading.warnings.map((one) => [one.code, one.place.line]),
      [["line-incomplete", 3]],
    );
    assert.throws(() => readText('<?xml version="1.0"?>\n<testResults version="1.2">\n'), /format-refused.*\n.*csv/);
  });
});
