import { fault, quote, type Written, wrongType } from "../../source/faults.ts";
import { asFields, asList, asOneOf, asText } from "../../source/fields.ts";
import type { Series, XAxis } from "../dataset.ts";
import { chooseDisplay, typicalSize } from "../unit-choice.ts";
import { limits } from "./limits.ts";
import { parseBaseUnit, parseDisplayUnit } from "./unit.ts";

/** The axis before its display unit is decided: that needs the figures. */
export type WrittenAxis = XAxis;

/** What the figures depend on: a number, a category (`values`) or time (`"type": "time"`). */
export function parseAxis(at: Written | null): WrittenAxis | null {
  const fields = at && asFields(at, ["name", "label", "unit", "display", "type", "values"]);
  if (!fields) return null;
  const name = textOr(fields.get("name"), "x");
  const label = textOr(fields.get("label"), name.replaceAll("_", " "));
  const type = fields.get("type");
  const values = fields.get("values");
  const kind = (type && asOneOf(type, ["number", "category", "time"])) ?? (values ? "category" : "number");
  if (kind === "time") return { name, label, unit: "s", display: null, kind, categories: [] };
  if (kind === "category") {
    const written = fields.need("values", 'List the categories: "values": ["lists", "maps"].');
    const categories = written && parseCategories(written);
    return categories && { name, label, unit: null, display: null, kind, categories };
  }
  if (values) fault(values, "x-kind", "x is of numbers and has categories", 'Delete "type" or "values".');
  const written = fields.need("unit", 'Say what x is counted in: "unit": "1/s", or "1" for a plain number.');
  const unit = written && parseBaseUnit(written);
  if (unit === null) return null;
  const display = fields.get("display");
  return { name, label, unit, display: display && parseDisplayUnit(display, unit), kind, categories: [] };
}

/** The axis with the unit in which its figures are read. */
export function decideAxis(axis: WrittenAxis, series: readonly Series[]): XAxis {
  if (axis.kind !== "number" || axis.display !== null || axis.unit === null) return axis;
  return { ...axis, display: chooseDisplay(axis.unit, typicalSize(series.flatMap(({ x }) => x))) };
}

function parseCategories(at: Written): string[] | null {
  const list = asList(at);
  if (!list) return null;
  if (list.length === 0) {
    wrongType(at, "a list with at least one name", 'Write "values": ["lists", "maps"].');
    return null;
  }
  if (list.length > limits.categories) {
    fault(at, "too-large", `x has ${list.length} categories`, `At most ${limits.categories} can be told apart.`);
    return null;
  }
  const seen = new Set<string>();
  for (const item of list) {
    const category = asText(item);
    if (category === null) continue;
    if (seen.has(category))
      fault(item, "x-duplicate", `the category ${quote(category)} stands twice`, "Delete or rename one.");
    seen.add(category);
  }
  return [...seen];
}

function textOr(at: Written | null, otherwise: string): string {
  return (at && asText(at)) ?? otherwise;
}
