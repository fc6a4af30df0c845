import { toDisplay, type Unit } from "./unit.ts";

/** Narrow no-break space: separates thousands and a figure from its unit in every language. */
export const thinSpace = "\u202F";
const minus = "\u2212";
const superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/**
 * A figure for people: so many significant digits, but no digit before the decimal point dropped and no zero behind it
 * kept; thousands apart; a real minus sign; a power of ten for what would need too many zeros. Not a number: "–".
 */
export function formatNumber(value: number, { significant = 3 } = {}): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? "–" : value > 0 ? "∞" : `${minus}∞`;
  if (value === 0) return "0";
  const exponent = Math.floor(Math.log10(Math.abs(value)));
  if (exponent < -5 || exponent >= 15) return scientific(value, significant);
  const decimals = Math.max(0, significant - 1 - exponent);
  const fixed = Math.abs(value).toFixed(decimals);
  return sign(value, fixed) + group(decimals > 0 ? fixed.replace(/\.?0+$/, "") : fixed);
}

/** A figure with exactly so many decimals, for columns and axes, where they must agree. */
export function formatFixed(value: number, decimals: number): string {
  const fixed = Math.abs(value).toFixed(decimals);
  return sign(value, fixed) + group(fixed);
}

/** A figure in base units, with the unit that people read: `16.3 ms`, `4.5 %`. */
export function formatValue(value: number | null, unit: Unit, { significant = 3 } = {}): string {
  if (value === null) return "–";
  const number = formatNumber(toDisplay(value, unit), { significant });
  return unit.symbol === "" ? number : number + thinSpace + unit.symbol;
}

function sign(value: number, digits: string): string {
  return value < 0 && /[1-9]/.test(digits) ? minus : "";
}

function group(digits: string): string {
  const point = digits.indexOf(".");
  const whole = point < 0 ? digits.length : point;
  // most figures have no thousands, and tables have thousands of figures
  if (whole <= 3) return digits;
  return digits.slice(0, whole).replace(/\B(?=(\d{3})+$)/g, thinSpace) + digits.slice(whole);
}

function scientific(value: number, significant: number): string {
  const [mantissa = "", power = ""] = Math.abs(value)
    .toExponential(significant - 1)
    .split("e");
  const digits = mantissa.includes(".") ? mantissa.replace(/\.?0+$/, "") : mantissa;
  const raised = [...power.replace("+", "")].map((c) => (c === "-" ? "⁻" : superscripts[Number(c)])).join("");
  return `${value < 0 ? minus : ""}${digits === "1" ? "" : `${digits}${thinSpace}×${thinSpace}`}10${raised}`;
}
