import { entry, fault, quote, type Written, wrongType } from "../../source/faults.ts";
import { asFields, asMap, asNumber, asText } from "../../source/fields.ts";
import { showPath } from "../../source/located.ts";
import { nearest } from "../../source/nearest.ts";
import type { Column, Statistics } from "../dataset.ts";
import { isStatistic, otherNames, statisticNames } from "../statistic-names.ts";
import { checkLength, parseColumn } from "./column.ts";
import { parseHistograms } from "./histogram.ts";

const notColumns = new Set(["n_of", "stdev_kind", "ci", "runs", "histograms"]);

/** The figures of one metric in one series. */
export function parseStatistics(at: Written, length: number | null): Statistics | null {
  if (Array.isArray(at.value)) {
    wrongType(at, "a map of statistics", 'Say what the figures are: {"value": […]} or {"mean": […], "stdev": […]}.');
    return null;
  }
  const map = asMap(at);
  if (!map) return null;
  const columns = new Map<string, Column>();
  for (const [name, written] of map) {
    if (notColumns.has(name)) continue;
    if (!isStatistic(name)) reportUnknownStatistic(written, name);
    else {
      const column = parseColumn(written, length, name);
      if (column) columns.set(name, column);
    }
  }
  if (map.size === 0)
    fault(at, "empty-series", `${showPath(at.path)} has no figures`, 'Write {"value": […]}, or delete it.');
  const nOf = map.get("n_of");
  const kind = map.get("stdev_kind");
  const histograms = map.get("histograms");
  return {
    columns,
    nOf: present(nOf) ? asText(nOf) : null,
    stdevKind: present(kind) ? asText(kind) : null,
    ci: parseInterval(map.get("ci")),
    runs: parseRuns(map.get("runs"), length),
    histograms: present(histograms) ? parseHistograms(histograms, length) : null,
  };
}

function present(field: Written | undefined): field is Written {
  return field !== undefined && field.value !== null;
}

function reportUnknownStatistic(at: Written, name: string): void {
  const meant =
    otherNames.get(name.toLowerCase()) ?? nearest(name, [...statisticNames, ...notColumns, "p50", "p99", "p99.9"]);
  const list = `Known are ${statisticNames.join(", ")} and percentiles such as p50 or p99.9.`;
  const help = meant === null ? list : `Did you mean "${meant}"? ${list}`;
  at.faults.add("error", { path: at.path, key: true }, "unknown-stat", `${quote(name)} is not a statistic`, help);
}

function parseInterval(at: Written | undefined): Statistics["ci"] {
  if (!present(at)) return null;
  const fields = asFields(at, ["level", "method"]);
  const writtenLevel = fields?.need("level", 'Write {"level": 0.95, "method": "t"}.');
  const writtenMethod = fields?.need("method", 'Say how the interval was made: "method": "t", "bootstrap" ….');
  const level = writtenLevel ? asNumber(writtenLevel) : null;
  const method = writtenMethod ? asText(writtenMethod) : null;
  if (level === null || method === null) return null;
  if (level > 0 && level < 1) return { level, method };
  const help = level > 1 && level < 100 ? `Write ${level / 100}.` : "95 % is written 0.95.";
  fault(writtenLevel!, "out-of-range", `${level} is not a confidence level`, help);
  return null;
}

/** The single values behind each point. */
function parseRuns(at: Written | undefined, length: number | null): Statistics["runs"] {
  if (!present(at) || !checkLength(at, length)) return null;
  return (at.value as readonly unknown[]).map((runs, index) =>
    runs === null ? null : parseColumn(entry(at, index, runs), null, "value"),
  );
}
