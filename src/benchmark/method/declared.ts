import type { Bench } from "../bench.ts";
import type { Dataset } from "../dataset.ts";
import { methodOf } from "./method.ts";

/**
 * A dataset as an article speaks of it: what the article declares of the load counts where figures are judged too, so that
 * a closed loop is no sweep over demanded rates wherever its author says that it was closed.
 */
export function asDeclared(dataset: Dataset, bench: Bench | null): Dataset {
  if (bench === null) return dataset;
  const { model, arrival, latencyFrom, durationS, connections } = methodOf(dataset, bench).load;
  const declared = {
    model,
    arrival,
    latency_from: latencyFrom,
    duration_s: durationS,
    connections: connections.count === null ? null : { count: connections.count },
  };
  const known = Object.fromEntries(Object.entries(declared).filter(([, value]) => value !== null));
  return { ...dataset, load: { ...dataset.load, ...known } };
}
