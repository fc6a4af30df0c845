import type { Series } from "../../dataset.ts";
import { figureAt } from "../../insights/replicates.ts";
import { isSound } from "../../insights/sound.ts";
import { median } from "../../statistics.ts";
import { formatNumber } from "../../number.ts";
import type { LintArticle, LintChart, LintDataset } from "../article.ts";
import { chartsOf, seriesOf, spoken } from "../facts.ts";
import { type Finding, rule } from "../rule.ts";
import { list } from "../words.ts";
import { placeWords } from "../../insights/words.ts";

export const workParity = rule({
  id: "BL08",
  name: "workload-parity",
  summary: "Let everything that is compared do the same work.",
  severity: "error",
  source: "SIGPLAN checklist, “comparison is unfair”; Raasveldt et al. 2018, sections 3.3 and 3.8",
  /** By how much the bytes of an answer may differ, and a first run be slower than later ones. */
  thresholds: { byteShare: 0.01, speedup: 50 },
  check: (article, { byteShare, speedup }) => [
    ...article.charts.flatMap((chart) => checkBytes(chart, byteShare)).slice(0, 1),
    ...article.datasets.flatMap((dataset) => checkCache(article, dataset, speedup)),
  ],
});

/** Bytes of one answer at each x; empty where they are not known. */
function bytesOf(series: Series): Map<number, number> {
  const size = series.values.get("reply_size");
  const transferred = series.values.get("transferred");
  const delivered = series.values.get("throughput") ?? series.values.get("reply_rate");
  const errors = series.values.get("error_ratio");
  const bytes = new Map<number, number>();
  series.x.forEach((x, index) => {
    // Requests that fail carry bytes too, and no answer to divide them by.
    const failed = errors ? (figureAt(errors, index) ?? 0) : 0;
    if (failed > 0 || !isSound(series, { id: "transferred", unit: "B/s" }, x)) return;
    const all = transferred ? figureAt(transferred, index) : null;
    const rate = delivered ? figureAt(delivered, index) : null;
    const one = size ? figureAt(size, index) : all !== null && rate ? all / rate : null;
    if (one !== null && one > 0) bytes.set(x, one);
  });
  return bytes;
}

function checkBytes(chart: LintChart, tolerated: number): Finding[] {
  const all = seriesOf(chart).map((series) => ({ series, bytes: bytesOf(series) }));
  for (const [index, { series, bytes }] of all.entries()) {
    for (const other of all.slice(index + 1)) {
      const common = [...bytes.keys()].filter((x) => other.bytes.has(x));
      const ratio = median(common.map((x) => bytes.get(x)! / other.bytes.get(x)!));
      if (ratio === null || Math.abs(ratio - 1) <= tolerated) continue;
      const [mine, theirs] = [bytes, other.bytes].map((map) => formatNumber(median(common.map((x) => map.get(x)!))!));
      const fact = `"${series.id}" answers with ${mine} bytes, "${other.series.id}" with ${theirs}: they do not do the same work`;
      const help = "Make both answer the same, or draw them in charts of their own and say what differs.";
      return [{ at: chart.at(["series"]), fact, help }];
    }
  }
  return [];
}

/** A later run that is far faster than the first was answered from a cache. */
function checkCache(article: LintArticle, dataset: LintDataset, speedup: number): Finding[] {
  if (dataset.method.load.cache !== null) return [];
  for (const series of dataset.dataset.series) {
    for (const [id, { runs }] of series.values) {
      if (dataset.dataset.metrics.get(id)?.unit !== "s") continue;
      for (const [index, values] of (runs ?? []).entries()) {
        const [first, ...later] = (values ?? []).filter((value) => value !== null);
        if (first === undefined || !later.some((value) => value > 0 && value * speedup < first)) continue;
        const x = placeWords(dataset.dataset, series.x[index]!);
        const fact = `"${series.id}" is over ${speedup} times faster after its first run at ${x}: was a cache measured?`;
        const help = "Write load: {cache: warm} or cold, and leave the runs in the other state out.";
        return [{ at: spoken(article, dataset, "load", "cache"), fact, help }];
      }
    }
  }
  return [];
}

/** Settings of a series that make its figures those of another machine or day. */
const ofMachines = ["cpu", "cores", "os", "kernel", "host", "instance", "ram_gb", "measured_at"];

export const sameMachine = rule({
  id: "BL33",
  name: "environments-mixed",
  summary: "Compare in one chart only what ran on one kind of machine, at one time.",
  severity: "warning",
  source: "Hoefler & Belli 2015, rule 9; krausest/js-framework-benchmark#571",
  check: ({ charts }) =>
    charts.flatMap((chart) => {
      const differing = ofMachines.filter((name) => valuesOf(chart, name).size > 1);
      if (differing.length === 0) return [];
      const fact = `the series of chart "${chart.chart.id}" differ in ${list(differing)}`;
      const help = "Measure them on one machine, or draw them in charts of their own.";
      return [{ at: chart.at(["series"]), fact, help }];
    }),
});

function valuesOf(chart: LintChart, name: string): Set<string> {
  return new Set(seriesOf(chart).map(({ environment }) => JSON.stringify(environment[name] ?? null)));
}

export const sameBuild = rule({
  id: "BL50",
  name: "config-parity",
  summary: "Say the same things of each program that is compared, and build all alike.",
  severity: "warning",
  source: "Raasveldt et al. 2018, section 3.2; SIGPLAN checklist, “unfair comparison”",
  check: (article) => article.datasets.flatMap((dataset) => checkBuilds(article, dataset)),
});

function checkBuilds(article: LintArticle, dataset: LintDataset): Finding[] {
  const shown = new Set(chartsOf(article, dataset).flatMap((chart) => seriesOf(chart).map(({ id }) => id)));
  const software = [...dataset.method.software].filter(([id]) => shown.has(id));
  const at = spoken(article, dataset, "env", "software");
  const keys = ["runtime", "framework", "build", "workers"] as const;
  return keys.flatMap((key) => {
    const known = software.filter(([, one]) => one[key] !== null);
    const silent = software.filter(([, one]) => one[key] === null).map(([id]) => `"${id}"`);
    if (known.length > 0 && silent.length > 0) {
      const fact = `${key} is known of "${known[0]![0]}" and not of ${list(silent)}`;
      return [{ at, fact, help: `Write env.software: {…: {${key}: …}} for each series.` }];
    }
    const builds = new Set(known.map(([, one]) => one.build));
    if (key !== "build" || builds.size < 2) return [];
    const fact = `the series are built differently: ${list([...builds].map(String))}`;
    return [{ at, fact, help: "Build all for the same use, or draw them in charts of their own." }];
  });
}
