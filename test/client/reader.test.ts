import assert from "node:assert/strict";
import { test } from "node:test";
import type { Dataset } from "../../src/benchmark/dataset.ts";
import { parseDataset } from "../../src/benchmark/parse.ts";
import { renderDataset } from "../../src/benchmark/render.ts";
import { readDataset } from "../../src/client/reader.ts";

/** What the reader leaves out is of no use to charts. */
function charted(dataset: Dataset): Dataset {
  const rest = { charts: new Map(), environment: {}, load: {}, sampling: {}, sources: [], publishRaw: false };
  return { ...dataset, ...rest };
}

const full = {
  schema: "benchpost/1",
  title: "Message bus",
  description: "Two servers",
  x: { name: "demanded_request_rate", label: "Demanded requests", unit: "1/s", display: "req/s" },
  metrics: {
    reply_rate: { label: "Throughput", unit: "1/s", display: "req/s", better: "higher" },
    error_ratio: { label: "Errors", unit: "1", display: "%", better: "lower", denominator: "replies" },
  },
  series: [
    {
      id: "gevent-1",
      label: "Gevent (1)",
      x: [20, 40],
      values: {
        reply_rate: {
          mean: [20.1, 39.9],
          stdev: [0.4, null],
          n: [2, 2],
          n_of: "runs",
          stdev_kind: "sample",
          runs: [[20, 20.2], null],
        },
        error_ratio: { value: [0, 0.01], ci: { level: 0.95, method: "t" }, ci_low: [0, 0], ci_high: [0.1, 0.2] },
      },
      flags: [{ x: 40, metric: "reply_rate", stat: "stdev", flag: "too-short", note: "one run" }],
      environment: { runtime: "CPython" },
    },
  ],
  environment: { cpu: "two cores" },
};

const terse = {
  schema: "benchpost/1",
  title: "Message bus",
  x: { unit: "1" },
  metrics: { response_time: { unit: "s" }, size: { unit: "B" }, load: { unit: "1" } },
  series: [
    { id: "a", x: [1, 2], values: { response_time: { n: [3, 3], mean: [0.004, 0.006] }, size: { value: [2e6, 3e6] } } },
    { id: "b", x: [1, 3], values: { load: { value: [0.25, null] } } },
  ],
};

const categories = {
  schema: "benchpost/1",
  title: "Parsers",
  x: { name: "input_kind", values: ["lists", "maps", "strings"] },
  metrics: { time: { unit: "s" } },
  series: [
    { id: "a", values: { time: { mean: [1, 2, 3] } } },
    {
      id: "b",
      x: ["lists", "strings"],
      values: { time: { mean: [1, 3] } },
      flags: [{ x: "strings", flag: "too-short" }],
    },
  ],
};

const time = {
  schema: "benchpost/1",
  title: "Every night",
  x: { type: "time" },
  metrics: { time: { unit: "s" } },
  series: [{ id: "a", x: ["2026-11-22", "2026-11-23T12:00:00Z", 1795521600], values: { time: { mean: [1, 2, 3] } } }],
};

for (const [name, written] of Object.entries({ full, terse, categories, time })) {
  test(`a browser reads what the parser read: ${name}`, () => {
    const file = `data/${name}.json`;
    const { dataset } = parseDataset({ file, text: JSON.stringify(written) }, name);
    assert.deepEqual(readDataset(JSON.stringify(written), name), charted(dataset), "as the author wrote it");
    assert.deepEqual(readDataset(renderDataset(dataset), name), charted(dataset), "as the importers write it");
  });
}
