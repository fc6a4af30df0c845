import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, it } from "node:test";
import { parseDataset } from "../../src/benchmark/parse.ts";
import { renderDataset } from "../../src/benchmark/render.ts";
import { toDataset } from "../../lab/dataset.ts";
import { describeEnvironment } from "../../lab/environment.ts";
import { describe as describeExperiment, requirements } from "../../lab/experiments/message-bus/experiment.ts";
import { Journal } from "../../lab/journal.ts";
import { keepBest } from "../../lab/kept.ts";
import { toPeaks } from "../../lab/peaks.ts";
import { Processes } from "../../lab/processes.ts";
import { rawFiles } from "../../lab/raw.ts";
import { missing } from "../../lab/requirements.ts";
import { sweep } from "../../lab/sweep.ts";

const lacking = missing(requirements);

describe("message bus, swept quickly", { skip: lacking === undefined ? false : lacking.replaceAll("\n", "; ") }, () => {
  it("measures every server in every way, and yields datasets that posts can use", { timeout: 240_000 }, async () => {
    const folder = mkdtempSync(join(tmpdir(), "benchpost-bus-"));
    // Ports away from those of a sweep that may be running; limits that whatever else the machine does cannot exceed.
    const experiment = { ...describeExperiment(7841), limits: { wait: 9, foreign: 9, steal: 9, attempts: 1 } };
    const effort = { ...experiment.quick, seconds: 1, timeout: 1, warmup: 1, every: 100 };
    const journal = new Journal(join(folder, "quick.jsonl"));
    const opening = {
      kind: "opening",
      design: "a quick one",
      startedAt: new Date().toISOString(),
      environment: describeEnvironment(experiment),
    } as const;
    const processes = new Processes();
    try {
      await sweep({ experiment, effort, journal, processes, report: () => {} });
      const attempts = keepBest(journal.attempts, experiment.limits);
      const files = rawFiles(attempts);
      const found = toDataset(experiment, effort, { opening, notes: [] }, attempts, files);
      for (const { id, values } of found.series) {
        // Shorter than httperf's samples of the reply rate, but every reply has its time.
        const [time] = values.get("latency")?.columns.get("mean") ?? [];
        assert.ok((time ?? 0) > 0, `${id} answered nothing`);
      }
      const peaks = toPeaks(experiment, effort, opening, attempts, files);
      assert.equal(peaks.x.categories.length, 7);
      for (const dataset of [found, peaks]) {
        const source = { file: `data/${dataset.name}.json`, text: renderDataset(dataset) };
        assert.equal(parseDataset(source, dataset.name).dataset.series.length, dataset.series.length);
      }
    } finally {
      await processes.stop();
      rmSync(folder, { recursive: true });
    }
  });
});
