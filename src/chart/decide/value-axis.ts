import { axisTitle } from "../axis-title.ts";
import type { Axis, ChartSeries, Tick } from "../chart.ts";
import { textWidth } from "../measure.ts";
import { FONT_SIZE } from "../frame.ts";
import { drawnExtent, extent } from "./extent.ts";
import { logDomain, logTicks } from "./log-ticks.ts";
import { linearTicks, niceTicks } from "./ticks.ts";
import { labelPowers, labelTicks } from "./tick-label.ts";

export interface AxisOptions {
  readonly label: string;
  readonly unit: string;
  readonly log: boolean;
  /** The author's, in displayed units. */
  readonly domain: readonly [number, number] | undefined;
  readonly ticks: number;
}

/** The axis of the measured figures: from 0, or from the lowest where some are negative, to a round end above the highest. */
export function valueAxis(series: readonly ChartSeries[], options: AxisOptions): Axis {
  const { label, unit, log, ticks } = options;
  const title = axisTitle(label, unit, log);
  if (log) {
    const positive = drawnExtent(series, (figure) => figure > 0) ?? [1, 10];
    const described = aboveZero(options.domain);
    const scale = described ?? logDomain(...positive);
    const lowest = extent(series.flatMap(({ y }) => y))?.[0] ?? 1;
    const below = lowest > 0 || described !== undefined ? null : lane(scale, lowest);
    const powers = labelPowers(logTicks(...scale, ticks + 3));
    return {
      kind: "log",
      label,
      unit,
      title,
      domain: below?.domain ?? scale,
      ticks: below === null ? powers : [below.tick, ...powers],
      categories: [],
      lane: below?.tick.value ?? null,
    };
  }
  const [low, high] = drawnExtent(series) ?? [0, 1];
  const nice = low === 0 && high === 0 ? niceTicks(0, 1, ticks) : niceTicks(Math.min(0, low), Math.max(0, high), ticks);
  const domain = options.domain ?? nice.domain;
  const values = options.domain === undefined ? nice.ticks : linearTicks(...options.domain, ticks);
  return { kind: "linear", label, unit, title, domain, ticks: labelTicks(values), categories: [], lane: null };
}

/** A domain that a log scale can show: a reader may ask for one of an axis that was described from 0 on. */
function aboveZero(domain: AxisOptions["domain"]): AxisOptions["domain"] {
  return domain !== undefined && domain[0] > 0 ? domain : undefined;
}

/** Room for figures that have none on a log scale, as shares of its length: from its end to the lane, and to the end of the axis. */
const LANE = [0.08, 0.12] as const;

function lane([low, high]: readonly [number, number], lowest: number): { domain: [number, number]; tick: Tick } {
  const [middle, end] = LANE.map((share) => Number((low * (low / high) ** share).toPrecision(6)));
  return { domain: [end!, high], tick: { value: middle!, label: lowest < 0 ? "≤ 0" : "0" } };
}

/** The axis of what was set: numbers, from 0 where the data begin near it, to exactly the last one. */
export function placeAxis(series: readonly Pick<ChartSeries, "x">[], width: number, options: AxisOptions): Axis {
  const { label, unit, log } = options;
  const values = series.flatMap(({ x }) => x);
  const [low, high] = extent(values.filter((x) => !log || x > 0)) ?? [log ? 1 : 0, log ? 10 : 1];
  const asked = log ? aboveZero(options.domain) : options.domain;
  const scale = asked ?? (log ? logEnds(low, high) : linearEnds(low, high));
  const lowest = extent(values)?.[0] ?? 1;
  const before = log && asked === undefined && lowest <= 0 ? lane(scale, lowest) : null;
  const title = axisTitle(label, unit, log);
  const ticks = fitTicks(width, options.ticks, (count) =>
    log
      ? [...(before === null ? [] : [before.tick]), ...labelPowers(logTicks(...scale, count))]
      : labelTicks(linearTicks(...scale, count)),
  );
  const kind = log ? "log" : "linear";
  const domain = before?.domain ?? scale;
  return { kind, label, unit, title, domain, ticks, categories: [], lane: before?.tick.value ?? null };
}

function linearEnds(low: number, high: number): [number, number] {
  if (low === high) return low === 0 ? [-1, 1] : [Math.min(0, 2 * low), Math.max(0, 2 * low)];
  return [low > 0 && low <= (high - low) / 2 ? 0 : low, high];
}

function logEnds(low: number, high: number): [number, number] {
  return low === high ? [low / 10, low * 10] : [low, high];
}

/** As many ticks as have room side by side on the narrowest screen, and no more than wanted. */
export function fitTicks<T extends { label: string }>(width: number, most: number, make: (count: number) => T[]): T[] {
  for (let count = most; count > 2; count--) {
    const ticks = make(count);
    const needed = ticks.reduce((sum, { label }) => sum + textWidth(label, FONT_SIZE) + 14, 0);
    if (ticks.length <= most && needed <= width) return ticks;
  }
  return make(1).slice(0, 2);
}
