import { fault, type Written, wrongType } from "../../source/faults.ts";
import { asFields, asMap, asOneOf, asText } from "../../source/fields.ts";
import type { Metric, Series } from "../dataset.ts";
import { chooseDisplay, typicalSize } from "../unit-choice.ts";
import { checkId } from "./id.ts";
import { limits } from "./limits.ts";
import { parseBaseUnit, parseDisplayUnit } from "./unit.ts";

/** A metric before its display unit is decided: that needs the figures. */
export type WrittenMetric = Omit<Metric, "display"> & { readonly display: string | null };

/** What was measured, by id. A metric with a fault is kept out; null when nothing can be read. */
export function parseMetrics(at: Written | null): ReadonlyMap<string, WrittenMetric | null> | null {
  const map = at && asMap(at);
  if (!map) return null;
  if (map.size === 0) {
    wrongType(at, "a map with at least one metric", 'Write "latency": {"label": "Response time", "unit": "s"}.');
    return null;
  }
  if (map.size > limits.metrics) {
    fault(at, "too-large", `there are ${map.size} metrics`, `At most ${limits.metrics} are read.`);
    return null;
  }
  const metrics = new Map<string, WrittenMetric | null>();
  for (const [id, written] of map) {
    checkId(written, id, "metric");
    metrics.set(id, parseMetric(written, id));
  }
  return metrics;
}

function parseMetric(at: Written, id: string): WrittenMetric | null {
  const fields = asFields(at, ["label", "unit", "display", "better", "denominator"]);
  if (!fields) return null;
  const label = fields.get("label");
  const writtenUnit = fields.need(
    "unit",
    'Say what it is stored in: "s", "B", "1/s", "B/s", "1" or a unit of your own.',
  );
  const unit = writtenUnit && parseBaseUnit(writtenUnit);
  const display = fields.get("display");
  const better = fields.get("better");
  const denominator = fields.get("denominator");
  const shown = display && unit !== null ? parseDisplayUnit(display, unit) : null;
  return {
    id,
    label: (label && asText(label)) ?? id.replaceAll("_", " "),
    unit: unit ?? "1",
    display: shown,
    better: better && asOneOf(better, ["higher", "lower"]),
    denominator: denominator && asText(denominator),
  };
}

/** The metrics with the units in which their figures are read. */
export function decideMetrics(
  metrics: ReadonlyMap<string, WrittenMetric | null>,
  series: readonly Series[],
): ReadonlyMap<string, Metric> {
  const decided = new Map<string, Metric>();
  for (const [id, metric] of metrics) {
    if (metric)
      decided.set(id, { ...metric, display: metric.display ?? chooseDisplay(metric.unit, sizeOf(id, series)) });
  }
  return decided;
}

/** By the first column of each series: all of a metric's columns but `n` are in its unit. */
function sizeOf(metric: string, series: readonly Series[]): number {
  return typicalSize(
    series.flatMap(({ values }) => [...(values.get(metric)?.columns ?? [])].find(([stat]) => stat !== "n")?.[1] ?? []),
  );
}
