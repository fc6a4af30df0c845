import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { readText } from "./read-text.ts";

const metrics = [
  { column: "p99 ms", metric: "latency", stat: "p99", unit: "ms" },
  { column: "errors", metric: "error_ratio", stat: "value", unit: "%" },
];
const expected = [
  [4, "node", 0.0125, 0.005],
  [16, "node", null, 0],
];
const rows = (text: string) =>
  readText(text, { as: "table", x: "clients", series: "server", metrics }).points.map((point) => [
    point.x[0]!.value,
    point.series,
    point.metrics["latency"]!.stats["p99"],
    point.metrics["error_ratio"]!.stats["value"],
  ]);

describe("a table with named columns", () => {
  it("is read from CSV, TSV, semicolons with decimal commas, JSON and NDJSON alike", () => {
    const objects = [
      { clients: 4, server: "node", "p99 ms": 12.5, errors: 0.5 },
      { clients: "16", server: "node", "p99 ms": null, errors: 0 },
    ];
    assert.deepEqual(rows("clients,server,p99 ms,errors\n4,node,12.5,0.5\n16,node,N/A,0\n"), expected);
    assert.deepEqual(rows("clients\tserver\tp99 ms\terrors\n4\tnode\t12.5\t0.5\n16\tnode\t\t0\n"), expected);
    assert.deepEqual(rows("clients;server;p99 ms;errors\n4;node;12,5;0,5\n16;node;;0\n"), expected);
    assert.deepEqual(rows(JSON.stringify(objects, null, 2)), expected);
    assert.deepEqual(rows(objects.map((one) => JSON.stringify(one)).join("\n")), expected);
  });

  it("takes thousands commas inside quotes for what they are", () => {
    assert.deepEqual(rows('clients,server,p99 ms,errors\n4,node,"1,250.5",0\n')[0], [4, "node", 1.2505, 0]);
  });

  it("warns about a cell that is no figure and names the nearest column to a misspelt one", () => {
    const reading = readText("p99 ms,errors\nfast,0\n", { as: "table", metrics });
    assert.deepEqual(
      reading.warnings.map((one) => [one.code, one.place.line]),
      [["cell-not-a-figure", 2]],
    );
    assert.throws(() => readText("p99_ms,errors\n1,0\n", { as: "table", metrics }), /Did you mean "p99_ms"/);
  });
});
