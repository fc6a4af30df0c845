import type { Dataset } from "../dataset.ts";
import type { Insight } from "./insight.ts";
import { sustainedShare, type SweepPoint, sweepsOf } from "./sweep.ts";
import { bracketWords, placeWords } from "./words.ts";

export type Saturation = Insight<
  "saturation",
  {
    /** The highest rate below that was delivered; null when none was. */
    readonly above: number | null;
    /** The lowest rate from which on every rate is too much; null when none is. */
    readonly upTo: number | null;
  }
>;

/**
 * Between which rates a server saturates: from the first rate on whose delivery is below 98 % beyond the noise, there and
 * at every later rate. Silent where the noise is not known, or where the end of the sweep is neither one nor the other.
 */
export function saturations(dataset: Dataset): Saturation[] {
  return sweepsOf(dataset).flatMap(({ series, metric, points }) => {
    const from = points.findLastIndex((point) => !isSaturated(point)) + 1;
    const last = points.at(-1)!;
    const about = { name: "saturation" as const, metric, series: [series.id] };
    if (from === points.length) {
      if (last.upper === null || last.ratio < sustainedShare) return [];
      const sentence = `${series.label} is not saturated up to ${placeWords(dataset, last.rate)}.`;
      return {
        ...about,
        data: { above: last.rate, upTo: null },
        sentence,
        clause: { lead, item: `${series.label} not up to ${placeWords(dataset, last.rate)}` },
      };
    }
    const upTo = points[from]!.rate;
    const below = points.slice(0, from).findLast(({ ratio }) => ratio >= sustainedShare);
    if (!below) {
      const sentence = `${series.label} is saturated from ${placeWords(dataset, upTo)} on.`;
      return {
        ...about,
        data: { above: null, upTo },
        sentence,
        clause: { lead, item: `${series.label} from ${placeWords(dataset, upTo)} on` },
      };
    }
    const bracket = bracketWords(dataset, below.rate, upTo);
    const sentence = `${series.label} saturates ${bracket}.`;
    const clause = { lead, item: `${series.label} ${bracket}` };
    return { ...about, data: { above: below.rate, upTo }, sentence, clause };
  });
}

const lead = "Saturation";

function isSaturated({ upper }: SweepPoint): boolean {
  return upper !== null && upper < sustainedShare;
}
