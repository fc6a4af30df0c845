import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { type ImportOptions, importTexts } from "../../src/importers/dataset/import-texts.ts";

const report = readFileSync(join(import.meta.dirname, "fixtures/wrk/c4-latency.txt"), "utf8");

/** wrk's report as another run would have it. */
const wrk = (connections: number, changes: Readonly<Record<string, string>> = {}) =>
  Object.entries({
    "Requests/sec:  4": `Requests/sec:  ${connections}`,
    "4 connections": `${connections} connections`,
    ...changes,
  }).reduce((text, [from, to]) => text.replace(from, to), report);

async function linesOf(files: Readonly<Record<string, string>>, options: Partial<ImportOptions> = {}) {
  const inputs = Object.entries(files).map(([file, text]) => ({ file, bytes: new TextEncoder().encode(text) }));
  const { dataset, diagnostics, assumed } = await importTexts(inputs, { name: "bus", ...options });
  assert.ok(dataset !== null, JSON.stringify(diagnostics));
  const { series, sources } = JSON.parse(dataset) as {
    series: { label: string; x: number[]; values: Record<string, { n?: number[] }> }[];
    sources: { file: string }[];
  };
  return {
    lines: series.map(({ label, x, values }) => [label, x, values["throughput"]!.n?.[0] ?? 1]),
    files: sources.map(({ file }) => file),
    assumed,
  };
}

describe("points of one series at one x", () => {
  it("are runs in folders that count runs, and series in folders of other names", async () => {
    const of = (one: string, other: string, above = "") => ({
      [`${above}${one}/out/c4.txt`]: wrk(4),
      [`${above}${one}/out/c8.txt`]: wrk(8),
      [`${above}${other}/out/c4.txt`]: `${wrk(4)}\n`,
      [`${above}${other}/out/c8.txt`]: `${wrk(8)}\n`,
    });
    const two = [
      ["node", [4, 8], 1],
      ["python", [4, 8], 1],
    ];
    assert.deepEqual((await linesOf(of("node", "python"))).lines, two);
    const outside = await linesOf(of("node", "python", "/home/ann/code/"));
    assert.deepEqual(outside.lines, two);
    assert.equal(outside.files[0], "node/out/c4.txt");
    assert.deepEqual((await linesOf(of("run1", "run2"))).lines, [["bus", [4, 8], 2]]);
    assert.deepEqual((await linesOf(of("monday", "tuesday"), { merge: "runs" })).lines, [["bus", [4, 8], 2]]);
  });

  it("are series where they were measured otherwise, and that is told", async () => {
    const { lines, assumed } = await linesOf({
      "c4-t2.txt": wrk(4),
      "c4-t4.txt": wrk(4, { "2 threads": "4 threads" }),
      "c8-t2.txt": wrk(8),
      "c8-t4.txt": wrk(8, { "2 threads": "4 threads" }),
    });
    assert.deepEqual(lines, [
      ["threads 2", [4, 8], 1],
      ["threads 4", [4, 8], 1],
    ]);
    assert.ok(assumed.includes("Points that differ in threads are series of their own."));
  });

  it("are series where the address is another", async () => {
    const url = /@ (\S+)/.exec(report)![1]!;
    const at = (path: string) => wrk(4, { [url]: `http://localhost:8080${path}` });
    const { lines } = await linesOf({ "run1.txt": at("/json?key=1"), "run2.txt": at("/plain") });
    assert.deepEqual(
      lines.map(([label]) => label),
      ["/json", "/plain"],
    );
  });
});
