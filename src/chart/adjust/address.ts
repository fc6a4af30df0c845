import type { Chart } from "../chart.ts";
import { isEnd } from "../scale.ts";
import { isThinned } from "../thin.ts";
import { type Adjustment, type Range, type Scale, UNCHANGED } from "./adjustment.ts";
import type { Shown } from "./view.ts";

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

const KEYS = ["xscale", "y", "xrange", "yrange", "base"] as const;
type Key = (typeof KEYS)[number];

/**
 * The query of an address for a view, without its question mark: `y=log&hide=python&base=node&x=800`. A view that shows
 * everything as described gives the empty text. Keys of the chart that the address leads to stand alone, those of others with
 * the chart's id before them: `graph-2.y=log`.
 */
export function toQuery({ hidden, adjustments }: Shown, chart: string | null, x: number | null): string {
  const own = [...adjustments].flatMap(([id, adjustment]) =>
    words(adjustment).map(([key, value]) => `${id === chart ? "" : `${escape(id)}.`}${key}=${value}`),
  );
  return [
    ...own,
    ...(hidden.size === 0 ? [] : [`hide=${[...hidden].map(escape).join(",")}`]),
    ...(x === null ? [] : [`x=${x}`]),
  ].join("&");
}

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
      x = toNumber(value);
      if (x === null) refused.push(part);
    } else {
      const [key, owner] = keyOf(name);
      if (key === null || (owner === null ? !mine : owner !== chart.id)) continue;
      const change = changeOf(chart, key, value);
      // Asked of all, it is no mistake that some cannot.
      if (change === null && (isMeant || owner !== null)) refused.push(part);
      adjustment = { ...adjustment, ...change };
    }
  }
  return { hidden, adjustment, isMeant, x, refused };
}

function changeOf({ series, mark, x }: Chart, key: Key, value: string): Partial<Adjustment> | null {
  const measured = x.kind === "linear" || x.kind === "log";
  if (key === "base") {
    const base = unescape(value);
    return series.length > 1 && series.some(({ id }) => id === base) && !isThinned({ series }) ? { base } : null;
  }
  if (key === "y") return mark !== "bar" && isScale(value) ? { yScale: value } : null;
  if (key === "xscale") return measured && isScale(value) ? { xScale: value } : null;
  const range = toRange(value);
  if (range === null) return null;
  if (key === "yrange") return { yRange: range };
  return measured || x.kind === "time" ? { xRange: range } : null;
}

function words({ xScale, yScale, xRange, yRange, base }: Adjustment): [Key, string][] {
  const pairs: [Key, string | null][] = [
    ["y", yScale],
    ["xscale", xScale],
    ["xrange", xRange && xRange.join("..")],
    ["yrange", yRange && yRange.join("..")],
    ["base", base && escape(base)],
  ];
  return pairs.flatMap(([key, value]) => (value === null ? [] : [[key, value]]));
}

function keyOf(name: string): [Key | null, string | null] {
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

/** As little as possible: an address should be readable. The comma separates ids. */
function escape(text: string): string {
  return encodeURIComponent(text);
}

function unescape(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    return text;
  }
}
