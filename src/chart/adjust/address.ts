import type { Chart } from "../chart.ts";
import { type Adjustment, type Range, type Scale, UNCHANGED } from "./adjustment.ts";
import type { Shown } from "./view.ts";

/** What an address asks for: the part of a view that a reader can send to another. */
export interface Asked extends Shown {
  /** The chart that the address leads to. */
  readonly chart: string | null;
  readonly x: number | null;
  /** Parts that make no sense here, as they are written: to be told, not to be guessed. */
  readonly refused: readonly string[];
}

/** What an address is read against: the page's charts, as they were described. */
export type Charts = readonly Pick<Chart, "id" | "series" | "mark" | "x">[];

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

/** Reads an address' query and fragment. Unknown keys are other people's; impossible values are refused, and the rest holds. */
export function fromQuery(query: string, fragment: string, charts: Charts): Asked {
  const refused: string[] = [];
  const chart = charts.some(({ id }) => id === fragment) ? fragment : null;
  const adjustments = new Map<string, Adjustment>();
  let hidden = new Set<string>();
  let x: number | null = null;
  for (const part of query.replace(/^\?/, "").split("&")) {
    const [name = "", ...rest] = part.split("=");
    const value = rest.join("=");
    if (name === "hide") {
      const ids = value
        .split(",")
        .map(unescape)
        .filter((id) => id !== "");
      const known = ids.filter((id) => charts.some(({ series }) => series.some((one) => one.id === id)));
      hidden = new Set([...hidden, ...known]);
      if (known.length < ids.length) refused.push(part);
    } else if (name === "x") {
      x = toNumber(value);
      if (x === null) refused.push(part);
    } else {
      const [key, owner] = keyOf(name);
      if (key === null) continue;
      const targets = charts.filter(({ id }) => (owner ?? chart) === null || id === (owner ?? chart));
      const fitting = targets.filter((one) => put(adjustments, one, key, value));
      if (fitting.length === 0) refused.push(part);
    }
  }
  return { hidden, adjustments, chart, x, refused };
}

function put(adjustments: Map<string, Adjustment>, chart: Charts[number], key: Key, value: string): boolean {
  const change = changeOf(chart, key, value);
  if (change === null) return false;
  adjustments.set(chart.id, { ...(adjustments.get(chart.id) ?? UNCHANGED), ...change });
  return true;
}

function changeOf({ series, mark, x }: Charts[number], key: Key, value: string): Partial<Adjustment> | null {
  const measured = x.kind === "linear" || x.kind === "log";
  if (key === "base") {
    const base = unescape(value);
    return series.length > 1 && series.some(({ id }) => id === base) ? { base } : null;
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
  return low == null || high == null || more !== undefined || low >= high ? null : [low, high];
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
