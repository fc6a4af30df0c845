import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { describe, it } from "node:test";
import { toDataset } from "../../lab/dataset.ts";
import type { Attempt, Opening } from "../../lab/journal.ts";
import { keepBest } from "../../lab/kept.ts";
import { rawFiles, rawJournal } from "../../lab/raw.ts";
import { parseDataset } from "../../src/benchmark/parse.ts";
import { renderDataset } from "../../src/benchmark/render.ts";
import { report, type Figures } from "./report.ts";
import { attemptAt, tinyExperiment } from "./tiny.ts";

const experiment = { ...tinyExperiment(), series: tinyExperiment().series.slice(0, 1) };
const opening: Opening = {
  kind: "opening",
  design: "d1",
  startedAt: "2026-11-23T09:00:00.000Z",
  environment: {
    sut: { cpu: "A processor" },
    load: { same_host: true },
    software: { one: { runtime: "node 20" } },
    tools: { httperf: "0.9.0" },
    settings: {},
  },
};

function run(rate: number, round: number, figures: Partial<Figures> = {}, change: Partial<Attempt> = {}): Attempt {
  const output = report({ rate, replyRate: rate, stdev: 0.5, response: 1, ...figures });
  return attemptAt({ id: `one@${rate}#${round}`, rate, round, output, ...change });
}

const attempts = [
  run(200, 1, { replyRate: 190, unopened: 1000 }),
  run(100, 2, { replyRate: 101, response: 3 }),
  run(100, 1, { replyRate: 99, response: 1 }),
];
const notes = [{ kind: "note", at: "2026-11-23T09:30:00.000Z", text: "A lorry passed." }] as const;
const kept = keepBest(attempts, experiment.limits);
const files = rawFiles(kept);
const dataset = toDataset(experiment, experiment.full, { opening, notes }, kept, files);

describe("dataset", () => {
  it("has the rates in order and the runs in the order of the rounds", () => {
    const [series] = dataset.series;
    assert.deepEqual(series?.x, [100, 200]);
    assert.deepEqual(series?.values.get("reply_rate")?.runs, [[99, 101], [190]]);
  });

  it("takes mean and spread over runs, in base units", () => {
    const latency = dataset.series[0]?.values.get("latency")?.columns;
    assert.deepEqual(latency?.get("mean"), [0.002, 0.001]);
    assert.deepEqual(latency?.get("stdev"), [0.001414214, null]);
    assert.deepEqual(latency?.get("n"), [2, 1]);
  });

  it("counts connections that could not be opened among those asked for", () => {
    assert.deepEqual(dataset.series[0]?.values.get("error_ratio")?.columns.get("mean"), [0, 0.5]);
    assert.match(dataset.sources[0]?.warnings.join() ?? "", /^In 1 of 3 runs, the first at 200\/s/);
  });

  it("tells what happened meanwhile", () => {
    assert.deepEqual(dataset.sampling["notes"], ["2026-11-23T09:30:00.000Z: A lorry passed."]);
  });

  it("flags saturation once a point", () => {
    assert.deepEqual(
      dataset.series[0]?.flags.map(({ x, flag, note }) => [x, flag, note]),
      [[200, "saturated", "fewer than 95 % of the demanded requests were answered, in every run"]],
    );
  });

  it("is a dataset to the project's own reader, without a warning", () => {
    const text = renderDataset(dataset);
    const { warnings, dataset: again } = parseDataset({ file: "data/tiny.json", text }, "tiny");
    assert.deepEqual(warnings, []);
    assert.equal(renderDataset(again), text);
  });

  it("names its raw file by checksum, and the journal finds each report in it", () => {
    const [file] = files;
    assert.equal(
      dataset.sources[0]?.sha256,
      createHash("sha256")
        .update(file?.text ?? "")
        .digest("hex"),
    );
    assert.deepEqual(file?.text.match(/--rate=\d+/g), ["--rate=100", "--rate=100", "--rate=200"]);
    const lines = rawJournal(opening, notes, kept).text.trim().split("\n");
    const points = lines.slice(2).map((line) => JSON.parse(line) as Record<string, unknown>);
    assert.deepEqual(
      points.map(({ id, file: name, report: place }) => [id, name, place]),
      [
        ["one@100#1", "one.txt", 1],
        ["one@100#2", "one.txt", 2],
        ["one@200#1", "one.txt", 3],
      ],
    );
    assert.ok(!points.some((point) => "output" in point));
  });
});
