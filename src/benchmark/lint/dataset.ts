import type { Located } from "../../source/located.ts";
import type { Bench } from "../bench.ts";
import type { Dataset } from "../dataset.ts";
import { methodOf } from "../method/method.ts";
import type { LintDataset } from "./article.ts";

/**
 * A dataset as an article speaks of it: what the article declares of the load counts where figures are judged too, so that
 * a closed loop is no sweep over demanded rates wherever its author says that it was closed.
 */
export function toLintDataset(dataset: Dataset, located: Located, bench: Bench | null): LintDataset {
  const method = methodOf(dataset, bench);
  const { model, arrival, latencyFrom, durationS, connections } = method.load;
  const declared = {
    model,
    arrival,
    latency_from: latencyFrom,
    duration_s: durationS,
    connections: connections.count === null ? null : { count: connections.count },
  };
  const known = Object.fromEntries(Object.entries(declared).filter(([, value]) => value !== null));
  return { dataset: { ...dataset, load: { ...dataset.load, ...known } }, located, method };
}
