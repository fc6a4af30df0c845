import { entry, fault, type Written } from "../../source/faults.ts";
import { asFields } from "../../source/fields.ts";
import type { Histogram } from "../dataset.ts";
import { checkLength, parseColumn } from "./column.ts";

/** The distribution behind each point: upper bounds of buckets, ascending, and how many fell into each. */
export function parseHistograms(at: Written, length: number | null): (Histogram | null)[] | null {
  if (!checkLength(at, length)) return null;
  return (at.value as readonly unknown[]).map((value, index) =>
    value === null ? null : parseHistogram(entry(at, index, value)),
  );
}

function parseHistogram(at: Written): Histogram | null {
  const fields = asFields(at, ["values", "counts"]);
  const values = fields?.need("values", 'Give the upper bounds of the buckets: "values": [0.001, 0.002].');
  const counts = fields?.need("counts", 'Give how many fell into each bucket: "counts": [90, 10].');
  const bounds = values ? noNulls(values, parseColumn(values, null, "value")) : null;
  const numbers = counts && bounds ? noNulls(counts, parseColumn(counts, bounds.length, "n", { of: "values" })) : null;
  if (!values || !bounds || !numbers) return null;
  const wrong = bounds.findIndex((bound, index) => index > 0 && bound <= bounds[index - 1]!);
  if (wrong > 0) {
    const help = "Write the bounds in ascending order, and the counts with them.";
    fault(entry(values, wrong, bounds[wrong]), "x-order", "this bound is not above the one before it", help);
  }
  return { values: bounds, counts: numbers };
}

function noNulls(at: Written, column: readonly (number | null)[] | null): readonly number[] | null {
  if (!column) return null;
  const missing = column.indexOf(null);
  if (missing === -1) return column as readonly number[];
  fault(entry(at, missing, null), "wrong-type", "a histogram has a null here", "Leave the bucket out.");
  return null;
}
