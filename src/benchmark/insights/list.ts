import type { Dataset } from "../dataset.ts";
import { accountings } from "./accounting.ts";
import { advantages } from "./advantage.ts";
import { collapses } from "./collapse.ts";
import { crossovers } from "./crossover.ts";
import { deliveryRatios } from "./delivery-ratio.ts";
import { dominances } from "./dominance.ts";
import { efficiencies } from "./efficiency.ts";
import { errorOnsets } from "./error-onset.ts";
import { firstErrors } from "./first-errors.ts";
import type { Insight } from "./insight.ts";
import { littlesLaws } from "./littles-law.ts";
import { noiseFloors } from "./noise-floor.ts";
import { omissionGaps } from "./omission-gap.ts";
import { relativeDifferences } from "./relative-difference.ts";
import { saturations } from "./saturation.ts";
import { scalabilities } from "./scalability.ts";
import { sustainedPeaks } from "./sustained-peak.ts";
import { tailBlowUps } from "./tail-blow-up.ts";
import { tailRatios } from "./tail-ratio.ts";

interface Kind {
  readonly read: (dataset: Dataset) => readonly Insight[];
  /** Asks each pair of series. */
  readonly compares?: true;
}

/** In the order in which a reader asks. */
const kinds: readonly Kind[] = [
  { read: sustainedPeaks },
  { read: saturations },
  { read: collapses },
  { read: errorOnsets },
  { read: firstErrors },
  { read: scalabilities },
  { read: dominances, compares: true },
  { read: crossovers, compares: true },
  { read: advantages, compares: true },
  { read: relativeDifferences, compares: true },
  { read: tailBlowUps },
  { read: tailRatios },
  { read: omissionGaps },
  { read: littlesLaws },
  { read: deliveryRatios },
  { read: efficiencies },
  { read: accountings },
  { read: noiseFloors },
];

/** Everything that may be said about a dataset, each only where its precondition holds; without comparisons if so wished. */
export function insightsOf(dataset: Dataset, { comparing = true } = {}): Insight[] {
  return kinds.flatMap(({ read, compares }) => (compares && !comparing ? [] : read(dataset)));
}
