/**
 * Units. Figures are stored in base units (s, B, 1/s, B/s, 1, or an author's own) and read in display units (ms, KiB, %, req/s).
 */
export interface Unit {
  /** As it stands behind a figure; empty for a plain ratio or count. */
  readonly symbol: string;
  /** The base unit that it measures the same quantity as. */
  readonly base: string;
  /** Figure in this unit = figure in base units × factor. */
  readonly factor: number;
}

/** The base units that have display units of their own. Any other word is a unit of the author's. */
export const baseUnits = ["s", "B", "1/s", "B/s", "1"] as const;

const sizes: readonly (readonly [string, number])[] = [
  ["B", 1],
  ["kB", 1e-3],
  ["MB", 1e-6],
  ["GB", 1e-9],
  ["TB", 1e-12],
  ["KiB", 1 / 1024],
  ["MiB", 1 / 1024 ** 2],
  ["GiB", 1 / 1024 ** 3],
  ["TiB", 1 / 1024 ** 4],
];

/** Display units by base unit: symbol and factor. The first is the base unit itself. */
const displays: ReadonlyMap<string, readonly (readonly [string, number])[]> = new Map([
  [
    "s",
    [
      ["s", 1],
      ["ms", 1e3],
      ["µs", 1e6],
      ["ns", 1e9],
      ["min", 1 / 60],
      ["h", 1 / 3600],
      ["d", 1 / 86400],
    ],
  ],
  ["B", sizes],
  [
    "B/s",
    [
      ...sizes.map(([symbol, factor]) => [`${symbol}/s`, factor] as const),
      ["bit/s", 8],
      ["kbit/s", 8e-3],
      ["Mbit/s", 8e-6],
      ["Gbit/s", 8e-9],
    ],
  ],
  [
    "1/s",
    [
      ["1/s", 1],
      ["k/s", 1e-3],
      ["M/s", 1e-6],
      ["1/min", 60],
      ["1/h", 3600],
      ["Hz", 1],
      ["kHz", 1e-3],
      ["MHz", 1e-6],
      ["GHz", 1e-9],
    ],
  ],
  [
    "1",
    [
      ["", 1],
      ["1", 1],
      ["%", 100],
      ["‰", 1000],
      ["ppm", 1e6],
      ["×", 1],
      ["k", 1e-3],
      ["M", 1e-6],
    ],
  ],
]);

/** Spellings that mean one thing: what is written → what it is. */
const spellings: ReadonlyMap<string, string> = new Map([
  ["us", "µs"],
  ["μs", "µs"],
  ["x", "×"],
]);

/** What may be counted per second, with k and M before it: `kreq/s`. Any other word may be, without them. */
const counted = ["req", "reqs", "requests", "replies", "conn", "msg", "ops", "op", "tx", "rows", "events", "iter"];

const prefixes: ReadonlyMap<string, number> = new Map([
  ["k", 1e-3],
  ["M", 1e-6],
  ["G", 1e-9],
  ["m", 1e3],
  ["µ", 1e6],
  ["n", 1e9],
]);

/** The display unit of this name for figures in a base unit, or null when they do not fit. */
export function displayUnit(base: string, display: string): Unit | null {
  const symbol = spellings.get(display) ?? display;
  const table = displays.get(base);
  const factor = table
    ? (new Map(table).get(symbol) ?? (base === "1/s" ? countedFactor(symbol) : null))
    : ownFactor(base, symbol);
  return factor === null ? null : { symbol: symbol === "1" ? "" : symbol, base, factor };
}

/** `req/s`, `kreq/s`, `orders/min`: how often something happens. */
function countedFactor(symbol: string): number | null {
  const [, noun, per] = /^(\p{L}+)\/(s|min|h)$/u.exec(symbol) ?? [];
  if (noun === undefined || sizes.some(([size]) => size === noun) || /(bit|byte)s?$/i.test(noun)) return null;
  const time = per === "min" ? 60 : per === "h" ? 3600 : 1;
  const prefix = counted.includes(noun.slice(1)) ? prefixes.get(noun[0]!) : undefined;
  return (prefix ?? 1) * time;
}

/** An author's own unit takes SI prefixes: W → kW. */
function ownFactor(base: string, symbol: string): number | null {
  if (symbol === base) return 1;
  return symbol.slice(1) === base ? (prefixes.get(symbol[0]!) ?? null) : null;
}

/** Names of the display units of a base unit, for messages. */
export function displayNames(base: string): string[] {
  const names = (displays.get(base) ?? [[base, 1] as const])
    .map(([symbol]) => symbol)
    .filter((symbol) => symbol !== "");
  return base === "1/s" ? [...names, "req/s", "kreq/s"] : names;
}

/** The base unit whose display unit this is (`ms` → `s`), or null; base units themselves do not count. */
export function baseOf(display: string): Unit | null {
  for (const base of baseUnits) {
    const unit = displayUnit(base, display);
    if (unit && base !== display) return unit;
  }
  return null;
}

/** A figure in base units, in the unit that people read. */
export function toDisplay(value: number, unit: Unit): number {
  return value * unit.factor;
}
