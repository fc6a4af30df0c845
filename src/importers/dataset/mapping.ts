import { isStatistic, otherNames, statisticNames } from "../../benchmark/statistic-names.ts";
import { nearest } from "../../source/nearest.ts";
import type { ColumnMapping } from "../importer.ts";
import { failOption } from "./pattern.ts";

/** `--metric`: columns of a table and what they are, and metrics to keep (several of these with commas between). */
export interface Metrics {
  readonly mappings: readonly ColumnMapping[];
  readonly wanted: readonly string[];
}

/** Reads `p99 ms=latency.p99:ms` (a column) and `latency` (a metric). Throws SourceError. */
export function parseMetrics(texts: readonly string[]): Metrics {
  const mappings: ColumnMapping[] = [];
  const wanted: string[] = [];
  for (const text of texts.map((one) => one.trim())) {
    const equals = text.lastIndexOf("=");
    if (equals < 0) wanted.push(...text.split(/\s*,\s*/).filter((name) => name !== ""));
    else mappings.push(parseMapping(text, text.slice(0, equals).trim(), text.slice(equals + 1).trim()));
  }
  return { mappings, wanted };
}

function parseMapping(text: string, column: string, target: string): ColumnMapping {
  const parts = /^(?<metric>[A-Za-z][\w-]*)(?:\.(?<stat>\w+(?:\.\d+)?))?(?::(?<unit>.+))?$/.exec(target)?.groups;
  if (column === "" || parts === undefined)
    return failOption(
      "metric-invalid",
      `--metric ${JSON.stringify(text)} does not say what a column is`,
      'Write column, metric, statistic and unit: --metric "p99 ms=latency.p99:ms".',
    );
  const stat = otherNames.get(parts["stat"] ?? "") ?? parts["stat"] ?? "value";
  if (!isStatistic(stat)) {
    const near = nearest(stat, [...statisticNames, "p50", "p99"]);
    const help = `${near === null ? "" : `Did you mean ${near}? `}Known are ${statisticNames.join(", ")} and percentiles such as p99.9.`;
    return failOption("metric-invalid", `${stat} in --metric ${JSON.stringify(text)} is no statistic`, help);
  }
  return { column, metric: parts["metric"]!, stat, unit: parts["unit"] ?? null };
}
