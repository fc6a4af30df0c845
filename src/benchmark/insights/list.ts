import type { Dataset } from "../dataset.ts";
import { collapses } from "./collapse.ts";
import { crossovers } from "./crossover.ts";
import { deliveryRatios } from "./delivery-ratio.ts";
import { dominances } from "./dominance.ts";
import { errorOnsets } from "./error-onset.ts";
import type { Insight } from "./insight.ts";
import { noiseFloors } from "./noise-floor.ts";
import { relativeDifferences } from "./relative-difference.ts";
import { saturations } from "./saturation.ts";
import { sustainedPeaks } from "./sustained-peak.ts";

/** In the order in which a reader asks. */
const kinds: readonly ((dataset: Dataset) => readonly Insight[])[] = [
  sustainedPeaks,
  saturations,
  collapses,
  deliveryRatios,
  errorOnsets,
  dominances,
  crossovers,
  relativeDifferences,
  noiseFloors,
];

/** Everything that may be said about a dataset, each only where its precondition holds. */
export function insightsOf(dataset: Dataset): Insight[] {
  return kinds.flatMap((kind) => kind(dataset));
}
