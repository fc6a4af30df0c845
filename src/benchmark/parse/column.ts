import { entry, fault, type Written, wrongType } from "../../source/faults.ts";
import { notFinite, numberHelp } from "../../source/fields.ts";
import { showPath } from "../../source/located.ts";
import type { Column } from "../dataset.ts";

/** A list of figures and nulls, one for each x; of any length where `length` is null. */
export function parseColumn(at: Written, length: number | null, statistic: string, { of = "x" } = {}): Column | null {
  if (!checkLength(at, length, { of })) return null;
  const list = at.value as readonly unknown[];
  const possible = statistic === "n" ? isCount : statistic === "stdev" ? isSpread : Number.isFinite;
  let good = true;
  // A plain loop: large files have millions of figures, and only faults need their path.
  for (let i = 0; i < list.length; i++) {
    const value = list[i];
    if (value === null || (typeof value === "number" && possible(value))) continue;
    good = false;
    reportFigure(entry(at, i, value), statistic);
  }
  return good ? (list as Column) : null;
}

/** Whether there is a list with one entry for each x (any number where `length` is null); reports where not. */
export function checkLength(at: Written, length: number | null, { of = "x" } = {}): boolean {
  if (!checkList(at)) return false;
  const found = (at.value as readonly unknown[]).length;
  if (length === null || found === length) return true;
  const fact = `${showPath(at.path)} has ${count(found)}, but ${of} has ${length}`;
  const help = of === "x" ? "Write one for each x, and null where there is none." : `Write one for each of the ${of}.`;
  fault(at, "length-mismatch", fact, help);
  return false;
}

function checkList(at: Written): boolean {
  if (Array.isArray(at.value)) return true;
  wrongType(at, "a list", "Write one figure for each x: [ …, … ].");
  return false;
}

function count(entries: number): string {
  return entries === 1 ? "1 entry" : `${entries} entries`;
}

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}

function isSpread(value: number): boolean {
  return Number.isFinite(value) && value >= 0;
}

function reportFigure(at: Written, statistic: string): void {
  const { value } = at;
  if (typeof value !== "number")
    wrongType(at, "a number or null", `${numberHelp(value)} Where there is none, write null.`);
  else if (!Number.isFinite(value)) notFinite(at);
  else if (statistic === "n") fault(at, "not-a-count", `n is ${value}`, "n counts: write a whole number, 0 or more.");
  else fault(at, "negative-stdev", `stdev is ${value}`, "A standard deviation is 0 or more. Is this another column?");
}
