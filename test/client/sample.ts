import type { Axis, Chart, ChartSeries } from "../../src/chart/chart.ts";

/** A chart with sensible values for all that a test does not care about. */
export function sampleChart(given: Partial<Chart> = {}): Chart {
  return {
    id: "graph-1-rps",
    dataset: "bus",
    mark: "line",
    form: "line",
    orientation: "upright",
    order: "data",
    metric: { id: "reply_rate", label: "Throughput", stat: "mean" },
    title: "Throughput",
    caption: "",
    x: sampleAxis({ label: "Demanded requests", unit: "req/s" }),
    y: sampleAxis({ label: "Throughput", unit: "req/s" }),
    series: [],
    spread: null,
    whiskers: null,
    runs: "none",
    reference: null,
    annotations: [],
    brackets: [],
    height: 320,
    yAxisWidth: 56,
    rightMargin: 16,
    notes: [],
    ...given,
  };
}

export function sampleAxis(given: Partial<Axis> = {}): Axis {
  return {
    kind: "linear",
    label: "",
    unit: "",
    title: "",
    domain: [0, 1000],
    ticks: [],
    categories: [],
    lane: null,
    ...given,
  };
}

export function sampleSeries(id: string, x: number[], y: (number | null)[], spread?: number): ChartSeries {
  return {
    id,
    label: id.toUpperCase(),
    style: { colour: 1, marker: "circle", dash: [] },
    x,
    y,
    low: spread === undefined ? null : y.map((value) => (value === null ? null : value - spread)),
    high: spread === undefined ? null : y.map((value) => (value === null ? null : value + spread)),
    outer: null,
    runs: null,
    failed: null,
    thinned: null,
  };
}
