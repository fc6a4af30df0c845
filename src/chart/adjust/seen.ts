import type { Chart } from "../chart.ts";
import { take } from "../thin.ts";

/** A chart with what of it is seen and no more: the series that are on, at the places that lie in its picture. */
export function seenPart(chart: Chart, hidden: ReadonlySet<string>): Chart {
  const { x, notes } = chart;
  const [low, high] = x.kind === "category" ? [-Infinity, Infinity] : x.domain;
  const isSeen = (place: number): boolean => place >= low && place <= high;
  const series = chart.series
    .filter(({ id }) => !hidden.has(id))
    .map((one) =>
      one.x.every(isSeen)
        ? one
        : take(
            one,
            one.x.flatMap((place, row) => (isSeen(place) ? [row] : [])),
          ),
    );
  return {
    ...chart,
    series,
    notes: notes.filter((note) => !hidden.has(note.series) && isSeen(note.x)),
    annotations: chart.annotations.filter((one) => isSeen(one.x)),
  };
}

/** A file's name that tells the chart and what was changed in it: `bus-graph-1-rps-y-log-hide-python.csv`. */
export function fileName({ dataset, id }: Chart, query: string, extension: string): string {
  const words = [dataset, id, query].map((text) => text.replace(/[^\p{L}\p{N}._]+/gu, "-").replace(/^-|-$/g, ""));
  const name = words.filter((word) => word !== "").join("-");
  // File systems take 255 bytes; a letter needs up to three.
  return `${name.slice(0, 80)}.${extension}`;
}
