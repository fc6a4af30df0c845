import type { Dataset, Series } from "../dataset.ts";
import { figureAt } from "./replicates.ts";

/** Requests in flight by Little's law beside the connections that could carry them. */
export interface InFlight {
  readonly x: number;
  /** Rate of replies × mean response time. */
  readonly requests: number;
  /** Null where their number is not known. */
  readonly connections: number | null;
}

/**
 * N = X·R at each point of a series (Little, "A proof for the queuing formula L = λW", 1961). Only from mean response times
 * that count from the actual send, as those from a planned start hold waiting that no connection carried; in a closed loop
 * both are the same.
 */
export function inFlight(dataset: Dataset, series: Series): InFlight[] {
  const { load, x, metrics } = dataset;
  const closed = load["model"] === "closed";
  if (!closed && load["latency_from"] !== "actual-send") return [];
  if (metrics.get("latency")?.unit !== "s") return [];
  const rates = series.values.get("throughput") ?? series.values.get("reply_rate");
  const means = series.values.get("latency")?.columns.get("mean");
  if (!rates || !means) return [];
  const declared = countOf(load["connections"]);
  return series.x.flatMap((place, index) => {
    const rate = figureAt(rates, index);
    const mean = means[index];
    if (rate === null || mean == null) return [];
    const connections = x.name === "concurrency" ? place : declared;
    return [{ x: place, requests: rate * mean, connections }];
  });
}

function countOf(connections: unknown): number | null {
  const count =
    typeof connections === "object" && connections !== null ? Reflect.get(connections, "count") : connections;
  return typeof count === "number" && count > 0 ? count : null;
}
