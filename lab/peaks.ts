import type { Dataset, Metric } from "../src/benchmark/dataset.ts";
import { byHighest, columnsOf, namesAxis, serversOf } from "./columns.ts";
import type { Effort, Experiment } from "./experiment.ts";
import type { Opening } from "./journal.ts";
import type { Kept } from "./kept.ts";
import { describePeaks } from "./peaks-method.ts";
import type { RawFile } from "./raw.ts";
import { overRuns } from "./series.ts";

const peak: Metric = {
  id: "peak_rate",
  label: "Highest throughput",
  unit: "1/s",
  display: "req/s",
  better: "higher",
  denominator: null,
};

const DESCRIPTION = [
  "The highest throughput of each server as two tools find it: httperf, which demands rates that do not wait for answers",
  "(the highest of a round's points), and wrk, which asks again on each of its connections as soon as it is answered.",
  "mean, stdev (of a sample), min and max are over the rounds.",
].join(" ");

/** The highest rates of all servers by both tools, in the form that posts are written on; x is the server. */
export function toPeaks(
  experiment: Experiment,
  effort: Effort,
  opening: Opening,
  attempts: Kept,
  files: readonly RawFile[],
): Dataset {
  const columns = columnsOf(experiment, attempts);
  const servers = byHighest(serversOf(experiment), columns);
  return {
    name: `${experiment.name}-peaks`,
    title: `${experiment.title}: the peaks by two tools`,
    description: DESCRIPTION,
    x: namesAxis(
      "server",
      "Server",
      servers.map(({ label }) => label),
    ),
    metrics: new Map([[peak.id, peak]]),
    series: columns.map(({ id, label, of, peaks }) => ({
      id,
      label,
      x: servers.map((_, index) => index),
      values: new Map([[peak.id, overRuns(servers.map((server) => peaks(server.id)))]]),
      flags: servers.flatMap((server, x) =>
        of.has(server.id) ? [] : [{ x, metric: null, stat: null, flag: "not-measured", note: "not swept" }],
      ),
      environment: {},
    })),
    charts: new Map<string, unknown>([["graph-6-peaks", { metric: peak.id, mark: "bar" }]]),
    ...describePeaks(experiment, effort, { opening, files, columns }, attempts),
  };
}
