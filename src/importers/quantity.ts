/** Seconds in each unit of time that tools print. Minutes are "m" in wrk and Go alike. */
const seconds: Readonly<Record<string, number>> = { h: 3600, m: 60, min: 60, s: 1, sec: 1, secs: 1 };
/** Units below the second, by how many of them make one: dividing rounds once, multiplying by 1e-3 rounds twice. */
const perSecond: Readonly<Record<string, number>> = {
  ms: 1e3,
  msec: 1e3,
  us: 1e6,
  usec: 1e6,
  µs: 1e6,
  μs: 1e6,
  ns: 1e9,
  nsec: 1e9,
  ps: 1e12,
};

/** Seconds in a figure with its unit: `toSeconds(1.5, "ms")` is 0.0015. Null for an unknown unit. */
export function toSeconds(value: number, unit: string): number | null {
  if (Object.hasOwn(perSecond, unit)) return value / perSecond[unit]!;
  return Object.hasOwn(seconds, unit) ? value * seconds[unit]! : null;
}

/** Seconds in "0.94ms", "1m2.3s" (Go), "2.5 us"; null when it is no time, NaN included. */
export function parseDuration(text: string): number | null {
  const parts = [...text.trim().matchAll(/([+-]?\d*\.?\d+(?:e[+-]?\d+)?)\s*([a-zµμ]+)/gi)];
  if (parts.length === 0 || parts.map((part) => part[0]).join("") !== text.trim()) return null;
  let sum = 0;
  for (const [, figure, unit] of parts) {
    const part = toSeconds(Number(figure), unit!);
    if (part === null) return null;
    sum += part;
  }
  return sum;
}

const powers = ["", "k", "m", "g", "t", "p"];

/**
 * A figure with a prefix: "12.3k", "4.5M", "1.1GB", "2 MiB". What K means is the tool's choice, per figure
 * (wrk: 1000 for requests, 1024 for bytes); "KiB" is 1024 always. Null when it is no such figure.
 */
export function parseScaled(text: string, kilo: 1000 | 1024): number | null {
  const match = /^([+-]?\d*\.?\d+(?:e[+-]?\d+)?)\s*([kmgtp]?)(i?)(?:b|bytes?)?$/i.exec(text.trim());
  if (match === null) return null;
  return Number(match[1]) * (match[3] === "" ? kilo : 1024) ** powers.indexOf(match[2]!.toLowerCase());
}
