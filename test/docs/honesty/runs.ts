import { seeded } from "../../../src/benchmark/random.ts";
import { bell, named, over, quantile, rate, round, steps, swept, time } from "./data.ts";
import type { Pair } from "./picture.ts";

const run = { label: "Run", unit: "1" };
const dots = { mark: "dot", spread: "none" } as const;

const ten = {
  A: [962, 1031, 988, 1040, 975, 1018, 1004, 951, 1029, 997],
  B: [1041, 968, 1012, 990, 1035, 979, 1022, 1001, 957, 1008],
};

/** p99.9 of samples of one server, again and again. */
function tails(size: number): object {
  const random = seeded(14);
  const figures = steps(1, 10, 1).map(() => {
    const sample = Array.from({ length: size }, () => 0.004 / (1 - random()) ** 0.6);
    return round(quantile(sample, 0.999));
  });
  return over({ label: "Repetition", unit: "1" }, steps(1, 10, 1), { ...time, label: "p99.9" }, { A: figures });
}

/** A machine that gets slower while it is measured, and two programs that are alike, in some order. */
function drifting(isA: (turn: number) => boolean): object {
  const noise = bell(34);
  const turns = steps(1, 12, 1).map((turn) => ({ turn, figure: round(0.1 + 0.002 * turn + 0.001 * noise()) }));
  const series = (["A", "B"] as const).map((id) => {
    const own = turns.filter(({ turn }) => isA(turn) === (id === "A"));
    return { id, x: own.map(({ turn }) => turn), values: { figure: { value: own.map(({ figure }) => figure) } } };
  });
  return { x: { label: "Turn", unit: "1" }, metrics: { figure: time }, series };
}

/** 24 requests, three of which met a garbage collection; the same without them. */
function collected(isKept: boolean): object {
  const noise = bell(35);
  const all = steps(1, 24, 1).map((one) => (one % 8 === 5 ? 0.19 + 0.006 * (one % 3) : 0.04 + 0.004 * noise()));
  return over({ label: "Request", unit: "1" }, steps(1, 24, 1), time, {
    A: all.map((one) => (isKept || one < 0.1 ? round(one) : null)),
  });
}

/** Response times of a long run and of a short one that met a stall. */
function twoRuns(): readonly number[] {
  const random = seeded(36);
  const draw = (count: number, mean: number) => Array.from({ length: count }, () => -mean * Math.log(1 - random()));
  const [long, short] = [draw(19_900, 0.004), draw(100, 0.11)];
  return [long, short, [...long, ...short]].map((one) => round(quantile(one, 0.99)));
}

/** A program compared with itself twenty times, with intervals of so many standard errors. */
function itself(errors: number): object {
  const noise = bell(4);
  const value = steps(1, 20, 1).map(() => round(1 + 0.02 * noise()));
  const edge = (sign: number) => value.map((one) => round(one + sign * errors * 0.02));
  const figures = { value, ci_low: edge(-1), ci_high: edge(1) };
  return over(
    { label: "Comparison", unit: "1" },
    steps(1, 20, 1),
    { label: "A over A", unit: "1", display: "×" },
    { A: figures },
  );
}

const alike = (spread: boolean): object =>
  named(
    "Task",
    ["lists", "maps"],
    { label: "Operations", unit: "1/s", display: "k/s" },
    {
      A: { mean: [2310e3, 2280e3], ...(spread && { stdev: [90e3, 70e3] }) },
      B: { mean: [2240e3, 2330e3], ...(spread && { stdev: [80e3, 85e3] }) },
    },
  );

const rates = [400, 800, 1200, 1600, 2000];
const skewed = {
  mean: [0.004, 0.006, 0.02, 0.09, 0.12],
  stdev: [0.001, 0.003, 0.03, 0.11, 0.1],
  min: [0.003, 0.004, 0.006, 0.02, 0.04],
  max: [0.005, 0.009, 0.055, 0.21, 0.23],
  p99: [0.011, 0.019, 0.14, 0.41, 0.45],
};

const twoServers = swept([400, 800, 1200, 1600], rate, {
  A: { mean: [400, 800, 1200, 1230], stdev: [30, 70, 110, 115] },
  B: { mean: [400, 790, 1120, 1140], stdev: [30, 70, 100, 105] },
});

const twoBands = (places: readonly string[]): object =>
  named("Standard deviation", places, time, {
    A: { mean: [0.02, 0.02].slice(0, places.length), stdev: [0.012, 0.0006].slice(0, places.length) },
  });

const cut = named(
  "Task",
  ["lists", "maps"],
  { label: "Operations", unit: "1/s", display: "k/s" },
  { A: [2310e3, 2280e3], B: [2240e3, 2330e3] },
);

/** Rules on runs, their spread, and percentiles. */
export const runs: Readonly<Record<string, Pair>> = {
  BL09: {
    wrong: {
      data: over(run, [1], rate, { A: [962], B: [1041] }),
      ...dots,
      x: { domain: [0, 11] },
      y: { domain: [900, 1100] },
    },
    right: { data: over(run, steps(1, 10, 1), rate, ten), ...dots, x: { domain: [0, 11] }, y: { domain: [900, 1100] } },
  },
  BL10: { wrong: { data: twoServers, spread: "none" }, right: { data: twoServers } },
  BL11: {
    wrong: { data: twoBands(["over what?"]), mark: "dot", y: { domain: [0, 40] }, caption: "Mean ± 12 ms" },
    right: {
      data: twoBands(["over requests", "over runs"]),
      mark: "dot",
      y: { domain: [0, 40] },
      caption: "Mean ± 12 ms, and ± 0.6 ms",
    },
  },
  BL12: {
    wrong: { data: swept(rates, time, { A: skewed }), spread: "stdev" },
    right: { data: swept(rates, time, { A: skewed }), spread: "range" },
  },
  BL13: {
    wrong: { data: swept(rates, time, { A: skewed }), spread: "none", y: { domain: [0, 500] } },
    right: { data: swept(rates, time, { A: skewed }), stat: "p99", y: { domain: [0, 500] } },
  },
  BL14: {
    wrong: { data: tails(1000), ...dots, y: { domain: [0, 800] }, caption: "Each from 1,000 requests" },
    right: { data: tails(50_000), ...dots, y: { domain: [0, 800] }, caption: "Each from 50,000 requests" },
  },
  BL20: {
    wrong: { data: alike(false), mark: "dot", y: { domain: [2100, 2500] } },
    right: { data: alike(true), mark: "dot", y: { domain: [2100, 2500] } },
  },
  BL27: {
    wrong: { data: cut, mark: "bar", y: { domain: [2200, 2350] } },
    right: { data: cut, mark: "bar" },
  },
  BL34: {
    wrong: { data: drifting((turn) => turn <= 6), ...dots, y: { domain: [90, 130] } },
    right: { data: drifting((turn) => turn % 2 === 1), ...dots, y: { domain: [90, 130] } },
  },
  BL35: {
    wrong: { data: collected(false), ...dots, y: { domain: [0, 250] }, caption: "“Outliers were removed.”" },
    right: {
      data: collected(true),
      ...dots,
      y: { domain: [0, 250] },
      caption: "Three requests met a garbage collection.",
    },
  },
  BL36: {
    wrong: {
      data: named(
        "Of",
        ["run 1", "run 2", "mean"],
        { ...time, label: "p99" },
        { A: [...twoRuns().slice(0, 2), round((twoRuns()[0]! + twoRuns()[1]!) / 2)] },
      ),
      mark: "bar",
      caption: "19,900 requests in run 1, 100 in run 2",
    },
    right: {
      data: named("Of", ["run 1", "run 2", "merged"], { ...time, label: "p99" }, { A: twoRuns() }),
      mark: "bar",
      caption: "19,900 requests in run 1, 100 in run 2",
    },
  },
  BL49: {
    wrong: {
      data: itself(1.96),
      mark: "dot",
      y: { domain: [0.88, 1.12] },
      caption: "95 % intervals: one of twenty leaves 1 out.",
    },
    right: {
      data: itself(3.02),
      mark: "dot",
      y: { domain: [0.88, 1.12] },
      caption: "Corrected for twenty comparisons (Bonferroni)",
    },
  },
};
