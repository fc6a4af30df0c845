import type { Importer } from "./importer.ts";
import { ab } from "./ab.ts";
import { abGnuplot } from "./ab-gnuplot.ts";
import { abPercentiles } from "./ab-percentiles.ts";
import { hey } from "./hey.ts";
import { heyCsv } from "./hey-csv.ts";
import { vegeta } from "./vegeta.ts";
import { vegetaText } from "./vegeta-text.ts";
import { vegetaHdrplot } from "./vegeta-hdrplot.ts";
import { vegetaCsv } from "./vegeta-csv.ts";
import { vegetaNdjson } from "./vegeta-ndjson.ts";
import { vegetaGob } from "./vegeta-gob.ts";
import { k6 } from "./k6.ts";
import { k6Text } from "./k6-text.ts";
import { k6Csv } from "./k6-csv.ts";
import { k6Ndjson } from "./k6-ndjson.ts";
import { autobench } from "./autobench.ts";
import { generic } from "./generic.ts";
import { httperf } from "./httperf.ts";
import { wrk } from "./wrk.ts";
import { wrk2 } from "./wrk2.ts";

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
  vegetaCsv,
  vegetaNdjson,
  vegetaGob,
  k6,
  k6Text,
  k6Csv,
  k6Ndjson,
  // Micro-benchmarks
  // Databases, disks, histograms, collections of results
  // Any table
  generic,
];
