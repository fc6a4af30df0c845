import { axisTitle } from "../axis-title.ts";
import type { Axis } from "../chart.ts";
import { type Problem, warning } from "../decide/problem.ts";
import { labelTicks } from "../decide/tick-label.ts";
import { niceTicks } from "../decide/ticks.ts";

/** The axis of shares in percent, from 0 to a round end above the largest. */
export function shareAxis(label: string, most: number, count: number): Axis {
  const { domain, ticks } = niceTicks(0, most, count);
  const title = axisTitle(label, "%", false);
  return { kind: "linear", label, unit: "%", title, domain, ticks: labelTicks(ticks), categories: [], lane: null };
}

/** What is said of shares that are asked for on a log scale. */
export function logShares(): Problem {
  const fact = "shares of a whole have no meaning on a log scale; a linear one is drawn";
  return warning("log-bars", ["y", "scale"], fact, "Leave the scale out; x: {scale: log} spreads the figures.");
}
