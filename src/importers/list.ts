import type { Importer } from "./importer.ts";
import { ab } from "./ab.ts";
import { abGnuplot } from "./ab-gnuplot.ts";
import { abPercentiles } from "./ab-percentiles.ts";
import { hey } from "./hey.ts";
import { heyCsv } from "./hey-csv.ts";
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
  // Micro-benchmarks
  // Databases, disks, histograms, collections of results
  // Any table
  generic,
];
