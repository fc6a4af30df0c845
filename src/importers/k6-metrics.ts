import { at, entriesAt, type Json, listAt, numberAt, stringAt } from "./json.ts";

/** The figures of one k6 metric, by k6's names. */
export type K6Values = Readonly<Record<string, number>>;

/** What the three JSON shapes and the text of a k6 summary have in common. */
export interface K6Summary {
  readonly format: string;
  readonly metrics: ReadonlyMap<string, K6Values>;
  /** Length of the test in seconds; null where the shape does not say. */
  readonly duration: number | null;
  /** `http_req_duration p(95)<500` → whether it was crossed. */
  readonly thresholds: ReadonlyMap<string, boolean>;
  readonly version: string | null;
}

/** The summary in a JSON value, whichever of k6's three shapes it has; null when it is none. */
export function k6Summary(json: Json | undefined): K6Summary | null {
  if (Array.isArray(at(json, "results", "metrics")) && at(json, "config") !== undefined) return machineReadable(json!);
  const metrics = entriesAt(json, "metrics");
  if (metrics.some(([, one]) => at(one, "values") !== undefined && at(one, "contains") !== undefined))
    return summaryData(json!, metrics);
  return at(json, "root_group") !== undefined && metrics.length > 0 ? summaryExport(metrics) : null;
}

/** --summary-export: figures directly under the metric; a threshold that is true was crossed. */
function summaryExport(metrics: readonly [string, Json][]): K6Summary {
  return {
    format: "k6-summary-export",
    metrics: new Map(metrics.map(([name, values]) => [name, numbers(values)])),
    duration: null,
    thresholds: thresholds(metrics, (one) => one === true),
    version: null,
  };
}

/** handleSummary(data): figures under `values`; a threshold that is ok was held. */
function summaryData(json: Json, metrics: readonly [string, Json][]): K6Summary {
  const milliseconds = numberAt(json, "state", "testRunDurationMs");
  return {
    format: "k6-handle-summary",
    metrics: new Map(metrics.map(([name, one]) => [name, numbers(at(one, "values"))])),
    duration: milliseconds === null ? null : milliseconds / 1e3,
    thresholds: thresholds(metrics, (one) => at(one, "ok") === false),
    version: null,
  };
}

/** --new-machine-readable-summary: a list of metrics, whose counters have no rates. */
function machineReadable(json: Json): K6Summary {
  const named = listAt(json, "results", "metrics").map((one) => [stringAt(one, "name") ?? "", one] as const);
  return {
    format: "k6-machine-readable-summary",
    metrics: new Map(named.map(([name, one]) => [name, numbers(at(one, "values"))])),
    duration: numberAt(json, "config", "duration"),
    thresholds: new Map(),
    version: stringAt(json, "metadata", "k6Version"),
  };
}

function numbers(values: Json | undefined): K6Values {
  return Object.fromEntries(
    entriesAt(values).filter((entry): entry is [string, number] => typeof entry[1] === "number"),
  );
}

function thresholds(metrics: readonly [string, Json][], crossed: (value: Json) => boolean): Map<string, boolean> {
  return new Map(
    metrics.flatMap(([name, one]) =>
      entriesAt(one, "thresholds").map(([rule, value]) => [`${name} ${rule}`, crossed(value)] as const),
    ),
  );
}
