import type { Dataset } from "../src/benchmark/dataset.ts";
import { parseDataset } from "../src/benchmark/parse.ts";
import { repeated, servers, tails, tasks } from "../test/chart/sample.ts";
import { corpus } from "./corpus.ts";

const [hostile = ""] = corpus("site/hostile/data", /\.json$/);

/** Datasets to quote from and to draw: numbers, names, histograms, single runs, and one whose every label is hostile. */
export const samples: readonly Dataset[] = [
  servers(20),
  tasks(["lists", "maps", "</script>"]),
  tails(),
  parseDataset({ file: "data/hostile.json", text: hostile }, "hostile").dataset,
  repeated(["lists", "maps", "sets"], 7),
].map((dataset, index) => ({ ...dataset, name: `sample-${index}` }));
