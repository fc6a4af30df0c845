import { fault, quote, type Written, wrongType } from "../../source/faults.ts";
import { asFields, asList, asMap, asRecord, asText } from "../../source/fields.ts";
import { nearest } from "../../source/nearest.ts";
import type { Series, Statistics, XAxis } from "../dataset.ts";
import { warnContradictions } from "./contradictions.ts";
import { parseFlags } from "./flags.ts";
import { checkId } from "./id.ts";
import { limits } from "./limits.ts";
import type { WrittenMetric } from "./metric.ts";
import { parseStatistics } from "./statistics.ts";
import { parseX } from "./x.ts";

type Metrics = ReadonlyMap<string, WrittenMetric | null>;

/** All series. Null when the list itself cannot be read. */
export function parseAllSeries(at: Written, axis: XAxis, metrics: Metrics): Series[] | null {
  const list = asList(at);
  if (!list) return null;
  if (list.length === 0) {
    wrongType(at, "a list with at least one series", 'Write {"id": "…", "label": "…", "x": […], "values": {…}}.');
    return null;
  }
  if (list.length > limits.series) {
    fault(
      at,
      "too-large",
      `there are ${list.length} series`,
      `At most ${limits.series} are read; a chart can show about ten.`,
    );
    return null;
  }
  const ids = new Set<string>();
  return list.flatMap((item) => parseSeries(item, axis, metrics, ids) ?? []);
}

function parseSeries(at: Written, axis: XAxis, metrics: Metrics, ids: Set<string>): Series | null {
  const fields = asFields(at, ["id", "label", "x", "values", "flags", "environment"]);
  if (!fields) return null;
  const id = parseId(fields.need("id", 'Give it a short name that charts can use: "id": "gevent-1".'), ids);
  const label = fields.get("label");
  const text = label && asText(label);
  const environment = asRecord(fields.get("environment"));
  const written = axis.kind === "category" ? fields.get("x") : fields.need("x", 'List its x values: "x": [20, 40].');
  const x =
    axis.kind === "category" && !written ? axis.categories.map((_, index) => index) : written && parseX(written, axis);
  const values = fields.need("values", 'Give its figures: "values": {"latency": {"mean": […]}}.');
  const map = values && asMap(values);
  if (!map) return null;
  if (map.size === 0)
    fault(values, "empty-series", "this series has no figures", "Give it a metric, or delete the series.");
  // Columns are measured against x even where x itself has faults, so that all of them come at once.
  const length = x?.length ?? (Array.isArray(written?.value) ? written.value.length : null);
  const statistics = new Map<string, Statistics>();
  for (const [metric, figures] of map) {
    if (!metrics.has(metric)) reportUnknownMetric(figures, metric, metrics);
    const parsed = parseStatistics(figures, length);
    if (parsed) {
      warnContradictions(figures, parsed);
      statistics.set(metric, parsed);
    }
  }
  const flags = parseFlags(fields.get("flags"), axis, x, metrics);
  return id === null || !x ? null : { id, label: text ?? id, x, values: statistics, flags, environment };
}

function parseId(at: Written | null, ids: Set<string>): string | null {
  const id = at && asText(at);
  if (id === null || !checkId(at!, id, "series", "value")) return null;
  if (ids.has(id))
    fault(
      at!,
      "duplicate-series",
      `two series have the id ${quote(id)}`,
      "Give each its own: charts choose series by it.",
    );
  ids.add(id);
  return id;
}

function reportUnknownMetric(at: Written, metric: string, metrics: Metrics): void {
  const meant = nearest(metric, metrics.keys());
  const help =
    meant === null
      ? `Describe it under "metrics". Known are ${[...metrics.keys()].join(", ")}.`
      : `Did you mean "${meant}"?`;
  at.faults.add(
    "error",
    { path: at.path, key: true },
    "unknown-metric",
    `${quote(metric)} is not described under "metrics"`,
    help,
  );
}
