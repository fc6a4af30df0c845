import type { Series } from "../../dataset.ts";
import { accountsOf } from "../../insights/accounting.ts";
import { inFlight } from "../../insights/little.ts";
import { figureAt } from "../../insights/replicates.ts";
import { isSound } from "../../insights/sound.ts";
import { formatNumber } from "../../number.ts";
import type { LintArticle, LintDataset } from "../article.ts";
import { chartsOf, errorMetrics, isLoadTest, showsLatency, showsRate, spoken } from "../facts.ts";
import { type Finding, rule } from "../rule.ts";
import { percent, placeWords } from "../../insights/words.ts";
import { places } from "../words.ts";

export const accounting = rule({
  id: "BL21",
  name: "accounting",
  summary: "Account for every request: answered, failed or dropped.",
  severity: "error",
  source: "Gregg, benchmarking checklist, “did it even happen?”; k6, dropped_iterations",
  waivable: false,
  /** Share of the demanded requests that may never have been sent, by rounding and by the ends of a run. */
  thresholds: { unsent: 0.02 },
  check: (article, { unsent }) =>
    article.datasets
      .filter(isLoadTest)
      .flatMap((dataset) =>
        dataset.dataset.series.flatMap((series, index) => [
          ...checkCounts(dataset, series, index),
          ...checkSent(dataset, series, index, unsent),
        ]),
      ),
});

function checkCounts(dataset: LintDataset, series: Series, at: number): Finding[] {
  const allowed = Math.max(1, dataset.method.load.connections.count ?? 1);
  const wrong = accountsOf(series).find(({ missing }) => Math.abs(missing) > allowed);
  if (!wrong) return [];
  const { x, sent, missing } = wrong;
  const share = percent(Math.abs(missing) / sent);
  const what = missing > 0 ? "are neither answered nor counted as errors" : "came back more often than they were sent";
  return [
    {
      at: { located: dataset.located, path: ["series", at, "values", "sent"] },
      fact: `${share} of the requests of "${series.id}" at ${placeWords(dataset.dataset, x)} ${what}`,
      help: "sent = ok + errors + dropped: what is missing belongs to one of them.",
      contradiction: true,
    },
  ];
}

/** An open load sends what is demanded, or says what it dropped. Saturated points are marked as such. */
function checkSent(dataset: LintDataset, series: Series, at: number, unsent: number): Finding[] {
  const { load, x: axis } = dataset.dataset;
  const sent = series.values.get("request_rate");
  if (axis.name !== "demanded_request_rate" || load["model"] !== "open" || !sent || series.values.has("dropped"))
    return [];
  const lost = series.x.filter((x, index) => {
    const rate = figureAt(sent, index);
    const marked =
      series.flags.some((flag) => flag.x === x) || !isSound(series, { id: "request_rate", unit: "1/s" }, x);
    return rate !== null && !marked && Math.abs(x - rate) / x > unsent;
  });
  const [first] = lost;
  if (first === undefined) return [];
  const share = percent(Math.abs(1 - figureAt(sent, series.x.indexOf(first))! / first), { significant: 2 });
  return [
    {
      at: { located: dataset.located, path: ["series", at, "values", "request_rate"] },
      fact: `"${series.id}" at ${places(dataset.dataset, lost)}: the requests sent differ by ${share} from those demanded`,
      help: "Give what was not sent as a metric dropped, or mark the points with the flag saturated.",
    },
  ];
}

export const littlesLaw = rule({
  id: "BL22",
  name: "littles-law",
  summary: "Let concurrency, throughput and response time agree.",
  severity: "error",
  source: "Little 1961; Gregg, benchmarking checklist, “did it break limits?”",
  /** Share by which a closed loop may miss, and an open one exceed, its connections. */
  thresholds: { closed: 0.15, open: 0.05 },
  check: (article, { closed, open }) =>
    article.datasets.filter(isLoadTest).flatMap((dataset) => checkLittle(article, dataset, closed, open)),
});

function checkLittle(article: LintArticle, dataset: LintDataset, closed: number, open: number): Finding[] {
  const { model, thinkTimeS, connections, latencyFrom } = dataset.method.load;
  const isClosed = model === "closed";
  // Corrected response times hold waiting that no connection carried.
  if (isClosed && ((thinkTimeS ?? 0) > 0 || latencyFrom === "corrected")) return [];
  const most = (1 + open) * (connections.pipelining ?? 1);
  for (const [index, series] of dataset.dataset.series.entries()) {
    const wrong = inFlight(dataset.dataset, series).find(({ x, requests, connections: count }) => {
      if (count === null || !isSound(series, { id: "latency", unit: "s" }, x)) return false;
      return isClosed ? Math.abs(requests / count - 1) > closed : requests > count * most;
    });
    if (!wrong) continue;
    const inTheAir = `${formatNumber(wrong.requests)} requests in flight`;
    const at = `"${series.id}" at ${placeWords(dataset.dataset, wrong.x)}`;
    const fact = `${at}: rate × response time makes ${inTheAir}, with ${formatNumber(wrong.connections!, { significant: 6 })} connections`;
    const help = isClosed
      ? "In a closed loop they are equal. Is there a pause between requests (load.think_time_s), or is one of the figures of other requests?"
      : "Each connection carries one request at a time. Is load.connections.count right, and is the response time from the actual send?";
    const said = dataset.method.load.connections.count !== null;
    const spot = said
      ? spoken(article, dataset, "load", "connections", "count")
      : { located: dataset.located, path: ["series", index, "values", "latency"] };
    return [{ at: spot, fact, help, severity: isClosed ? "warning" : "error" }];
  }
  return [];
}

export const errorsHidden = rule({
  id: "BL23",
  name: "errors-hidden",
  summary: "Where response time or throughput is shown, show errors.",
  severity: "error",
  source: "Gregg, benchmarking checklist, “did it error?”; Google SRE book, chapter 6",
  /** Share of errors that need not be shown. */
  thresholds: { share: 0 },
  check: (article, { share }) =>
    article.datasets.filter(isLoadTest).flatMap((dataset) => checkErrors(article, dataset, share)),
});

function checkErrors(article: LintArticle, dataset: LintDataset, least: number): Finding[] {
  const charts = chartsOf(article, dataset);
  const shown = new Set(
    charts
      .filter(({ chart }) => (errorMetrics as readonly string[]).includes(chart.metric.id))
      .flatMap(({ chart }) => chart.series.map(({ id }) => id)),
  );
  for (const chart of charts.filter((one) => showsLatency(one) || showsRate(one))) {
    for (const series of dataset.dataset.series) {
      if (shown.has(series.id) || !chart.chart.series.some(({ id }) => id === series.id)) continue;
      for (const metric of errorMetrics) {
        const statistics = series.values.get(metric);
        if (!statistics) continue;
        const figures = series.x.map((x, index) => ({ x, value: figureAt(statistics, index) ?? 0 }));
        const worst = figures.toSorted((a, b) => b.value - a.value)[0];
        if (!worst || worst.value <= least) continue;
        const amount =
          metric === "errors"
            ? `${formatNumber(worst.value)} requests fail`
            : `${percent(worst.value)} of the requests fail`;
        const fact = `${amount} in "${series.id}" at ${placeWords(dataset.dataset, worst.x)}, and no chart shows it beside "${chart.chart.id}"`;
        return [{ at: chart.at(["metric"]), fact, help: `Add a chart of ${metric}.` }];
      }
    }
  }
  return [];
}
