import { type ParsedDataset, parseDataset } from "../../src/benchmark/parse.ts";

/** A dataset as an author writes it, small and with something of everything. */
export function sample() {
  return {
    $schema: "./dataset.schema.json",
    schema: "benchpost/1",
    title: "Message bus, four servers",
    description: "Two of the four, in fact.",
    x: { name: "demanded_request_rate", label: "Demanded requests", unit: "1/s" },
    metrics: {
      reply_rate: { label: "Throughput", unit: "1/s", display: "req/s", better: "higher" },
      latency: { label: "Response time", unit: "s", display: "ms", better: "lower" },
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
            stdev: [0.4, 0.5],
            stdev_kind: "sample",
            n: [2, 2],
            n_of: "runs",
            ci_low: [19, 38],
            ci_high: [21, 41],
            ci: { level: 0.95, method: "t" },
            runs: [[19.8, 20.4], null],
          },
          latency: {
            mean: [0.0163, 0.0069],
            p99: [0.031, null],
            histograms: [{ values: [0.01, 0.02], counts: [3, 0] }, null],
          },
          error_ratio: { value: [0, 0] },
        },
        flags: [{ x: 40, metric: "latency", stat: "p99", flag: "too-short", note: "…" }],
        environment: { runtime: "CPython 3.12" },
      },
    ],
    charts: { "graph-1-rps": { metric: "reply_rate", series: ["gevent-1"] } },
    environment: { cores: 2 },
    load: { model: "open" },
    sampling: { runs: 2 },
    sources: [
      { file: "raw/bus/gevent-1.tsv", sha256: "0".repeat(64), tool: "autobench", importer: "autobench", warnings: [] },
    ],
    license: "CC-BY-4.0",
    publish_raw: true,
  };
}

/** Reads a value as the file of a dataset called `bus`. */
export function parseValue(value: unknown): ParsedDataset {
  return parseDataset({ file: "data/bus.json", text: JSON.stringify(value) }, "bus");
}
