import { describe, entry, fault, quote, type Written, wrongType } from "../../source/faults.ts";
import { notFinite, numberHelp } from "../../source/fields.ts";
import { showPath } from "../../source/located.ts";
import { nearest } from "../../source/nearest.ts";
import type { XAxis } from "../dataset.ts";
import { limits } from "./limits.ts";
import { parseTime } from "./time.ts";

/** The x values of a series: numbers, epoch seconds or indexes of categories, each larger than the one before. */
export function parseX(at: Written, axis: XAxis): number[] | null {
  if (!Array.isArray(at.value)) {
    wrongType(at, "a list", 'Write "x": [20, 40].');
    return null;
  }
  const list: readonly unknown[] = at.value;
  if (list.length === 0) {
    fault(at, "empty-series", "this series has no x values", "Give it at least one point, or delete the series.");
    return null;
  }
  if (list.length > limits.points) {
    const help = `At most ${limits.points} are read. Keep samples in data/raw/ and give statistics of them here.`;
    fault(at, "too-large", `this series has ${list.length} points`, help);
    return null;
  }
  const x: number[] = [];
  let good = true;
  for (let i = 0; i < list.length; i++) {
    const value = xValue(at, i, list[i], axis);
    if (value === null) good = false;
    else {
      if (x.length > 0 && value <= x.at(-1)!) reportOrder(entry(at, i, list[i]), axis, value === x.at(-1));
      x.push(value);
    }
  }
  return good ? x : null;
}

function xValue(at: Written, index: number, value: unknown, axis: XAxis): number | null {
  if (axis.kind === "number" && typeof value === "number" && Number.isFinite(value)) return value;
  return parsePoint(entry(at, index, value), axis);
}

/** One x value as the axis counts it. */
export function parsePoint(at: Written, axis: XAxis): number | null {
  if (axis.kind === "time") return parseTime(at);
  if (axis.kind === "category") return parseCategory(at, axis.categories);
  if (typeof at.value === "number") {
    if (Number.isFinite(at.value)) return at.value;
    notFinite(at);
    return null;
  }
  wrongType(at, "a number", helpForX(at.value));
  return null;
}

function helpForX(value: unknown): string {
  if (value === null) return "A point without x cannot be drawn: delete it.";
  const help = numberHelp(value);
  return typeof value === "string" && Number.isNaN(Number(value))
    ? `${help} Words belong under "x": {"values": […]}, which makes x a category.`
    : help;
}

function parseCategory(at: Written, categories: readonly string[]): number | null {
  const index = typeof at.value === "string" ? categories.indexOf(at.value) : -1;
  if (index >= 0) return index;
  const meant = typeof at.value === "string" ? nearest(at.value, categories) : null;
  const help =
    meant === null ? `Known are ${categories.slice(0, 10).map(quote).join(", ")}.` : `Did you mean ${quote(meant)}?`;
  fault(
    at,
    "unknown-category",
    `${showPath(at.path)} is ${describe(at.value)}, which is not one of x's "values"`,
    help,
  );
  return null;
}

function reportOrder(at: Written, axis: XAxis, same: boolean): void {
  const order = axis.kind === "category" ? 'the order of x\'s "values"' : "ascending order";
  if (same) {
    const help = 'Give one point for each x. Repeated runs belong into "runs", their mean and stdev into the columns.';
    fault(at, "x-duplicate", `${showPath(at.path)} repeats the x before it`, help);
  } else {
    const help = `Write the points in ${order}, and every column with them.`;
    fault(at, "x-order", `${showPath(at.path)} is smaller than the x before it`, help);
  }
}
