import type { Dataset } from "../dataset.ts";
import { formatNumber } from "../number.ts";
import type { Insight } from "./insight.ts";
import { inFlight } from "./little.ts";
import { sustainedPeaks } from "./sustained-peak.ts";
import { percent, placeWords } from "./words.ts";

export type LittlesLaw = Insight<
  "littles-law",
  { readonly x: number; readonly requests: number; readonly connections: number | null }
>;

/** How far rate × response time may be from the connections of a closed loop that never waits between requests. */
const tolerated = 0.15;

/**
 * How many requests were in flight: in an open load at the sustained peak; in a closed loop that rate, response time and
 * connections agree at every point. Where they do not, the lint says so; it is no sentence for readers.
 */
export function littlesLaws(dataset: Dataset): LittlesLaw[] {
  return dataset.load["model"] === "closed" ? closedLoops(dataset) : atPeaks(dataset);
}

function atPeaks(dataset: Dataset): LittlesLaw[] {
  return sustainedPeaks(dataset).flatMap(({ series: [id], data: { rate } }) => {
    const series = dataset.series.find((one) => one.id === id)!;
    const point = inFlight(dataset, series).find(({ x }) => x === rate);
    if (!point || point.requests < 1) return [];
    const about = `about ${formatNumber(point.requests, { significant: 2 })} requests`;
    const at = placeWords(dataset, rate);
    return {
      name: "littles-law",
      metric: "latency",
      series: [series.id],
      data: point,
      sentence: `${series.label}: at ${at} ${about} were in flight (rate × response time).`,
      clause: { lead: "In flight at the sustained peak (rate × response time)", item: `${series.label} ${about}` },
    };
  });
}

function closedLoops(dataset: Dataset): LittlesLaw[] {
  return dataset.series.flatMap((series) => {
    const points = inFlight(dataset, series);
    const shares = points.map(({ requests, connections }) => (connections === null ? NaN : requests / connections));
    if (points.length === 0 || !shares.every((share) => Math.abs(share - 1) <= tolerated)) return [];
    const [low, high] = [Math.min(...shares), Math.max(...shares)].map((share) => percent(share, { significant: 2 }));
    const range = low === high ? low! : `${low} to ${high}`;
    return {
      name: "littles-law",
      metric: "latency",
      series: [series.id],
      data: points.at(-1)!,
      sentence: `${series.label}: rate × response time accounts for ${range} of the connections, as it must.`,
      clause: { lead: "Rate × response time accounts for the connections", item: `${series.label} ${range}` },
    };
  });
}
