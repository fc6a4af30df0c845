import type { Chart } from "../../src/chart/chart.ts";
import {
  chartOf,
  count,
  noise,
  repeated,
  sample,
  type SampleSeries,
  servers,
  tails,
  tasks,
  type Values,
} from "../chart/sample.ts";

const latency = (id: string, x: readonly number[], mean: Values, label = id): SampleSeries => ({
  id,
  label,
  x,
  values: { latency: { mean } },
});

const flat = (length: number, value: number | null): Values => count(length).map(() => value);

const hundred = count(400).map((i) => i * 5);

const LONG = "A server with a name so long that nobody would ever write it, yet somebody will ".repeat(3).slice(0, 200);
const ODD = ["<script>alert(1)</script> & \"'", "שרת מהיר עם שם ארוך", "👩‍👩‍👧 family 🚀", "tab\tand\u0000control\uD800"];

/** A server under rising load with three runs at each rate, which part where it is full. */
const rounds = () => {
  const random = noise(3);
  const x = count(12).map((i) => 100 * (i + 1));
  const runs = x.map((rate) => count(3).map(() => (rate < 800 ? rate : 800 - 300 * random()) + 2 * random()));
  const mean = runs.map((all) => all.reduce((sum, one) => sum + one, 0) / 3);
  const [min, max] = [runs.map((all) => Math.min(...all)), runs.map((all) => Math.max(...all))];
  return sample([{ id: "a", x, values: { reply_rate: { mean, min, max, n: x.map(() => 3), n_of: "runs", runs } } }]);
};

/** Charts of every kind, and of everything that breaks charts. Each has a picture in golden/. */
export const cases: Readonly<Record<string, () => Chart>> = {
  "line-throughput": () => chartOf(servers(100), { metric: "reply_rate" }),
  "line-throughput-few-points": () => chartOf(servers(20), { metric: "reply_rate" }),
  "line-response-time": () => chartOf(servers(100), { metric: "latency" }),
  "line-response-time-log": () => chartOf(servers(100), { metric: "latency", y: { scale: "log" } }),
  "line-errors-low": () => chartOf(servers(100), { metric: "error_ratio" }, true),
  "line-standard-deviation": () => chartOf(servers(100), { metric: "reply_rate", stat: "stdev" }),
  "line-errors-log": () => chartOf(servers(100), { metric: "error_ratio", y: { scale: "log" } }),
  "line-one-series": () => chartOf(servers(100), { metric: "reply_rate", series: ["server-2"] }),
  "line-annotated": () =>
    chartOf(servers(100), {
      metric: "reply_rate",
      annotations: [
        { x: 320, label: "first server full" },
        { x: 1750, label: "last server full, after which nothing is delivered as demanded" },
      ],
    }),
  "line-annotated-often": () =>
    chartOf(servers(100), {
      metric: "latency",
      annotations: count(14).map((i) => ({
        x: 40 + i * 145,
        label: ["here", "a server is full", "the collector of garbage runs for the first time", LONG][i % 4]!,
      })),
    }),
  "line-domain": () =>
    chartOf(servers(100), { metric: "reply_rate", x: { domain: [500, 1500] }, y: { domain: [200, 800] } }),
  "line-both-log": () => chartOf(servers(100), { metric: "reply_rate", x: { scale: "log" }, y: { scale: "log" } }),
  "line-places-from-zero-log": () => {
    const x = [0, 1, 10, 100, 1000];
    const figures = { mean: [2, 3, 2.5, 6, 8], stdev: [0.5, 0.4, 0.3, 0.6, 1], n: x.map(() => 3) };
    return chartOf(sample([{ id: "a", x, values: { latency: figures } }]), { x: { scale: "log" } });
  },
  "line-hundred-times": () => {
    const rising = noise(9);
    const large = hundred.map((x) => x / 100 + rising());
    const small = hundred.map((x) => x / 10_000 + rising() / 100);
    return chartOf(sample([latency("large", hundred, large), latency("small", hundred, small)]), {});
  },
  "line-thirty-series": () =>
    chartOf(
      sample(
        count(30).map((k) =>
          latency(
            `series-${k}`,
            count(12),
            count(12).map((i) => (k + 1) * 0.01 * (i + 1)),
          ),
        ),
      ),
      {},
    ),
  "line-all-missing": () =>
    chartOf(sample([latency("a", [1, 2, 3], [null, null, null]), latency("b", [1, 2], [null, null])]), {}),
  "line-gaps": () =>
    chartOf(
      sample([
        latency(
          "a",
          count(60),
          count(60).map((i) => (i % 10 < 2 || i === 35 ? null : 0.01 + i / 1000)),
        ),
      ]),
      {},
    ),
  "line-one-point": () => chartOf(sample([latency("a", [400], [0.0163])]), {}),
  "line-equal": () =>
    chartOf(sample([latency("a", [1, 2, 3], flat(3, 0.5)), latency("b", [1, 2, 3], flat(3, 0.5))]), {}),
  "line-zero": () => chartOf(sample([latency("a", [1, 2, 3], flat(3, 0))]), {}),
  "line-huge-range": () => chartOf(sample([latency("a", [1, 1e6, 1e12], [1e-9, 1, 1e9])]), {}),
  "line-tiny": () => chartOf(sample([latency("a", [1e-9, 2e-9], [1e-12, 3e-12])]), {}),
  "line-long-labels": () =>
    chartOf(sample([latency("a", [1, 2], [1, 2], LONG), latency("b", [1, 2], [2, 1], "W".repeat(200))]), {
      title: LONG,
      y: { label: LONG },
      x: { label: LONG },
    }),
  "line-odd-labels": () =>
    chartOf(sample(ODD.map((label, k) => latency(`s${k}`, [1, 2, 3], [k + 1, k + 2, k + 1], label))), {
      title: ODD.join(" "),
    }),
  "percentiles-of-histograms": () => chartOf(tails(), { mark: "percentiles" }),
  "percentiles-at-loads": () => chartOf(tails(), { mark: "percentiles", series: ["wide"], at: [100, 200] }),
  "dot-over-numbers": () => chartOf(servers(20), { metric: "reply_rate", mark: "dot" }),
  "dot-over-categories": () => chartOf(tasks(["lists", "maps", "sets"]), { mark: "dot", y: { scale: "log" } }),
  "dot-lying": () => chartOf(tasks(["lists", "maps", "sets"]), { mark: "dot", orientation: "lying" }),
  "dot-lying-log": () => chartOf(tasks(["lists", "maps"]), { mark: "dot", orientation: "lying", y: { scale: "log" } }),
  "strip-lying": () => chartOf(repeated(["lists", "maps", "sets"]), { mark: "strip", orientation: "lying" }),
  "strip-upright": () => chartOf(repeated(["lists", "maps", "sets"]), { mark: "strip" }),
  "box-lying": () => chartOf(repeated(["lists", "maps", "sets"]), { mark: "box", orientation: "lying" }),
  "box-upright": () => chartOf(repeated(["lists", "maps", "sets"]), { mark: "box" }),
  "box-of-histograms": () => chartOf(tails(), { mark: "box" }),
  "box-with-runs": () => chartOf(repeated(["lists", "maps"]), { mark: "box", orientation: "lying", runs: true }),
  "histogram-of-runs": () =>
    chartOf(repeated(["lists", "maps"], 60), { mark: "histogram", series: ["runtime-1"], at: "lists" }),
  "histogram-of-buckets": () => chartOf(tails(), { mark: "histogram" }),
  "histogram-log": () => chartOf(tails(), { mark: "histogram", x: { scale: "log" } }),
  "ecdf-of-runs": () => chartOf(repeated(["lists", "maps"]), { mark: "ecdf", at: "maps" }),
  "ecdf-of-buckets": () => chartOf(tails(), { mark: "ecdf", x: { scale: "log" } }),
  "line-with-runs": () => chartOf(rounds(), { runs: true }),
  "bar-with-runs": () => chartOf(repeated(["lists", "maps", "sets"]), { runs: true }),
  "bar-upright-with-runs": () => chartOf(repeated(["lists", "maps", "sets"]), { mark: "bar", runs: true }),
  "bar-upright": () => chartOf(tasks(["lists", "maps", "sets", "tuples"]), { mark: "bar" }),
  "bar-by-value": () => chartOf(tasks(["tuples", "sets", "lists", "maps"]), { series: ["runtime-2"] }),
  "bar-grouped-lying": () => chartOf(tasks(["lists", "maps", "sets", "tuples"]), {}),
  "bar-one-series": () => chartOf(tasks(["lists", "maps", "sets", "tuples"]), { mark: "bar", series: ["runtime-2"] }),
  "bar-one-category": () => chartOf(tasks(["lists"]), { mark: "bar" }),
  "bar-over-numbers": () => chartOf(servers(5), { metric: "reply_rate", mark: "bar" }),
  "bar-lying": () =>
    chartOf(
      tasks([
        "Sort one million random 64-bit integers",
        "Parse a JSON document of 10 MB with nested arrays",
        "Template rendering",
        LONG,
      ]),
      { mark: "bar" },
    ),
  "bar-odd-names": () => chartOf(tasks(ODD.slice(0, 3)), { mark: "bar" }),
  "bar-zero-and-missing": () =>
    chartOf(
      sample([{ id: "a", x: ["x", "y", "z"], values: { latency: { mean: [0, null, 0.004] } } }], {
        names: ["x", "y", "z"],
      }),
      { mark: "bar" },
    ),
};
