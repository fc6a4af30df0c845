import type { Chart } from "../chart.ts";
import { extent } from "../decide/extent.ts";
import { canBeLog } from "../form.ts";
import { isEnd } from "../scale.ts";
import { type Adjustment, type Range, type Scale, UNCHANGED } from "./adjustment.ts";
import { canHavePanels } from "../panels.ts";
import { canHaveBase } from "./base.ts";
import { canHaveRuns } from "./runs.ts";
import type { QueryKey } from "./to-query.ts";

/** What an address asks of one chart. */
export interface Asked {
  /** Of its series. */
  readonly hidden: ReadonlySet<string>;
  readonly adjustment: Adjustment;
  /** Whether the address leads to this chart. */
  readonly isMeant: boolean;
  readonly x: number | null;
  /** Parts that make no sense here, as they are written: to be told, not to be guessed. */
  readonly refused: readonly string[];
}

const KEYS: readonly QueryKey[] = ["xscale", "y", "xrange", "yrange", "base", "runs", "panels"];

/**
 * Reads what an address' query asks of a chart, as it was described. `target` is the chart that the address leads to, or null:
 * then what names no chart is asked of all. Unknown keys are other people's; impossible values are refused, and the rest holds.
 */
export function fromQuery(query: string, target: string | null, chart: Chart): Asked {
  const refused: string[] = [];
  const isMeant = target === chart.id;
  const mine = isMeant || target === null;
  let hidden = new Set<string>();
  let adjustment = UNCHANGED;
  let x: number | null = null;
  for (const part of query.replace(/^\?/, "").split("&")) {
    const [name = "", ...rest] = part.split("=");
    const value = rest.join("=");
    if (name === "hide") {
      const ids = value.split(",").map(unescape);
      const known = ids.filter((id) => chart.series.some((one) => one.id === id));
      hidden = new Set([...hidden, ...known]);
      if (isMeant && known.length < ids.length) refused.push(part);
    } else if (name === "x" && mine) {
      x = placeAt(chart, value);
      if (x === null && isMeant) refused.push(part);
    } else {
      const [key, owner] = keyOf(name);
      if (key === null || (owner === null ? !mine : owner !== chart.id)) continue;
      const change = changeOf(chart, key, value);
      // Asked of all, it is no mistake that some cannot.
      if (change === null && (isMeant || owner !== null)) refused.push(part);
      adjustment = { ...adjustment, ...change };
    }
  }
  return { hidden, adjustment: aboveZero(chart, adjustment, isMeant ? refused : []), isMeant, x, refused };
}

/** A part that begins at or below 0 is none of a log scale, whichever of both an address names first. */
function aboveZero({ x, y }: Chart, adjustment: Adjustment, refused: string[]): Adjustment {
  const { xScale, yScale, xRange, yRange } = adjustment;
  const beyond = (kind: string, range: Range | null): boolean => kind === "log" && range !== null && range[0] <= 0;
  const [beyondX, beyondY] = [beyond(xScale ?? x.kind, xRange), beyond(yScale ?? y.kind, yRange)];
  if (!beyondX && !beyondY) return adjustment;
  if (beyondX) refused.push(`xrange=${xRange!.join("..")}`);
  if (beyondY) refused.push(`yrange=${yRange!.join("..")}`);
  return { ...adjustment, xRange: beyondX ? null : xRange, yRange: beyondY ? null : yRange };
}

function changeOf(chart: Chart, key: QueryKey, value: string): Partial<Adjustment> | null {
  const { x } = chart;
  const measured = x.kind === "linear" || x.kind === "log";
  if (key === "base") {
    const base = unescape(value);
    return canHaveBase(chart, base) ? { base } : null;
  }
  if (key === "runs") return canHaveRuns(chart) && /^[01]$/.test(value) ? { runs: value === "1" } : null;
  if (key === "panels") return canHavePanels(chart) && value === "1" ? { panels: true } : null;
  if (key === "y") return canBeLog(chart) && isScale(value) ? { yScale: value } : null;
  if (key === "xscale") return measured && isScale(value) ? { xScale: value } : null;
  const range = toRange(value);
  if (range === null) return null;
  if (key === "yrange") return { yRange: range };
  const [first, last] = extent(chart.series.flatMap((one) => one.x)) ?? range;
  const shows = range[0] <= last && range[1] >= first;
  return shows && (measured || x.kind === "time") ? { xRange: range } : null;
}

/** A place where nothing was measured, far beyond the ends, cannot be read; nor can a name that is none. */
function placeAt({ x: axis, series }: Chart, value: string): number | null {
  const x = axis.kind === "category" ? axis.categories.indexOf(unescape(value)) : toNumber(value);
  const [first, last] = extent(series.flatMap((one) => one.x)) ?? [0, 0];
  return x !== null && x >= first && x <= last ? x : null;
}

function keyOf(name: string): [QueryKey | null, string | null] {
  const dot = name.lastIndexOf(".");
  const key = KEYS.find((one) => one === name.slice(dot + 1)) ?? null;
  return [key, dot < 0 ? null : unescape(name.slice(0, dot))];
}

function isScale(value: string): value is Scale {
  return value === "linear" || value === "log";
}

function toRange(value: string): Range | null {
  const [low, high, more] = value.split("..").map(toNumber);
  if (low == null || high == null || more !== undefined || low >= high) return null;
  return isEnd(low) && isEnd(high) ? [low, high] : null;
}

function toNumber(value: string): number | null {
  const number = value.trim() === "" ? Number.NaN : Number(value);
  return Number.isFinite(number) ? number : null;
}

function unescape(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    return text;
  }
}
