import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { type ImportOptions, importTexts } from "../../src/importers/dataset/import-texts.ts";

const folder = join(import.meta.dirname, "fixtures", "merge");
const filesOf = (part: string) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.includes(part) && file.includes("."))
    .map((file) => ({ file, bytes: readFileSync(join(folder, file)) }));

interface Figures extends Record<
  "value" | "mean" | "median" | "stdev" | "max" | "p95" | "p99" | "n" | "ci_high",
  number[]
> {
  readonly n_of: string;
  readonly ci: unknown;
  readonly runs: number[][];
}

async function made(files: Parameters<typeof importTexts>[0], options: Partial<ImportOptions> = {}) {
  const { dataset, diagnostics, assumed } = await importTexts(files, { name: "bus", ...options });
  assert.ok(dataset !== null, JSON.stringify(diagnostics));
  const { series } = JSON.parse(dataset) as { series: { x: number[]; values: Record<string, Figures> }[] };
  return { text: dataset, only: series[0]!, count: series.length, assumed: assumed.join("\n") };
}
const near = (got: number, wanted: number, by: number) =>
  assert.ok(Math.abs(got - wanted) <= by, `${got}, not ${wanted}`);

describe("merging", () => {
  it("sums what hosts send and weighs what they wait", async () => {
    const { only, count } = await made(filesOf("hosts-httperf"), { merge: "hosts" });
    assert.equal(count, 1);
    assert.deepEqual(only.x, [200, 400]);
    assert.deepEqual(only.values["request_rate"]!.value, [197.6, 400.2]);
    near(only.values["reply_rate"]!.stdev[0]!, 11.456, 1e-3);
    near(only.values["latency"]!.mean[0]!, 0.0247, 1e-9);
    assert.equal(only.values["reply_rate"]!.max, undefined);
  });

  it("adds as autobench_admin does without weights", async () => {
    const { only } = await made(filesOf("hosts-httperf"), { merge: "hosts", weights: "none" });
    near(only.values["reply_rate"]!.stdev[0]!, 16.2, 0.05);
  });

  it("has percentiles of several hosts from samples, and from nothing else", async () => {
    const samples = await made(filesOf("encode.csv"), { merge: "hosts" });
    near(samples.only.values["latency"]!.p95[0]!, 0.016828339, 2e-5);
    near(samples.only.values["latency"]!.stdev[0]!, 0.005042957, 1e-6);
    const summaries = await made(
      filesOf("gen").filter(({ file }) => file.endsWith("report.json")),
      { merge: "hosts" },
    );
    assert.equal(summaries.only.values["latency"]!.p95, undefined);
    assert.match(summaries.assumed, /p95.* left out/);
  });

  it("keeps repeated runs apart and says how they spread", async () => {
    const { only } = await made(filesOf("repeats-wrk"));
    const { mean, median, stdev, n, n_of, ci, ci_high, runs } = only.values["throughput"]!;
    const { p99 } = only.values["latency"]!;
    near(mean[0]!, 49072.046, 1e-3);
    near(stdev[0]!, 1073.425, 1e-3);
    near(ci_high[0]! - mean[0]!, 1332.8, 0.1);
    assert.deepEqual(
      [median, n, n_of, ci, runs[0]!.length, p99],
      [[48899.28], [5], "runs", { level: 0.95, method: "t" }, 5, undefined],
    );
  });

  it("gives the same whatever the order of the files", async () => {
    const files = filesOf("repeats-wrk");
    assert.equal((await made(files)).text, (await made(files.toReversed())).text);
  });

  it("adds new files once, and changes nothing for known ones", async () => {
    const files = filesOf("repeats-wrk");
    const first = await made(files.slice(0, 3));
    const mine = first.text.replace('"title": "Bus"', '"title": "My own"');
    const existing = { file: "data/bus.json", text: mine };
    const more = await made(files.slice(2), { existing, append: true });
    assert.deepEqual(more.only.values["throughput"]!.n, [5]);
    near(more.only.values["throughput"]!.mean[0]!, 49072.046, 1e-3);
    assert.match(more.text, /"My own"/);
    assert.equal(
      (await made(files, { existing: { file: "data/bus.json", text: more.text }, append: true })).text,
      more.text,
    );
  });

  it("does not replace figures that came from other files", async () => {
    const files = filesOf("repeats-wrk");
    const existing = { file: "data/bus.json", text: (await made(files.slice(0, 1))).text };
    const { dataset, diagnostics } = await importTexts(files.slice(1), { name: "bus", existing });
    assert.deepEqual([dataset, diagnostics[0]!.code], [null, "dataset-exists"]);
  });
});
