import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Service } from "../../lab/experiment.ts";
import type { Attempt, Opening } from "../../lab/journal.ts";
import { toPeaks } from "../../lab/peaks.ts";
import { toRatios } from "../../lab/ratios.ts";
import type { Dataset } from "../../src/benchmark/dataset.ts";
import { parseDataset } from "../../src/benchmark/parse.ts";
import { renderDataset } from "../../src/benchmark/render.ts";
import { report } from "./report.ts";
import { attemptAt, tinyExperiment } from "./tiny.ts";

const [server] = tinyExperiment().services;
const named = (id: string): Service => ({ ...server!, id, label: id.toUpperCase() });
const series = (service: string) => ({ ...tinyExperiment().series[0]!, id: `${service}-1`, label: service, service });
const witness = (service: string) => ({
  ...tinyExperiment().witnesses[0]!,
  id: `${service}-wrk`,
  service,
  keepAlive: false,
  confirms: `${service}-1`,
});
const experiment = {
  ...tinyExperiment(),
  services: [named("slow"), named("fast"), named("unswept")],
  series: [series("slow"), series("fast")],
  witnesses: [witness("slow"), witness("fast"), witness("unswept")],
};
const opening: Opening = {
  kind: "opening",
  design: "d",
  startedAt: "2026-11-23T09:00:00.000Z",
  environment: { sut: {}, load: {}, software: {}, tools: { httperf: "0.9.0", wrk: "4.1.0" }, settings: {} },
};

const swept = (service: string, round: number, rate: number, replyRate: number): Attempt =>
  attemptAt({
    id: `${service}-1@${rate}#${round}`,
    series: `${service}-1`,
    round,
    rate,
    output: report({ rate, replyRate, stdev: 0.5, response: 1 }),
  });

const asked = (service: string, round: number, rate: number): Attempt =>
  attemptAt({
    id: `${service}-wrk#${round}`,
    tool: "wrk",
    series: `${service}-wrk`,
    round,
    rate: null,
    output: `Requests/sec: ${rate}\n`,
  });

const kept = [
  swept("slow", 1, 100, 99),
  swept("slow", 1, 200, 80),
  swept("slow", 2, 100, 90),
  swept("slow", 2, 200, 101),
  swept("fast", 1, 100, 100),
  swept("fast", 1, 200, 198),
  swept("fast", 2, 200, 202),
  asked("slow", 1, 120),
  asked("fast", 1, 180),
  asked("unswept", 1, 60),
];
const found = [{ kept, replaced: [] }, []] as const;
const dataset = toPeaks(experiment, experiment.full, opening, ...found);
const ratios = toRatios(experiment, experiment.full, opening, ...found);
const runsOf = (of: Dataset, id: string, metric: string) =>
  of.series
    .find((one) => one.id === id)
    ?.values.get(metric)
    ?.runs?.map((runs) => runs ?? []);

describe("peaks", () => {
  it("stand in the order of the servers' highest throughput", () => {
    assert.deepEqual(dataset.x.categories, ["FAST", "SLOW", "UNSWEPT"]);
  });

  it("are the highest of each round", () => {
    assert.deepEqual(runsOf(dataset, "httperf-1", "peak_rate"), [[198, 202], [99, 101], []]);
    assert.deepEqual(runsOf(dataset, "wrk-close", "peak_rate"), [[180], [120], [60]]);
  });

  it("say which servers a tool did not ask", () => {
    const [swept, asked] = ["httperf-1", "wrk-close"].map((id) => dataset.series.find((one) => one.id === id)?.flags);
    assert.deepEqual(swept, [{ x: 2, metric: null, stat: null, flag: "not-measured", note: "not swept" }]);
    assert.deepEqual(asked, []);
  });

  it("are datasets to the project's own reader, without a warning", () => {
    for (const { name, ...rest } of [dataset, ratios]) {
      const text = renderDataset({ name, ...rest });
      assert.deepEqual(parseDataset({ file: `data/${name}.json`, text }, name).warnings, []);
    }
  });
});

describe("ratios", () => {
  it("are of neighbours among the servers that both tools asked", () => {
    assert.deepEqual(ratios.x.categories, ["FAST / SLOW"]);
  });

  it("are taken in the same round and with the same tool", () => {
    assert.deepEqual(runsOf(ratios, "httperf-1", "peak_ratio"), [[2, 2]]);
    assert.deepEqual(runsOf(ratios, "wrk-close", "peak_ratio"), [[1.5]]);
  });
});
