import { type Diagnostic } from "../source/diagnostic.ts";
import { SourceError } from "../source/error.ts";
import { collectFaults, fault, written, type Written } from "../source/faults.ts";
import { asBoolean, asFields, asMap, asOneOf, asRecord, asText, type Fields } from "../source/fields.ts";
import { parseJson } from "../source/json.ts";
import type { Located } from "../source/located.ts";
import type { Source } from "../source/source.ts";
import type { Dataset } from "./dataset.ts";
import { decideAxis, parseAxis } from "./parse/axis.ts";
import { checkId } from "./parse/id.ts";
import { decideMetrics, parseMetrics } from "./parse/metric.ts";
import { parseProvenance } from "./parse/provenance.ts";
import { parseAllSeries } from "./parse/series.ts";

/** The form of dataset files that is read and written. */
export const schemaName = "benchpost/1";

export interface ParsedDataset {
  readonly dataset: Dataset;
  readonly warnings: readonly Diagnostic[];
  /** The file's value with its places, for the chart descriptions in it. */
  readonly located: Located;
}

/** All fields of a dataset that mean something. */
export const fieldNames = [
  "$schema",
  "schema",
  "title",
  "description",
  "x",
  "metrics",
  "series",
  "charts",
  "environment",
  "load",
  "sampling",
  "sources",
  "license",
  "publish_raw",
] as const;
type FieldName = (typeof fieldNames)[number];

/**
 * Reads and checks a dataset file (contract: docs/data.md). `name` is what posts call it: the file name without `.json`.
 * Throws a SourceError with all faults; what is odd but possible comes back as warnings.
 */
export function parseDataset(source: Source, name: string): ParsedDataset {
  const located = parseJson(source);
  const faults = collectFaults(located);
  const top = asFields(written(located, faults), fieldNames);
  const dataset = top && toDataset(top, name);
  if (!dataset || faults.hasErrors()) throw new SourceError(faults.diagnostics());
  return { dataset, warnings: faults.diagnostics(), located };
}

function toDataset(top: Fields<FieldName>, name: string): Dataset | null {
  const schema = top.need("schema", `Write "schema": "${schemaName}".`);
  if (schema) asOneOf(schema, [schemaName]);
  const title = text(top.need("title", 'Say in a few words what was measured: "title": "…".'));
  const description = text(top.get("description"));
  const axis = parseAxis(top.need("x", 'Say what the figures depend on: "x": {"label": "…", "unit": "1/s"}.'));
  const metrics = parseMetrics(
    top.need("metrics", 'Say what was measured: "metrics": {"latency": {"label": "…", "unit": "s"}}.'),
  );
  const written = top.need("series", "Give the figures as a list of series.");
  const license = text(top.get("license"));
  const publishRaw = top.get("publish_raw");
  const rest = {
    charts: parseCharts(top.get("charts")),
    environment: asRecord(top.get("environment")),
    load: asRecord(top.get("load")),
    sampling: asRecord(top.get("sampling")),
    sources: parseProvenance(top.get("sources")),
    ...(license === null ? {} : { license }),
    publishRaw: (publishRaw && asBoolean(publishRaw)) ?? false,
  };
  if (!axis || !metrics || !written) return null;
  const series = parseAllSeries(written, axis, metrics);
  if (!series || title === null) return null;
  return {
    name,
    title,
    description,
    x: decideAxis(axis, series),
    metrics: decideMetrics(metrics, series),
    series,
    ...rest,
  };
}

function text(at: Written | null): string | null {
  return at && asText(at);
}

/** Ids and descriptions as written: what the descriptions say is the chart floor's to read. */
function parseCharts(at: Written | null): ReadonlyMap<string, unknown> {
  const charts = new Map<string, unknown>();
  for (const [id, chart] of (at && asMap(at)) ?? []) {
    checkId(chart, id, "chart");
    if (!asMap(chart)) continue;
    charts.set(id, chart.value);
  }
  if (charts.size > 1000 && at)
    fault(at, "too-large", `there are ${charts.size} charts`, "At most 1000 can be described in one file.");
  return charts;
}
