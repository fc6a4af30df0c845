import type { Importer } from "./importer.ts";
import { ab } from "./ab.ts";
import { abGnuplot } from "./ab-gnuplot.ts";
import { abPercentiles } from "./ab-percentiles.ts";
import { hey } from "./hey.ts";
import { heyCsv } from "./hey-csv.ts";
import { vegeta } from "./vegeta.ts";
import { vegetaText } from "./vegeta-text.ts";
import { vegetaHist } from "./vegeta-hist.ts";
import { vegetaHdrplot } from "./vegeta-hdrplot.ts";
import { vegetaCsv } from "./vegeta-csv.ts";
import { vegetaNdjson } from "./vegeta-ndjson.ts";
import { vegetaGob } from "./vegeta-gob.ts";
import { k6 } from "./k6.ts";
import { k6Text } from "./k6-text.ts";
import { k6Csv } from "./k6-csv.ts";
import { k6Ndjson } from "./k6-ndjson.ts";
import { jmeter } from "./jmeter.ts";
import { jmeterXml } from "./jmeter-xml.ts";
import { locust } from "./locust.ts";
import { locustHistory } from "./locust-history.ts";
import { locustFailures } from "./locust-failures.ts";
import { bombardier } from "./bombardier.ts";
import { bombardierText } from "./bombardier-text.ts";
import { autocannon } from "./autocannon.ts";
import { oha } from "./oha.ts";
import { ohaText } from "./oha-text.ts";
import { siege } from "./siege.ts";
import { siegeText } from "./siege-text.ts";
import { siegeLog } from "./siege-log.ts";
import { weighttp } from "./weighttp.ts";
import { weighttpText } from "./weighttp-text.ts";
import { h2load } from "./h2load.ts";
import { h2loadLog } from "./h2load-log.ts";
import { gatling } from "./gatling.ts";
import { gatlingLog } from "./gatling-log.ts";
import { gatlingBinary, gatlingScript } from "./gatling-refused.ts";
import { techempower } from "./techempower.ts";
import { hgrm } from "./hgrm.ts";
import { hdrSummary } from "./hdr-summary.ts";
import { hlog } from "./hlog.ts";
import { sysbench } from "./sysbench.ts";
import { pgbench } from "./pgbench.ts";
import { pgbenchIntervals } from "./pgbench-intervals.ts";
import { pgbenchLog } from "./pgbench-log.ts";
import { redisBenchmark, redisBenchmarkText } from "./redis-benchmark.ts";
import { memtier } from "./memtier.ts";
import { memtierText } from "./memtier-text.ts";
import { redisBenchmarkOldText, redisBenchmarkQuiet, redisBenchmarkRates } from "./redis-benchmark-old.ts";
import { fio } from "./fio.ts";
import { autobench } from "./autobench.ts";
import { hyperfine, hyperfineCsv, hyperfineText } from "./hyperfine.ts";
import { go, goJson } from "./go.ts";
import { googleBenchmark } from "./google-benchmark.ts";
import { googleBenchmarkCsv, googleBenchmarkText } from "./google-benchmark-text.ts";
import { jmh } from "./jmh.ts";
import { jmhCsv, jmhText } from "./jmh-text.ts";
import { pytestBenchmark } from "./pytest-benchmark.ts";
import { pyperf } from "./pyperf.ts";
import { criterion, criterionPart } from "./criterion.ts";
import { criterionText } from "./criterion-text.ts";
import { cargoCriterion } from "./cargo-criterion.ts";
import { libtest } from "./libtest.ts";
import { generic } from "./generic.ts";
import { httperf } from "./httperf.ts";
import { wrk } from "./wrk.ts";
import { wrk2 } from "./wrk2.ts";
import { mitata } from "./mitata.ts";
import { tinybench } from "./tinybench.ts";
import { tinybenchTable } from "./tinybench-table.ts";
import { vitest } from "./vitest.ts";
import { benchmarkJs } from "./benchmarkjs.ts";
import { benchmarkJsText } from "./benchmarkjs-text.ts";
import { bencher } from "./bencher.ts";
import { githubActionCustom, githubActionHistory } from "./github-action-benchmark.ts";
import { benchmarkDotNet } from "./benchmarkdotnet.ts";
import { benchmarkDotNetTable } from "./benchmarkdotnet-table.ts";

/** Every format, one line each. A file belongs to the one that claims it, so their order says nothing. */
export const importers: readonly Importer[] = [
  // HTTP and services
  autobench,
  httperf,
  wrk,
  wrk2,
  ab,
  abGnuplot,
  abPercentiles,
  hey,
  heyCsv,
  vegeta,
  vegetaText,
  vegetaHdrplot,
  vegetaHist,
  vegetaCsv,
  vegetaNdjson,
  vegetaGob,
  k6,
  k6Text,
  k6Csv,
  k6Ndjson,
  jmeter,
  jmeterXml,
  locust,
  locustHistory,
  locustFailures,
  bombardier,
  bombardierText,
  autocannon,
  oha,
  ohaText,
  siege,
  siegeText,
  siegeLog,
  weighttp,
  weighttpText,
  h2load,
  h2loadLog,
  gatling,
  gatlingLog,
  gatlingBinary,
  gatlingScript,
  // Micro-benchmarks
  hyperfine,
  hyperfineCsv,
  hyperfineText,
  go,
  goJson,
  googleBenchmark,
  googleBenchmarkText,
  googleBenchmarkCsv,
  jmh,
  jmhText,
  jmhCsv,
  pytestBenchmark,
  pyperf,
  criterion,
  criterionPart,
  criterionText,
  cargoCriterion,
  libtest,
  mitata,
  tinybench,
  tinybenchTable,
  vitest,
  benchmarkJs,
  benchmarkJsText,
  benchmarkDotNet,
  benchmarkDotNetTable,
  // Databases, disks, histograms, collections of results
  techempower,
  bencher,
  githubActionCustom,
  githubActionHistory,
  hgrm,
  hdrSummary,
  hlog,
  sysbench,
  pgbench,
  pgbenchLog,
  pgbenchIntervals,
  redisBenchmark,
  redisBenchmarkText,
  redisBenchmarkRates,
  redisBenchmarkQuiet,
  redisBenchmarkOldText,
  memtier,
  memtierText,
  fio,
  // Any table
  generic,
];
