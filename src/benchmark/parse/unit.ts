import { fault, quote, type Written } from "../../source/faults.ts";
import { asText } from "../../source/fields.ts";
import { nearest } from "../../source/nearest.ts";
import { baseOf, baseUnits, displayNames, displayUnit, type Unit } from "../unit.ts";

/** Words that people write for units, and the unit they mean. */
const meant: ReadonlyMap<string, string> = new Map(
  (
    [
      ["s", "sec secs second seconds"],
      ["ms", "msec msecs millis millisecond milliseconds"],
      ["µs", "usec usecs micros microsecond microseconds"],
      ["ns", "nsec nsecs nanos nanosecond nanoseconds"],
      ["min", "minute minutes"],
      ["h", "hour hours"],
      ["B", "byte bytes"],
      ["B/s", "bytes/s bytes/sec"],
      ["bit/s", "bps bits/s"],
      ["kbit/s", "kbps kbits/s"],
      ["Mbit/s", "mbps mbits/s"],
      ["Gbit/s", "gbps gbits/s"],
      ["1/s", "/s hertz"],
      ["req/s", "rps qps req/sec reqs/sec requests/sec requests/second"],
      ["tx/s", "tps"],
      ["ops/s", "ops/sec op/sec"],
      ["%", "percent pct"],
      ["1", "ratio count none"],
    ] as const
  ).flatMap(([unit, words]) => words.split(" ").map((word) => [word, unit] as const)),
);

/** A base unit: one of s, B, 1/s, B/s, 1, or a word of the author's that is none of the known display units. */
export function parseBaseUnit(at: Written): string | null {
  const text = asText(at);
  if (text === null || (baseUnits as readonly string[]).includes(text)) return text;
  const display = baseOf(text);
  if (display) {
    fault(
      at,
      "not-a-base-unit",
      `${quote(text)} is a unit for reading; figures are stored in ${display.base}`,
      storeIn(display, text),
    );
    return null;
  }
  const unit = known(text);
  if (unit === null) return text;
  const base = baseOf(unit);
  const help = base ? storeIn(base, unit) : `Did you mean "${unit}"?`;
  fault(at, "unknown-unit", `${quote(text)} is not a unit`, help);
  return null;
}

/** A unit in which figures of that base unit can be read. */
export function parseDisplayUnit(at: Written, base: string): string | null {
  const text = asText(at);
  if (text === null) return null;
  const unit = displayUnit(base, text);
  if (unit) return unit.symbol === "" ? "1" : unit.symbol;
  const names = displayNames(base);
  const list = `Figures in ${base} can be read in ${names.join(", ")}.`;
  const other = baseOf(text) ?? ((baseUnits as readonly string[]).includes(text) ? { base: text } : null);
  if (other)
    fault(
      at,
      "incompatible-unit",
      `${quote(text)} measures ${other.base}, but the figures are stored in ${base}`,
      list,
    );
  else {
    const guess = meant.get(text.toLowerCase()) ?? nearest(text, names);
    const help = guess !== null && names.includes(guess) ? `Did you mean "${guess}"? ${list}` : list;
    fault(at, "unknown-unit", `${quote(text)} is not a unit`, help);
  }
  return null;
}

/** The known unit that a word means: another word for it, the same in other letters, or a misspelling of a long one. */
function known(text: string): string | null {
  const word = meant.get(text.toLowerCase());
  if (word !== undefined) return word;
  const units = baseUnits.flatMap((base) => displayNames(base)).filter((unit) => unit.length > 1);
  const sameLetters = units.find((unit) => unit.toLowerCase() === text.toLowerCase());
  return sameLetters ?? (text.length >= 5 ? nearest(text, units) : null);
}

function storeIn(unit: Unit, symbol: string): string {
  const { base, factor } = unit;
  const how =
    factor === 1
      ? ""
      : factor > 1
        ? ` and divide the figures by ${plain(factor)}`
        : ` and multiply the figures by ${plain(1 / factor)}`;
  return `Write "unit": "${base}", "display": "${symbol}"${how}.`;
}

function plain(factor: number): string {
  return String(Number(factor.toPrecision(12)));
}
