import type { LintArticle, LintDataset } from "../article.ts";
import { chartsOf, declared, isLoadTest, isStated, seriesOf, spoken } from "../facts.ts";
import { type Finding, rule } from "../rule.ts";
import { be, list } from "../words.ts";

export const connections = rule({
  id: "BL06",
  name: "conn-policy-missing",
  summary: "State reuse and number of connections, HTTP version, TLS, pipelining and timeout.",
  severity: "warning",
  source: "Hoefler & Belli 2015, rule 9; SIGPLAN checklist, notes on timeouts; TechEmpower states all of them",
  check: (article) =>
    article.datasets.filter(isLoadTest).flatMap((dataset) => {
      const { connections: used, timeoutS } = dataset.method.load;
      // Where x is their number, it is said for each point.
      const asked = Object.entries(used).filter(([key]) => key !== "count" || dataset.dataset.x.name !== "concurrency");
      const missing = asked.flatMap(([key, value]) => (value === null ? `load.connections.${key}` : []));
      if (timeoutS === null) missing.push("load.timeout_s");
      if (missing.length === 0) return [];
      const fact = `keep-alive or new connections can change the ranking: ${list(missing)} ${be(missing)} not said`;
      const help =
        'Write load: {connections: {count: 256, reuse: keepalive, http: "1.1", tls: false, pipelining: 1}, timeout_s: 8}.';
      return [{ at: declared(article, "load", "connections"), fact, help }];
    }),
});

export const window = rule({
  id: "BL07",
  name: "window-missing",
  summary: "State warm-up and duration, and do not run too short.",
  severity: "warning",
  source: "Hoefler & Belli 2015, section 4.1.2; Kalibera & Jones 2013, section 6; wrk2, README",
  /** Seconds that wrk2 needs: it calibrates for the first ten. */
  thresholds: { wrk2Seconds: 20 },
  check: (article, { wrk2Seconds }) =>
    article.datasets.filter(isLoadTest).flatMap((dataset) => {
      const { warmupS, durationS, generator } = dataset.method.load;
      const missing = Object.entries({ warmup_s: warmupS, duration_s: durationS }).flatMap(([key, value]) =>
        value === null ? `load.${key}` : [],
      );
      if (missing.length > 0) {
        const help = "Write load: {warmup_s: 15, duration_s: 60}; 0 where there was no warm-up.";
        return [{ at: declared(article, "load"), fact: `${list(missing)} ${be(missing)} not said`, help }];
      }
      if (generator.name?.toLowerCase() !== "wrk2" || durationS! >= wrk2Seconds) return [];
      const fact = `wrk2 calibrates for 10 s; a run of ${durationS} s measures almost nothing`;
      return [
        { at: spoken(article, dataset, "load", "duration_s"), fact, help: `Run it for at least ${wrk2Seconds} s.` },
      ];
    }),
});

export const order = rule({
  id: "BL34",
  name: "order-of-runs",
  summary: "Interleave or randomise the runs of what is compared, and say so.",
  severity: "warning",
  source: "benchstat, on interleaving; Mytkowicz et al. 2009; NIST handbook, blocking",
  check: (article) =>
    article.datasets.flatMap((dataset) => {
      const { order: said } = dataset.method.load;
      if (said === "interleaved" || said === "randomised" || dataset.dataset.series.length < 2) return [];
      const fact =
        said === null
          ? "it is not said in which order the runs were made"
          : "one series was measured after the other: what changed meanwhile looks like a difference between them";
      const help = "Write load: {order: interleaved}, or randomised; measure in such an order if it was not.";
      return [{ at: spoken(article, dataset, "load", "order"), fact, help }];
    }),
});

export const cache = rule({
  id: "BL46",
  name: "cache-state",
  summary: "Say whether caches were cold or warm, and do not mix the two.",
  severity: "warning",
  source: "Raasveldt et al. 2018, sections 3.5 and 3.6; ClickHouse/ClickBench#656",
  check: (article) => article.datasets.filter(isLoadTest).flatMap((dataset) => checkCache(article, dataset)),
});

function checkCache(article: LintArticle, dataset: LintDataset): Finding[] {
  for (const chart of chartsOf(article, dataset)) {
    const states = new Set(seriesOf(chart).flatMap(({ environment }) => environment["cache"] ?? []));
    if (states.size < 2) continue;
    const fact = `chart "${chart.chart.id}" compares series with ${list([...states].map(String))} caches`;
    return [
      { at: chart.at(["series"]), fact, help: "Draw them in charts of their own, or measure both in one state." },
    ];
  }
  if (dataset.method.load.cache !== null || isStated(article, dataset, "load", "cache")) return [];
  const fact = "it is not said whether caches were cold or warm";
  return [
    {
      at: spoken(article, dataset, "load", "cache"),
      fact,
      help: "Write load: {cache: warm}, or cold, or not-applicable.",
    },
  ];
}
