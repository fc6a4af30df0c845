import type { Dataset, Series } from "../dataset.ts";
import type { Interval } from "../interval.ts";
import { formatNumber } from "../number.ts";
import { seeded } from "../random.ts";
import { bestLevel, fitLaw, type Law, type Level, throughputAt } from "../scalability.ts";
import { mean, quantile } from "../statistics.ts";
import type { Insight } from "./insight.ts";
import { figureAt } from "./replicates.ts";
import { isSound } from "./sound.ts";
import { percent } from "./words.ts";

export type Scalability = Insight<
  "scalability",
  {
    readonly law: Law;
    readonly levels: number;
    readonly alpha: Interval;
    readonly beta: Interval;
    /** Where throughput is highest; null where no peak lies surely within what was tested. */
    readonly best: (Interval & { readonly at: number }) | null;
  }
>;

/** x that may be the law's N. Never a demanded rate: what is demanded is not what works at once. */
const counts: ReadonlySet<string> = new Set(["concurrency", "connections", "threads", "workers", "processes", "cores"]);

const fewest = 6;
const repetitions = 400;

/**
 * Contention and coherency of throughput over concurrency, from six levels or more, with intervals by bootstrapping the
 * residuals (Efron, "Bootstrap methods: another look at the jackknife", 1979). Silent where much is left over or what is left
 * has a trend: then the law does not describe these figures. A peak is named only where coherency is surely above 0 and the peak was tested.
 */
export function scalabilities(dataset: Dataset): Scalability[] {
  if (dataset.x.kind !== "number" || !counts.has(dataset.x.name)) return [];
  const metric = ["throughput", "ops_rate", "reply_rate"].flatMap((id) => dataset.metrics.get(id) ?? [])[0];
  if (metric?.unit !== "1/s") return [];
  return dataset.series.flatMap((series) => {
    const statistics = series.values.get(metric.id);
    if (!statistics) return [];
    const levels = series.x.flatMap((n, index): Level[] => {
      const throughput = figureAt(statistics, index);
      return n > 0 && throughput !== null && throughput > 0 && isSound(series, metric, n) ? [{ n, throughput }] : [];
    });
    return describe(series, metric.id, levels) ?? [];
  });
}

function describe(series: Series, metric: string, levels: readonly Level[]): Scalability | null {
  const law = levels.length < fewest ? null : fitLaw(levels);
  if (law === null) return null;
  const residuals = levels.map(({ n, throughput }) => throughput - throughputAt(law, n));
  if (!explains(levels, residuals) || hasTrend(residuals)) return null;
  const drawn = redrawn(law, levels, residuals);
  const alpha = middle(drawn.map((one) => one.alpha));
  const beta = middle(drawn.map((one) => one.beta));
  const peak = { ...middle(drawn.map(bestLevel)), at: bestLevel(law) };
  const isTested = beta.low > 0 && peak.high <= levels.at(-1)!.n && peak.low >= levels[0]!.n;
  const best = isTested ? peak : null;
  const share = (value: number, { low, high }: Interval): string => `${short(value)} (${short(low)} to ${short(high)})`;
  const found = `contention ${share(law.alpha, alpha)}, coherency ${share(law.beta, beta)}`;
  const most = best
    ? `; most throughput at about ${whole(best.at)} at once (${whole(best.low)} to ${whole(best.high)})`
    : "";
  return {
    name: "scalability",
    metric,
    series: [series.id],
    data: { law, levels: levels.length, alpha, beta, best },
    sentence: `${series.label}, Universal Scalability Law fitted to ${levels.length} levels: ${found}${most}.`,
  };
}

/** Whether the fit leaves less than a twentieth of the variation between levels. */
function explains(levels: readonly Level[], residuals: readonly number[]): boolean {
  const centre = mean(levels.map(({ throughput }) => throughput))!;
  return sumOfSquares(residuals) < 0.05 * sumOfSquares(levels.map(({ throughput }) => throughput - centre));
}

/** Neighbouring residuals that are alike: Durbin and Watson's statistic is about 2 without a trend ("Testing for serial correlation", 1950). */
function hasTrend(residuals: readonly number[]): boolean {
  const steps = residuals.slice(1).map((value, index) => value - residuals[index]!);
  return sumOfSquares(steps) < sumOfSquares(residuals);
}

function sumOfSquares(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value ** 2, 0);
}

/** Laws of figures that might as well have been measured: the fitted ones with residuals drawn anew. */
function redrawn(law: Law, levels: readonly Level[], residuals: readonly number[]): Law[] {
  const random = seeded(levels.length);
  // Three parameters were fitted: the residuals are that much too small.
  const widen = Math.sqrt(levels.length / (levels.length - 3));
  return Array.from({ length: repetitions }, () =>
    levels.map(({ n }) => ({
      n,
      throughput: throughputAt(law, n) + widen * residuals[Math.floor(random() * residuals.length)]!,
    })),
  ).flatMap((drawn) => fitLaw(drawn) ?? []);
}

function middle(values: readonly number[]): Interval {
  return { low: quantile(values, 0.025)!, high: quantile(values, 0.975)! };
}

function short(share: number): string {
  return percent(share, { significant: 2 });
}

function whole(value: number): string {
  return formatNumber(Math.round(value), { significant: 15 });
}
