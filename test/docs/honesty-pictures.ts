import type { ChartSpec } from "../../src/chart/spec.ts";
import { toChart } from "../../src/chart/to-chart.ts";
import { parseDataset } from "../../src/benchmark/parse.ts";
import { drawStandalone } from "../../src/drawing/standalone.ts";

/** A chart as its author should not, and as he should draw it. The figures are invented. */
interface Pair {
  readonly data: object;
  readonly wrong: Drawing;
  readonly right: Drawing;
}

/** What is drawn, and of which data where it is not those of the pair. */
interface Drawing extends ChartSpec {
  readonly data?: object;
}

const sweep = { name: "demanded_request_rate", label: "Demanded", unit: "1/s", display: "req/s" };
const rate = { label: "Throughput", unit: "1/s", display: "req/s", better: "higher" };
const latency = { label: "Response time", unit: "s", display: "ms", better: "lower" };

/** Two servers over rates: delivered what is demanded, up to a limit each. */
function servers(x: readonly number[], noise = 0.01): object {
  const one = (id: string, limit: number) => {
    const mean = x.map((demanded) => Math.min(demanded, limit));
    return { id, x, values: { rate: { mean, stdev: mean.map((value) => value * noise) } } };
  };
  return { x: sweep, metrics: { rate }, series: [one("A", 1200), one("B", 1000)] };
}

/** Two libraries that differ less than their runs do. */
const alike = {
  x: { label: "Task", values: ["lists", "maps"] },
  metrics: { rate: { label: "Operations", unit: "1/s", display: "k/s" } },
  series: [
    { id: "A", values: { rate: { mean: [2310e3, 2280e3], stdev: [90e3, 70e3] } } },
    { id: "B", values: { rate: { mean: [2240e3, 2330e3], stdev: [80e3, 85e3] } } },
  ],
};

const skewed = {
  x: sweep,
  metrics: { latency },
  series: [
    {
      id: "A",
      x: [400, 800, 1200, 1600, 2000],
      values: {
        latency: {
          mean: [0.004, 0.006, 0.02, 0.09, 0.12],
          stdev: [0.001, 0.003, 0.03, 0.11, 0.1],
          min: [0.003, 0.004, 0.006, 0.02, 0.04],
          max: [0.005, 0.009, 0.055, 0.21, 0.23],
          p99: [0.011, 0.019, 0.14, 0.41, 0.45],
        },
      },
    },
  ],
};

const ratios = {
  x: { label: "Release", unit: "1" },
  metrics: { speedup: { label: "Speed, of release 1", unit: "1", display: "×" } },
  series: [{ id: "A", x: [1, 2, 3, 4, 5], values: { speedup: { value: [1, 2, 0.5, 0.25, 4] } } }],
};

/** By rule. */
export const pairs: Readonly<Record<string, Pair>> = {
  BL10: {
    data: servers([400, 800, 1200, 1600], 0.09),
    wrong: { metric: "rate", spread: "none" },
    right: { metric: "rate" },
  },
  BL12: { data: skewed, wrong: { metric: "latency", spread: "stdev" }, right: { metric: "latency", spread: "range" } },
  BL13: {
    data: skewed,
    wrong: { metric: "latency", spread: "none", y: { domain: [0, 0.5e3] } },
    right: { metric: "latency", stat: "p99", y: { domain: [0, 0.5e3] } },
  },
  BL20: { data: alike, wrong: { metric: "rate", spread: "none" }, right: { metric: "rate" } },
  BL24: {
    data: servers([200, 400, 600, 800, 1000]),
    wrong: { metric: "rate" },
    right: { metric: "rate", data: servers([200, 400, 600, 800, 1000, 1200, 1400]) },
  },
  BL27: {
    data: alike,
    wrong: { metric: "rate", spread: "none", y: { domain: [2200, 2350] } },
    right: { metric: "rate", spread: "none" },
  },
  BL38: {
    data: servers([200, 900, 1600]),
    wrong: { metric: "rate" },
    right: { metric: "rate", data: servers([200, 600, 900, 1000, 1100, 1200, 1300, 1600]) },
  },
  BL39: { data: ratios, wrong: { metric: "speedup" }, right: { metric: "speedup", y: { scale: "log" } } },
};

/** One picture of a pair, small enough for two side by side. */
export function drawPicture(rule: string, side: "wrong" | "right"): string {
  const pair = pairs[rule]!;
  const { data = pair.data, ...spec } = pair[side];
  const text = JSON.stringify({ schema: "benchpost/1", title: rule, ...data });
  const { dataset } = parseDataset({ file: `${rule}.json`, text }, rule);
  const described = { ...spec, title: side === "wrong" ? "Not so" : "But so", caption: " " };
  const { chart, problems } = toChart(dataset, rule, described, { styles: new Map(), low: true });
  if (chart === null) throw new Error(problems.map(({ fact }) => fact).join("; "));
  return drawStandalone(chart, { width: 320 });
}
