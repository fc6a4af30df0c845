import { normal, seeded } from "./random.ts";

/** How many series of how many points. */
export interface Shape {
  readonly series: number;
  readonly points: number;
}

/** A dataset of elapsed time in the form of data/<name>.json: noise around a slow walk, and one point that stands out. Invented. */
export function manyPoints(seed: number, { series, points }: Shape): object {
  const random = seeded(seed);
  return {
    schema: "benchpost/1",
    title: "Synthetic response times",
    x: { name: "elapsed", label: "Elapsed", unit: "s", display: "s" },
    metrics: { latency: { label: "Response time", unit: "s", display: "ms", better: "lower" } },
    series: Array.from({ length: series }, (_, index) => {
      let level = 0.02 * (index + 1);
      const value = Array.from({ length: points }, () => {
        level = Math.abs(level + 0.00005 * normal(random));
        return Number((level * Math.exp(0.05 * normal(random))).toFixed(6));
      });
      value[Math.floor(points * 0.37)] = 1;
      return { id: `s${index + 1}`, x: value.map((_, i) => i / 100), values: { latency: { value } } };
    }),
    charts: { many: { metric: "latency" } },
  };
}
