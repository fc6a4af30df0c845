import type { Figures } from "../reading.ts";

const centres = ["value", "mean", "median", "p50"] as const;

/** The one statistic that stands for a run: its value, else mean, else median. Null where the file has none of them. */
export function centreName(figures: Figures): string | null {
  return centres.find((name) => figures.stats[name] !== undefined) ?? null;
}

export function centreOf(figures: Figures | undefined): number | null {
  const name = figures === undefined ? null : centreName(figures);
  return name === null ? null : (figures!.stats[name] ?? null);
}

/** Statistics that lie between the extremes: of several distributions they cannot be had from each one's. */
export function isQuantile(name: string): boolean {
  return name === "median" || name === "iqr" || name === "mad" || /^p\d/.test(name);
}
