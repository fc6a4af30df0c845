import { named, rate, time } from "./data.ts";
import type { Pair } from "./picture.ts";

const bars = { mark: "bar", spread: "none" } as const;
const faster = { label: "Faster by", unit: "1", display: "%" };
const times = { label: "Mean speed-up", unit: "1", display: "×" };

/** Rules on comparing like with like, and on figures that stand for many. */
export const same: Readonly<Record<string, Pair>> = {
  BL06: {
    wrong: {
      data: named("Connections", ["it is not said"], rate, { "Node.js": [1200], Python: [900] }),
      ...bars,
      y: { domain: [0, 1300] },
    },
    right: {
      data: named("Connections", ["kept alive", "new for each"], rate, { "Node.js": [1200, 620], Python: [900, 780] }),
      ...bars,
      y: { domain: [0, 1300] },
    },
  },
  BL08: {
    wrong: {
      data: named("Answers", ["as they came"], rate, { A: [1000], B: [1400] }),
      ...bars,
      y: { domain: [0, 1500] },
    },
    right: {
      data: named("Answers", ["212, 148 bytes", "212 bytes"], rate, { A: [1000, 1000], B: [1400, 990] }),
      ...bars,
      y: { domain: [0, 1500] },
    },
  },
  BL16: {
    wrong: {
      data: named("Endpoint", ["/list", "/item", "mean"], rate, { A: [400, 1600, 1000] }),
      ...bars,
      caption: "(400 + 1,600) / 2",
    },
    right: {
      data: named("Endpoint", ["/list", "/item", "mean"], rate, { A: [400, 1600, 640] }),
      ...bars,
      y: { domain: [0, 1600] },
      caption: "2 / (1/400 + 1/1,600)",
    },
  },
  BL17: {
    wrong: {
      data: named("Base", ["A is 1", "B is 1"], times, { A: [1, 1.25], B: [1.25, 1] }),
      ...bars,
      y: { domain: [0, 1.5] },
      caption: "Twice as fast in one task, half as fast in the other: either “wins”, by its base.",
    },
    right: {
      data: named("Base", ["A is 1", "B is 1"], times, { A: [1, 1], B: [1, 1] }),
      ...bars,
      y: { domain: [0, 1.5] },
      caption: "The geometric mean does not ask for the base.",
    },
  },
  BL18: {
    wrong: {
      data: named("What was timed", ["some task"], { ...times, label: "Speed-up" }, { A: [1], B: [3] }),
      ...bars,
    },
    right: {
      data: named("What was timed", ["parsing", "whole request"], time, { A: [0.003, 0.103], B: [0.001, 0.101] }),
      ...bars,
    },
  },
  BL19: {
    wrong: {
      data: named("Task", ["sort"], faster, { B: [0.49] }),
      ...bars,
      y: { domain: [0, 60] },
      caption: "“Up to 49 % faster!”",
    },
    right: {
      data: named("Task", ["map", "fold", "join", "sort"], faster, { B: [0.04, 0.06, 0.07, 0.49] }),
      ...bars,
      y: { domain: [0, 60] },
      caption: "4 to 49 % faster; the median is 6.5 %.",
    },
  },
  BL46: {
    wrong: {
      data: named("Query", ["some"], time, { A: [0.012], B: [0.08] }),
      ...bars,
      y: { domain: [0, 100] },
      caption: "A was asked again, B for the first time.",
    },
    right: {
      data: named("Query", ["first", "second"], time, { A: [0.085, 0.012], B: [0.08, 0.014] }),
      ...bars,
      y: { domain: [0, 100] },
    },
  },
  BL47: {
    wrong: { data: named("Measured in", ["2024"], rate, { A: [900], B: [600] }), ...bars, y: { domain: [0, 1200] } },
    right: {
      data: named("Measured in", ["2024", "2026"], rate, { A: [900, 960], B: [600, 1140] }),
      ...bars,
      y: { domain: [0, 1200] },
    },
  },
};
