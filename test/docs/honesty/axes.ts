import { named, over, rate, swept, time, upTo } from "./data.ts";
import type { Pair } from "./picture.ts";

const rates = [400, 800, 1200, 1600];
const node = swept(rates, rate, { "Node.js": upTo(1150, rates) });
const python = swept(rates, rate, { Python: upTo(430, rates) });
const waits = swept(rates, time, { "Node.js": [0.004, 0.01, 0.05, 0.07] });

const lost = { label: "Errors", unit: "1", display: "%" };
const losses = [0, 0, 0, 0.001, 0.01, 0.3];
const sweep = [500, 1000, 1500, 2000, 2500, 3000];

const languages = ["C", "Go", "Java", "Python"];
const seconds = { label: "Time", unit: "s", display: "s" };
const took = [1.1, 1.9, 1.5, 7.2];

const speed = over(
  { label: "Release", unit: "1" },
  [1, 2, 3, 4, 5],
  { label: "Speed, of release 1", unit: "1", display: "×" },
  {
    A: [1, 2, 0.5, 0.25, 4],
  },
);

const low = { height: 130, spread: "none" } as const;
const both = (first: string, second: string, metric: typeof rate, figures: readonly (readonly number[])[]): object =>
  swept(rates, metric, { [first]: figures[0]!, [second]: figures[1]! });
const delivered = [upTo(1150, rates), upTo(830, rates)] as const;
const answered = [
  [0.004, 0.01, 0.05, 0.07],
  [0.005, 0.02, 0.09, 0.11],
] as const;

/** Rules on axes, lines and signs. */
export const axes: Readonly<Record<string, Pair>> = {
  BL26: {
    wrong: {
      data: over({ label: "Load", unit: "1" }, rates, { label: "Requests", unit: "1" }, { A: upTo(1150, rates) }),
    },
    right: { data: swept(rates, rate, { A: upTo(1150, rates) }) },
  },
  BL28: {
    wrong: {
      data: swept(sweep, lost, { A: losses.map((one) => one || null) }),
      mark: "dot",
      y: { scale: "log" },
      x: { domain: [0, 3000] },
    },
    right: { data: swept(sweep, lost, { A: losses }), mark: "dot", y: { scale: "log" }, x: { domain: [0, 3000] } },
  },
  BL29: {
    wrong: {
      data: over({ label: "1 C, 2 Go, 3 Java, 4 Python", unit: "1" }, [1, 2, 3, 4], seconds, { "quick sort": took }),
      mark: "line",
      x: { domain: [0, 5] },
    },
    right: { data: named("Language", languages, seconds, { "quick sort": took }), mark: "bar" },
  },
  BL39: { wrong: { data: speed }, right: { data: speed, y: { scale: "log" } } },
  BL40: {
    wrong: {
      data: over(
        { label: "Demanded", unit: "1/s", display: "req/s" },
        rates,
        { label: "req/s, and ms at the right", unit: "1" },
        {
          Throughput: upTo(1150, rates),
          "Response time": [65, 165, 830, 1165],
        },
      ),
      secondAxis: 0.06,
    },
    right: [
      { data: node, ...low },
      { data: waits, ...low },
    ],
  },
  BL41: {
    wrong: [
      { data: node, ...low, caption: "Node.js" },
      { data: python, ...low, caption: "Python" },
    ],
    right: [
      { data: node, ...low, y: { domain: [0, 1200] }, caption: "Node.js" },
      { data: python, ...low, y: { domain: [0, 1200] }, caption: "Python" },
    ],
  },
  BL42: {
    wrong: [
      { data: both("Node.js", "Python", rate, delivered), ...low },
      { data: both("Python", "Node.js", time, answered.toReversed()), ...low },
    ],
    right: [
      { data: both("Node.js", "Python", rate, delivered), ...low },
      { data: both("Node.js", "Python", time, answered), ...low },
    ],
  },
};
