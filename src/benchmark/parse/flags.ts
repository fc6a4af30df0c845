import { fault, quote, type Written } from "../../source/faults.ts";
import { asFields, asList, asOneOf, asText, type Fields } from "../../source/fields.ts";
import { nearest } from "../../source/nearest.ts";
import { flagNames } from "../flag-names.ts";
import type { Flag, XAxis } from "../dataset.ts";
import { isStatistic } from "../statistic-names.ts";
import { parsePoint } from "./x.ts";

/** Why figures of a series are missing or must be read with care. */
export function parseFlags(
  at: Written | null,
  axis: XAxis,
  x: readonly number[] | null,
  metrics: ReadonlyMap<string, unknown>,
): Flag[] {
  const list = (at && asList(at)) ?? [];
  const points = list.length === 0 ? null : x && new Set(x);
  return list.flatMap((item) => {
    const fields = asFields(item, ["x", "metric", "stat", "flag", "note"]);
    return (fields && parseFlag(fields, axis, points, metrics)) ?? [];
  });
}

function parseFlag(
  fields: Fields<"x" | "metric" | "stat" | "flag" | "note">,
  axis: XAxis,
  points: ReadonlySet<number> | null,
  metrics: ReadonlyMap<string, unknown>,
): Flag | null {
  const writtenX = fields.need("x", 'Say at which point: "x": 40.');
  const x = writtenX && parsePoint(writtenX, axis);
  if (x !== null && points && !points.has(x)) {
    fault(
      writtenX!,
      "unknown-x",
      `this series has no point at ${String(writtenX!.value)}`,
      "A flag belongs to one of the series' x values.",
    );
  }
  const writtenFlag = fields.need("flag", `Say what is the matter: ${flagNames.join(", ")}.`);
  const flag = writtenFlag && asOneOf(writtenFlag, flagNames);
  const metric = fields.get("metric");
  const stat = fields.get("stat");
  const note = fields.get("note");
  const metricId = metric && asText(metric);
  if (metricId !== null && !metrics.has(metricId)) {
    const meant = nearest(metricId, metrics.keys());
    const help = meant === null ? `Known are ${[...metrics.keys()].join(", ")}.` : `Did you mean "${meant}"?`;
    fault(metric!, "unknown-metric", `${quote(metricId)} is not described under "metrics"`, help);
  }
  const statistic = stat && asText(stat);
  if (statistic !== null && !isStatistic(statistic)) {
    fault(
      stat!,
      "unknown-stat",
      `${quote(statistic)} is not a statistic`,
      "Name a column of the metric, such as mean or p99.",
    );
  }
  if (x === null || flag === null) return null;
  return { x, flag, metric: metricId, stat: statistic, note: note && asText(note) };
}
