import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { type Origin, originLines, toDocument } from "../../src/chart/document.ts";
import { chartOf, servers } from "./sample.ts";

const origin: Origin = {
  $schema: "https://example.org/data/chart.schema.json",
  page: "https://example.org/post/rate.html",
  article: { title: "Post", url: "https://example.org/post.html#rate" },
  data: { name: "bus", title: "Bus", url: "https://example.org/data/bus.json", sha256: "ab".repeat(32) },
  sources: [],
  sampling: {},
  repository: "https://example.org/bus",
  commit: "1234abc",
  license: "CC-BY-4.0",
  files: { csv: "", json: "", svg: "", png: "" },
};

describe("a chart for programs", () => {
  test("names its columns as the CSV does, and the spread in words", () => {
    const { columns, rows, y, spread } = toDocument(chartOf(servers(20), { metric: "reply_rate" }));
    assert.deepEqual(
      columns.slice(0, 4).map(({ name, kind, series, unit }) => [name, kind, series, unit]),
      [
        ["Demanded requests (req/s)", "place", null, "req/s"],
        ["Server 1 (req/s)", "value", "server-1", "req/s"],
        ["Server 1, low (req/s)", "low", "server-1", "req/s"],
        ["Server 1, high (req/s)", "high", "server-1", "req/s"],
      ],
    );
    assert.equal(rows.length, 20);
    assert.deepEqual([y.unit, y.scale], ["req/s", "linear"]);
    assert.ok(spread!.label.length > 0);
  });

  test("says in lines where its figures come from, as far as that is known", () => {
    const data = `Data: https://example.org/data/bus.json, SHA-256 ${"ab".repeat(32)}`;
    assert.deepEqual(originLines(origin), [data, "Programs: https://example.org/bus at 1234abc", "License: CC-BY-4.0"]);
    assert.deepEqual(originLines({ ...origin, commit: null, license: null })[1], "Programs: https://example.org/bus");
    assert.deepEqual(originLines({ ...origin, repository: null, license: null }), [data]);
  });
});
