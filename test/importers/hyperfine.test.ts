import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { importTexts } from "../../src/importers/dataset/import-texts.ts";
import { readText } from "./read-text.ts";

const text = readFileSync(join(import.meta.dirname, "fixtures", "hyperfine", "two-commands.json"), "utf8");

/** `sleep` measured at several lengths, as `hyperfine -P seconds 0 2 -D 1 'sleep {seconds}'` writes it. */
const scan = (seconds: readonly string[]) =>
  JSON.stringify({
    results: seconds.map((one) => ({
      command: `sleep ${one} && echo 10`,
      mean: Number(one) + 0.5,
      stddev: null,
      median: Number(one) + 0.5,
      user: 0.001,
      system: 0.002,
      min: Number(one),
      max: 3,
      times: [Number(one), 3],
      memory_usage_byte: [1024, 3072],
      exit_codes: [0, null],
      parameters: { seconds: one },
    })),
  });

describe("hyperfine", () => {
  it("keeps every run, and the spread is over them", () => {
    const { time_per_op: time } = readText(text).points[0]!.metrics;
    assert.equal(time!.runs!.length, 10);
    assert.deepEqual([time!.nOf, time!.stdevKind], ["runs", "sample"]);
    assert.equal(time!.runs![2], 0.06022616548);
  });

  it("takes numbers of a parameter out of the command, and only those", () => {
    const { points, warnings } = readText(scan(["1", "2"]));
    assert.deepEqual(
      points.map((point) => [point.series, point.fullName, point.x[0]]),
      [
        ["sleep {seconds} && echo 10", "sleep 1 && echo 10", { name: "seconds", value: 1, unit: null }],
        ["sleep {seconds} && echo 10", "sleep 2 && echo 10", { name: "seconds", value: 2, unit: null }],
      ],
    );
    assert.deepEqual(
      warnings.map((one) => [one.code, /1 of 2 runs of sleep 1/.test(one.fact)]),
      [
        ["exit-nonzero", true],
        ["exit-nonzero", false],
      ],
    );
    assert.equal(points[0]!.metrics["memory"]!.stats["mean"], 2048);
  });

  it("has no time of 0: the start of the shell was subtracted", () => {
    const [point] = readText(scan(["0"])).points;
    assert.equal(point!.metrics["time_per_op"]!.stats["min"], null);
    assert.deepEqual(point!.metrics["time_per_op"]!.runs, [null, 3]);
    assert.equal(point!.flags[0]!.flag, "under-resolution");
  });

  it("becomes a line over a parameter that varies, and bars over commands", async () => {
    const bytes = (one: string) => new TextEncoder().encode(one);
    const line = await importTexts([{ file: "scan.json", bytes: bytes(scan(["2", "1", "4"])) }], { name: "sleep" });
    const over = JSON.parse(line.dataset!) as { x: { name: string }; series: { x: number[]; label: string }[] };
    assert.equal(over.x.name, "seconds");
    assert.deepEqual(
      over.series.map((one) => [one.label, one.x]),
      [["sleep {seconds} && echo 10", [1, 2, 4]]],
    );
    const bars = await importTexts([{ file: "two.json", bytes: bytes(text) }], { name: "start" });
    const named = JSON.parse(bars.dataset!) as {
      x: { values: string[] };
      metrics: Record<string, { display: string }>;
      charts: Record<string, unknown>;
    };
    assert.deepEqual(named.x.values, ["node -e 0", "python3 -c pass"]);
    assert.equal(named.metrics["time_per_op"]!.display, "ms");
    assert.deepEqual(named.charts["start-time-per-op"], {
      metric: "time_per_op",
      stat: "mean",
      spread: "ci",
    });
  });

  it("reads the parameters of CSV", () => {
    const { points, assumed } = readText(
      'command,mean,stddev,median,user,system,min,max,parameter_jobs,parameter_cc\n"make -j 4, ""all""",2.5,0.1,2.4,1,0.5,2,3,4,gcc\n',
    );
    assert.equal(points[0]!.series, 'make -j {jobs}, "all"');
    assert.deepEqual(points[0]!.parameters, { jobs: "4", cc: "gcc" });
    assert.equal(points[0]!.metrics["time_per_op"]!.n, undefined);
    assert.match(assumed[0]!, /how many runs/);
  });
});
