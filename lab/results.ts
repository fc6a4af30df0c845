import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { renderDataset } from "../src/benchmark/render.ts";
import { toDataset } from "./dataset.ts";
import type { Effort, Experiment } from "./experiment.ts";
import type { Journal } from "./journal.ts";
import { keepBest } from "./kept.ts";
import { toPeaks } from "./peaks.ts";
import { toRatios } from "./ratios.ts";
import { rawFiles, rawJournal } from "./raw.ts";

/** Write the journal's results: the raw folder `data/raw/<name>/` and the datasets `data/<name>.json` and, with a second tool, `-peaks` and `-ratios`. */
export function writeResults(experiment: Experiment, effort: Effort, journal: Journal): void {
  const { opening, notes } = journal;
  if (opening === undefined) throw new Error("nothing has been measured yet");
  const attempts = keepBest(journal.attempts, experiment.limits);
  const files = rawFiles(attempts);
  const folder = new URL(`../data/raw/${experiment.name}/`, import.meta.url);
  mkdirSync(folder, { recursive: true });
  const written = [...files, rawJournal(opening, notes, attempts)];
  for (const { name, text } of written) writeFileSync(new URL(name, folder), text);
  const datasets = [toDataset(experiment, effort, { opening, notes }, attempts, files)];
  if (experiment.witnesses.length > 0) {
    datasets.push(...[toPeaks, toRatios].map((to) => to(experiment, effort, opening, attempts, files)));
  }
  for (const dataset of datasets) {
    writeFileSync(fileURLToPath(new URL(`../data/${dataset.name}.json`, import.meta.url)), renderDataset(dataset));
  }
}
