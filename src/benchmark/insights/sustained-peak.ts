import type { Dataset } from "../dataset.ts";
import type { Insight } from "./insight.ts";
import { sustainedShare, type SweepPoint, sweepsOf, toleratedErrors } from "./sweep.ts";
import { percent, placeWords } from "./words.ts";

export type SustainedPeak = Insight<
  "sustained-peak",
  { readonly rate: number; readonly delivered: number; /** The load went past it. */ readonly reached: boolean }
>;

/**
 * The most that a server delivered while it delivered nearly all of the demand with hardly an error (the throughput of
 * RFC 1242 with tolerances). Silent without such a point, and where errors were not measured.
 */
export function sustainedPeaks(dataset: Dataset): SustainedPeak[] {
  return sweepsOf(dataset).flatMap(({ series, metric, points }) => {
    const good = points.filter(isSustained);
    const [first, ...rest] = good;
    if (!first) return [];
    const peak = rest.reduce((best, point) => (point.delivered > best.delivered ? point : best), first);
    const reached = good.at(-1) !== points.at(-1);
    const tolerance = `${percent(sustainedShare)} delivered, errors ≤ ${percent(toleratedErrors)}`;
    const least = reached ? "" : "at least ";
    const rate = placeWords(dataset, peak.delivered, { significant: 3 });
    const end = reached ? "" : `; ${placeWords(dataset, points.at(-1)!.rate)} was the highest rate tested`;
    return {
      name: "sustained-peak",
      metric,
      series: [series.id],
      data: { rate: peak.rate, delivered: peak.delivered, reached },
      sentence: `${series.label} sustains ${least}${rate} (${tolerance})${end}.`,
      clause: {
        lead: `Sustained peak (${tolerance})`,
        item: `${series.label} ${least}${rate}${reached ? "" : ", as no more was demanded"}`,
      },
    };
  });
}

function isSustained({ ratio, errors }: SweepPoint): boolean {
  return ratio >= sustainedShare && errors !== null && errors <= toleratedErrors;
}
