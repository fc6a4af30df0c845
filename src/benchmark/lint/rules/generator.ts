import type { LintArticle, LintDataset } from "../article.ts";
import { chartsOf, declared, isLoadTest, showsLatency, spoken } from "../facts.ts";
import { type Finding, rule } from "../rule.ts";
import { be, list } from "../words.ts";

/** Programs that send a request only when the one before was answered, whatever rate they are given. */
const waiting: ReadonlySet<string> = new Set(["wrk", "ab", "hey", "autocannon", "siege", "weighttp"]);

export const generator = rule({
  id: "BL02",
  name: "loadgen-missing",
  summary: "Name the load generator, its version and its exact command.",
  severity: "error",
  source: "Hoefler & Belli 2015, rule 9; Raasveldt et al. 2018, appendix A; TPC-C 5.11, clauses 6 and 8",
  check: (article) => article.datasets.filter(isLoadTest).flatMap((dataset) => checkGenerator(article, dataset)),
});

function checkGenerator(article: LintArticle, dataset: LintDataset): Finding[] {
  const { name, version, command } = dataset.method.load.generator;
  const missing = Object.entries({ name, version, command }).flatMap(([key, value]) => (value === null ? key : []));
  if (missing.length > 0) {
    const fact = `which program made the load? ${list(missing.map((key) => `load.generator.${key}`))} ${be(missing)} not said`;
    const help = 'Write load: {generator: {name: wrk2, version: "4.1.0", command: "wrk2 -t8 -c256 -R{rate} …"}}.';
    return [{ at: declared(article, "load", "generator"), fact, help }];
  }
  const { x, series } = dataset.dataset;
  const numbers = new Set((command!.match(/\d+(?:\.\d+)?/g) ?? []).map(Number));
  const names = /\{[^{}]+\}/.test(command!) || series.some((one) => one.x.some((rate) => numbers.has(rate)));
  // What waits for answers takes no rate; that it has none to name is another rule's.
  if (!x.name.startsWith("demanded_") || names || waiting.has(name!.toLowerCase())) return [];
  const fact = "the command of the load generator does not say at which rate it sent";
  const help = "Write {rate} where the demanded rate stood.";
  return [{ at: spoken(article, dataset, "load", "generator", "command"), fact, help }];
}

export const loadModel = rule({
  id: "BL03",
  name: "load-model-missing",
  summary: "Say whether the load is open, closed or partly open, and how requests arrive where it is not closed.",
  severity: "error",
  source: "Schroeder et al. 2006; SIGPLAN checklist, “gated workload generator”",
  check: (article) =>
    article.datasets.filter(isLoadTest).flatMap((dataset): Finding[] => {
      const { model, arrival } = dataset.method.load;
      if (model === null) {
        const fact = "it is not said whether the load is open, closed or partly open";
        const help =
          "Write load: {model: open}. An open and a closed generator see other response times of one server.";
        return [{ at: spoken(article, dataset, "load", "model"), fact, help }];
      }
      if (model === "closed" || arrival !== null) return [];
      const fact = "it is not said how requests arrive: at constant distances, or by chance";
      const help = "Write load: {arrival: constant}, or poisson. Queues grow earlier by chance.";
      return [{ at: declared(article, "load", "arrival"), severity: "warning", fact, help }];
    }),
});

export const closedLoop = rule({
  id: "BL04",
  name: "closed-loop-rate",
  summary: "Do not present a closed loop as a demanded rate, nor its response times as those under that rate.",
  severity: "warning",
  source:
    "Schroeder et al. 2006, figure 5; SIGPLAN checklist, “gated workload generator”; k6 documentation, closed model",
  check: (article) => article.datasets.filter(isLoadTest).flatMap((dataset) => checkLoop(article, dataset)),
});

function checkLoop(article: LintArticle, dataset: LintDataset): Finding[] {
  const { model, generator: made } = dataset.method.load;
  const tool = made.name?.toLowerCase() ?? "the generator";
  const charts = chartsOf(article, dataset);
  if (model === "open" && waiting.has(tool)) {
    const fact = `${tool} waits for each answer before it sends again: its load is closed, not open`;
    const help = "Write load.model: closed, or measure with a generator that keeps to its schedule.";
    return [{ at: spoken(article, dataset, "load", "model"), fact, help }];
  }
  if (model !== "closed") return [];
  if (dataset.dataset.x.name.startsWith("demanded_") && charts.length > 0) {
    const fact = `${tool} waits for each answer before it sends again, so the demanded rate was not demanded`;
    const help = "Use an open generator, or draw over the number of connections.";
    return [{ at: charts[0]!.at([]), severity: "error", fact, help }];
  }
  const silent = charts.find((chart) => showsLatency(chart) && !/closed/i.test(chart.chart.caption));
  if (!silent) return [];
  const fact = `chart "${silent.chart.id}" shows response times of a closed loop and does not say so`;
  return [{ at: silent.at(["caption"]), fact, help: "Say in its caption that the load is closed." }];
}

export const latencyOrigin = rule({
  id: "BL05",
  name: "latency-origin-missing",
  summary: "Say from when response time counts: from the planned start, the actual send, or corrected.",
  severity: "error",
  source: "Tene, “How NOT to measure latency”; wrk2, README",
  check: (article) =>
    article.datasets.flatMap((dataset) => {
      const { latencyFrom, model } = dataset.method.load;
      if (!chartsOf(article, dataset).some(showsLatency)) return [];
      const at = spoken(article, dataset, "load", "latency_from");
      if (latencyFrom === null || latencyFrom === "unknown") {
        const help = "Write load: {latency_from: intended-start}, or actual-send, or corrected.";
        return [{ at, fact: "it is not said from when response time counts", help }];
      }
      if (latencyFrom !== "actual-send" || model !== "open") return [];
      const fact = "response time that counts from the actual send hides how long requests waited to be sent";
      const help = "Measure from the planned start, or say in a waiver why the generator never fell behind.";
      return [{ at, severity: "warning", fact, help }];
    }),
});
