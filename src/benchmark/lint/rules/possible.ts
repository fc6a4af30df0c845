import type { Column, Series, Statistics } from "../../dataset.ts";
import { formatValue } from "../../number.ts";
import { percentileOf } from "../../statistic-names.ts";
import { displayUnit } from "../../unit.ts";
import type { LintArticle, LintDataset } from "../article.ts";
import { isLoadTest, shownSeries, spoken } from "../facts.ts";
import { figureAt } from "../../insights/replicates.ts";
import { type Finding, rule } from "../rule.ts";
import { placeWords } from "../../insights/words.ts";

export const statOrder = rule({
  id: "BL15",
  name: "stat-order",
  summary: "Publish only figures that can be right together.",
  severity: "error",
  source: "Arithmetic; hatoo/oha#157",
  waivable: false,
  covers: ["stat-order"],
  check: ({ datasets }) =>
    datasets.flatMap((dataset) =>
      dataset.dataset.series.flatMap((series, index) =>
        [...series.values].flatMap(([metric, statistics]) => {
          const wrong = firstWrong(statistics);
          return wrong === null ? [] : [contradiction(dataset, series, index, metric, wrong)];
        }),
      ),
    ),
});

interface Wrong {
  readonly index: number;
  readonly column: string;
  /** Names of the two that contradict each other, smaller first as it should be; or one and why it cannot be. */
  readonly low: string;
  readonly high: string | null;
}

/** The first point at which figures cannot be right: in the order of quantiles, or a spread that their range has no room for. */
function firstWrong(statistics: Statistics): Wrong | null {
  const { columns } = statistics;
  const ladder = [...columns.keys()].flatMap((name) => rank(name) ?? []).toSorted((a, b) => a.rank - b.rank);
  const pairs = ladder.slice(1).map((upper, index) => [ladder[index]!.name, upper.name] as const);
  for (const [low, high] of [...pairs, ["min", "mean"], ["mean", "max"], ["ci_low", "ci_high"]] as const) {
    const index = indexWhere(columns.get(low), columns.get(high), (a, b) => a > b && a - b > tolerance(a, b));
    if (index !== null) return { index, column: low, low, high };
  }
  const counts = columns.get("n") ?? [];
  const uncounted = counts.findIndex((n) => n !== null && (n < 0 || !Number.isInteger(n)));
  if (uncounted !== -1) return { index: uncounted, column: "n", low: "n", high: null };
  const stdev = columns.get("stdev") ?? [];
  const impossible = stdev.findIndex((value, index) => {
    if (value === null) return false;
    const most = widest(columns, index);
    return value > most && value - most > tolerance(columns.get("min")![index]!, columns.get("max")![index]!);
  });
  const negative = stdev.findIndex((value) => value !== null && value < 0);
  const index = negative === -1 ? impossible : negative;
  return index === -1 ? null : { index, column: "stdev", low: "stdev", high: null };
}

/** Place in the order of quantiles: min is 0, the median 50, max 100. */
function rank(name: string): { readonly name: string; readonly rank: number } | null {
  const percentile = name === "min" ? 0 : name === "median" ? 50 : name === "max" ? 100 : percentileOf(name);
  return percentile === null ? null : { name, rank: percentile };
}

function indexWhere(
  low: Column | undefined,
  high: Column | undefined,
  is: (a: number, b: number) => boolean,
): number | null {
  const index = (low ?? []).findIndex((a, i) => a !== null && high?.[i] != null && is(a, high[i]));
  return index === -1 ? null : index;
}

/**
 * What rounding can explain: tools print each figure with digits of its own, and histograms count in buckets of a
 * thousandth. So one unit in the last digit of the coarser figure, or a thousandth.
 */
function tolerance(a: number, b: number): number {
  return Math.max(lastDigit(a), lastDigit(b), 1e-3 * Math.abs(b));
}

function lastDigit(value: number): number {
  const [mantissa = "", power = "0"] = value.toExponential().split("e");
  const digits = Math.max(0, mantissa.replace("-", "").length - 2);
  return 10 ** Math.min(0, Number(power) - digits);
}

/**
 * The largest standard deviation of values in a range: half of them at each end, (max − min)/2, and for a sample times
 * √(n/(n − 1)) (Popoviciu's inequality on variances, 1935). Without n, as for two values.
 */
function widest(columns: Statistics["columns"], index: number): number {
  const [min, max, n] = ["min", "max", "n"].map((name) => columns.get(name)?.[index] ?? null);
  if (min == null || max == null) return Infinity;
  const sample = n != null && n >= 2 ? Math.sqrt(n / (n - 1)) : Math.SQRT2;
  return ((max - min) / 2) * sample;
}

function contradiction(dataset: LintDataset, series: Series, at: number, metric: string, wrong: Wrong): Finding {
  const { index, column, low, high } = wrong;
  const { columns } = series.values.get(metric)!;
  const { unit: base, display } = dataset.dataset.metrics.get(metric)!;
  const unit = displayUnit(base, display) ?? { symbol: base, base, factor: 1 };
  const figure = (name: string): string => {
    const value = columns.get(name)![index]!;
    return name === "n" ? `n (${value})` : `${name} (${formatValue(value, unit, { significant: 6 })})`;
  };
  const where = `of "${series.id}" at ${placeWords(dataset.dataset, series.x[index]!)}`;
  const fact =
    high !== null
      ? `${figure(low)} is above ${figure(high)} in the ${metric} ${where}`
      : low === "n"
        ? `${figure("n")} in the ${metric} ${where} is no count`
        : `${figure("stdev")} in the ${metric} ${where} is more than figures between its min and max can have`;
  return {
    at: { located: dataset.located, path: ["series", at, "values", metric, column, index] },
    fact,
    help: "One of them is wrong. Were columns swapped or averaged? Import the file again.",
    contradiction: true,
  };
}

export const beyondHardware = rule({
  id: "BL37",
  name: "beyond-the-hardware",
  summary: "Report nothing that the hardware cannot do.",
  severity: "error",
  source: "Gregg, benchmarking checklist, “did it break limits?”; Hoefler & Belli 2015, rule 11",
  /** Share of a limit that rounding and different seconds may add. */
  thresholds: { slack: 0.05 },
  check: (article, { slack }) => article.datasets.flatMap((dataset) => checkLimits(article, dataset, 1 + slack)),
});

function checkLimits(article: LintArticle, dataset: LintDataset, slack: number): Finding[] {
  const { sut, loadMachine } = dataset.method;
  const wire =
    isLoadTest(dataset) && loadMachine.sameHost !== true && sut.nicGbps !== null ? sut.nicGbps * 1e9 : Infinity;
  for (const series of shownSeries(article, dataset)) {
    for (const [index, x] of series.x.entries()) {
      const at = (metric: string): number => {
        const statistics = series.values.get(metric);
        return (statistics && figureAt(statistics, index)) ?? 0;
      };
      const place = placeWords(dataset.dataset, x);
      if (at("transferred") * 8 > wire * slack) {
        const bits = (at("transferred") * 8e-9).toFixed(1);
        const fact = `"${series.id}" at ${place} sends ${bits} Gbit/s through a network of ${sut.nicGbps} Gbit/s`;
        const help = "Is nic_gbps right, or are the bytes counted twice?";
        return [{ at: spoken(article, dataset, "env", "sut", "nic_gbps"), fact, help }];
      }
      if (sut.cores !== null && at("server_cpu") > sut.cores * slack) {
        const fact = `"${series.id}" at ${place} uses ${at("server_cpu").toFixed(1)} cores of ${sut.cores}`;
        const help = "Is env.sut.cores right, or is the processor time that of several runs?";
        return [{ at: spoken(article, dataset, "env", "sut", "cores"), fact, help }];
      }
    }
  }
  return [];
}
