import type { Dataset } from "../src/benchmark/dataset.ts";
import type { Effort, Experiment, Service } from "./experiment.ts";
import type { Note, Opening } from "./journal.ts";
import type { Kept } from "./kept.ts";
import { describeLoad, describeSampling } from "./method.ts";
import { labMetrics } from "./metrics.ts";
import type { RawFile } from "./raw.ts";
import { readRuns } from "./runs.ts";
import { toSeries } from "./series.ts";
import { sourceOf } from "./sources.ts";
import { warningsOf } from "./warnings.ts";

/** All that was found and how, in the form that posts are written on. */
export function toDataset(
  experiment: Experiment,
  effort: Effort,
  { opening, notes }: { opening: Opening; notes: readonly Note[] },
  attempts: Kept,
  files: readonly RawFile[],
): Dataset {
  const { environment } = opening;
  const series = experiment.series.map((about) => {
    const runs = readRuns(attempts.kept.filter(({ series: id }) => id === about.id));
    const software = { ...environment.software[about.id], requests_per_connection: about.calls };
    return { runs, ...toSeries({ id: about.id, label: about.label, environment: software }, runs) };
  });
  return {
    name: experiment.name,
    title: experiment.title,
    description: experiment.description,
    x: {
      name: "demanded_request_rate",
      label: "Demanded requests",
      unit: "1/s",
      display: "req/s",
      kind: "number",
      categories: [],
    },
    metrics: new Map(labMetrics.map(({ metric }) => [metric.id, metric])),
    series: series.map(({ runs: _runs, ...rest }) => rest),
    charts: new Map(Object.entries(experiment.charts)),
    environment: {
      ...environment,
      commands: Object.fromEntries(experiment.services.map((service) => [service.id, portable(service)])),
      measured_at: opening.startedAt.slice(0, 10),
    },
    load: describeLoad(experiment, effort, environment),
    sampling: describeSampling(experiment, effort, attempts, notes),
    sources: series.map(({ id, runs }) => ({
      ...sourceOf(experiment, opening, files, id),
      warnings: warningsOf(runs, experiment.limits),
    })),
    publishRaw: true,
  };
}

/** A service's command as it would be typed in the project's folder on any machine. */
function portable({ command, env = {} }: Service): string {
  const settings = Object.entries(env).map(([name, value]) => `${name}=${value}`);
  const words = [...settings, ...command].map((word) => word.replace(`${process.cwd()}/`, ""));
  return words.map((word) => (word === process.execPath ? "node" : word === "" ? "''" : word)).join(" ");
}
