import { formatNumber } from "../../benchmark/number.ts";
import { axisTitle } from "../axis-title.ts";
import type { Axis, ChartSeries, Tick } from "../chart.ts";
import { drawnExtent } from "../decide/extent.ts";

/** Ends that an axis of multiples may have, each with the steps from 1 up to it. */
const STEPS: readonly (readonly number[])[] = [
  [1.02, 1.05],
  [1.05, 1.1],
  [1.1, 1.2],
  [1.2, 1.5],
  [1.5, 2],
  [2, 3],
  [2, 5],
  [2, 5, 10],
  [10, 100],
  [10, 100, 1000],
];

const FRACTIONS = new Map([
  [2, "½"],
  [3, "⅓"],
  [5, "⅕"],
  [10, "⅒"],
]);

/**
 * The axis of multiples: logarithmic and symmetric around 1, so that twice as much and half as much are equally far away.
 * Its ticks are pairs of a number and its reciprocal.
 */
export function multipleAxis(series: readonly ChartSeries[], label: string): Axis {
  const [low, high] = drawnExtent(series, (figure) => figure > 0) ?? [1, 1];
  const reach = Math.max(high, 1 / low);
  const steps = STEPS.find((some) => some.at(-1)! >= reach * (1 - 1e-9)) ?? decades(reach);
  const end = steps.at(-1)!;
  const ticks = [...steps.toReversed().map(reciprocal), { value: 1, label: "1" }, ...steps.map(plain)];
  return {
    kind: "log",
    label,
    unit: "×",
    title: axisTitle(label, "×", true),
    domain: [1 / end, end],
    ticks,
    categories: [],
    lane: null,
  };
}

function decades(reach: number): number[] {
  const last = Math.ceil(Math.log10(reach) - 1e-9);
  const every = Math.ceil(last / 4);
  return Array.from({ length: Math.ceil(last / every) }, (_, i) => 10 ** ((i + 1) * every));
}

function plain(value: number): Tick {
  return { value, label: formatNumber(value) };
}

function reciprocal(value: number): Tick {
  return { value: 1 / value, label: FRACTIONS.get(value) ?? `1/${formatNumber(value)}` };
}
