import type { Importer } from "./importer.ts";
import { autobench } from "./autobench.ts";
import { generic } from "./generic.ts";
import { httperf } from "./httperf.ts";

/** Every format, one line each. A file belongs to the one that claims it, so their order says nothing. */
export const importers: readonly Importer[] = [
  // HTTP and services
  autobench,
  httperf,
  // Micro-benchmarks
  // Databases, disks, histograms, collections of results
  // Any table
  generic,
];
