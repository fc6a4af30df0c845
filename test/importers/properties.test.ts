import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import * as fc from "fast-check";
import { type ImportOptions, importTexts } from "../../src/importers/dataset/import-texts.ts";

interface Columns {
  readonly histograms?: readonly { readonly values: number[]; readonly counts: number[] }[];
  readonly [stat: string]: unknown;
}

const bytes = (text: string) => new TextEncoder().encode(text);

async function textOf(files: Readonly<Record<string, string>>, options: Partial<ImportOptions> = {}): Promise<string> {
  const inputs = Object.entries(files).map(([file, text]) => ({ file, bytes: bytes(text) }));
  const { dataset, diagnostics } = await importTexts(inputs, { name: "bus", ...options });
  assert.ok(dataset !== null, JSON.stringify(diagnostics));
  return dataset;
}

async function latencyOf(...given: Parameters<typeof textOf>): Promise<Columns> {
  const { series } = JSON.parse(await textOf(...given)) as { series: { values: Record<string, Columns> }[] };
  return series[0]!.values["latency"]!;
}

const fixture = (file: string) => readFileSync(join(import.meta.dirname, "fixtures", file), "utf8");
const [header = "", ...requests] = fixture("hey/n500.csv").trim().split("\n");
const samples = (rows: readonly string[]) => `${[header, ...rows].join("\n")}\n`;
const table = (rows: readonly (readonly number[])[]) => `n,time\n${rows.map((row) => row.join(",")).join("\n")}\n`;
const microseconds = fc.integer({ min: 1, max: 10 ** 9 });

describe("importing", () => {
  it("gives the same figures whatever unit they are written in", () =>
    fc.assert(
      fc.asyncProperty(fc.array(microseconds, { minLength: 1, maxLength: 5 }), async (times) => {
        const read = (unit: string, perUnit: number) =>
          textOf(
            { "t.csv": table(times.map((time, i) => [i, time / perUnit])) },
            { x: "n", metric: [`time=latency:${unit}`] },
          );
        const figures = (text: string) => (JSON.parse(text) as { series: unknown }).series;
        const wanted = figures(await read("us", 1));
        for (const [unit, perUnit] of [
          ["ns", 1e-3],
          ["ms", 1e3],
          ["s", 1e6],
        ] as const)
          assert.deepEqual(figures(await read(unit, perUnit)), wanted);
      }),
      { numRuns: 50 },
    ));

  it("does not care in which order runs come", async () => {
    const runs = [1, 2, 3, 4, 5].map((run) => [`c16-run${run}.txt`, fixture(`merge/repeats-wrk/c16-run${run}.txt`)]);
    const wanted = await textOf(Object.fromEntries(runs));
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(runs, { minLength: 5 }), async (shuffled) =>
        assert.equal(await textOf(Object.fromEntries(shuffled)), wanted),
      ),
      { numRuns: 10 },
    );
    const { runs: _kept, ...stats } = await latencyOf(
      {
        "t.csv": table([
          [1, 4],
          [1, 2],
          [1, 9],
        ]),
      },
      { x: "n", metric: ["time=latency"] },
    );
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray([4, 2, 9], { minLength: 3 }), async (times) => {
        const { runs: _order, ...shuffled } = await latencyOf(
          { "t.csv": table(times.map((time) => [1, time])) },
          { x: "n", metric: ["time=latency"] },
        );
        assert.deepEqual(shuffled, stats);
      }),
    );
  });

  it("finds the histogram of a file in its parts, read together or one after the other", () =>
    fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 500, maxLength: 500 }), async (parts) => {
        const whole = await latencyOf({ "all.csv": samples(requests) }, { x: "connections=50" });
        const files = [0, 1, 2]
          .map((part) => [`part${part}.csv`, samples(requests.filter((_, i) => (parts[i] ?? 0) === part))] as const)
          .filter(([, text]) => text.trim() !== header);
        const options = { x: "connections=50", series: "hey" } as const;
        const together = await latencyOf(Object.fromEntries(files), { ...options, merge: "runs" });
        assert.deepEqual(together.histograms, whole.histograms);
        const [first, ...rest] = files;
        let text = await textOf(Object.fromEntries([first!]), options);
        for (const file of rest)
          text = await textOf(Object.fromEntries([file]), {
            ...options,
            append: true,
            existing: { file: "data/bus.json", text },
          });
        const { series } = JSON.parse(text) as { series: { values: Record<string, Columns> }[] };
        assert.deepEqual(series[0]!.values["latency"]!.histograms, whole.histograms);
      }),
      { numRuns: 15 },
    ));

  it("keeps some hundred buckets of any number of different times, and their percentiles", () =>
    fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 10 ** 6 }), async (seed) => {
        const times = Array.from({ length: 5000 }, (_, i) => 1e-3 * 1.0009 ** ((i * 7919 * seed) % 5003));
        const rows = times.map((time) => `${time.toFixed(9)},0,0,0,0,0,200,0`);
        const { histograms, p95 } = await latencyOf({ "all.csv": samples(rows) }, { x: "connections=50" });
        const { values, counts } = histograms![0]!;
        assert.equal(
          counts.reduce((sum, count) => sum + count, 0),
          times.length,
        );
        assert.ok(values.length <= 64 * 8, String(values.length));
        const exact = times.toSorted((a, b) => a - b)[Math.ceil(0.95 * times.length) - 1]!;
        assert.ok(Math.abs((p95 as number[])[0]! / exact - 1) <= 1e-3);
      }),
      { numRuns: 5 },
    ));
});
