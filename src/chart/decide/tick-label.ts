import { formatFixed, formatNumber } from "../../benchmark/number.ts";
import type { Tick } from "../chart.ts";

const PREFIXES = ["", "k", "M", "G", "T", "P"];

/**
 * Labels that agree with each other: the same decimals, and for 100 000 and more the same short scale (k, M, G …), so that
 * they stay narrow on a phone.
 */
export function labelTicks(values: readonly number[]): Tick[] {
  const largest = Math.max(0, ...values.map(Math.abs));
  const thousands = largest >= 1e5 ? Math.floor(Math.log10(largest) / 3) : 0;
  const prefix = PREFIXES[thousands];
  if (prefix === undefined || (largest > 0 && largest < 1e-4)) {
    return values.map((value) => ({ value, label: formatNumber(value) }));
  }
  const scaled = values.map((value) => value / 1000 ** thousands);
  const decimals = Math.max(0, ...scaled.map(decimalsOf));
  return values.map((value, i) => ({
    value,
    label: value === 0 ? "0" : formatFixed(scaled[i]!, decimals) + prefix,
  }));
}

/** Labels of a log axis: each with the digits that it needs. */
export function labelPowers(values: readonly number[]): Tick[] {
  return values.flatMap((value) => labelTicks([value]));
}

function decimalsOf(value: number): number {
  const [mantissa = "", exponent = "0"] = Number(value.toPrecision(12)).toExponential().split("e");
  return Math.max(0, (mantissa.split(".")[1]?.length ?? 0) - Number(exponent));
}
