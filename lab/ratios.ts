import type { Dataset, Metric } from "../src/benchmark/dataset.ts";
import { byHighest, type Column, columnsOf, namesAxis, serversOf } from "./columns.ts";
import type { Effort, Experiment, Service } from "./experiment.ts";
import type { Opening } from "./journal.ts";
import type { Kept } from "./kept.ts";
import { describePeaks } from "./peaks-method.ts";
import type { RawFile } from "./raw.ts";
import { overRuns } from "./series.ts";

const ratio: Metric = {
  id: "peak_ratio",
  label: "Ratio of highest throughputs",
  unit: "1",
  display: "1",
  better: null,
  denominator: "the second server",
};

const DESCRIPTION = [
  "How many times the highest throughput of one server is that of the next slower one, with a connection for each request,",
  "as two tools find it in the same round: httperf, which demands rates that do not wait for answers, and wrk, which asks",
  "again on each of its connections as soon as it is answered. If both agree, the order of the servers does not depend on the",
  "tool. mean, stdev (of a sample), min and max are over the rounds.",
].join(" ");

/** Peaks over those of the next slower server, among servers that both tools asked; x is the pair. */
export function toRatios(
  experiment: Experiment,
  effort: Effort,
  opening: Opening,
  attempts: Kept,
  files: readonly RawFile[],
): Dataset {
  const columns = columnsOf(experiment, attempts).filter(({ each }) => each === "one");
  const asked = serversOf(experiment).filter(({ id }) => columns.every(({ of }) => of.has(id)));
  const servers = byHighest(asked, columns);
  const pairs = servers.slice(1).map((slower, index): [Service, Service] => [servers[index]!, slower]);
  return {
    name: `${experiment.name}-ratios`,
    title: `${experiment.title}: neighbours by two tools`,
    description: DESCRIPTION,
    x: namesAxis(
      "pair",
      "Servers",
      pairs.map(([faster, slower]) => `${faster.label} / ${slower.label}`),
    ),
    metrics: new Map([[ratio.id, ratio]]),
    series: columns.map((column) => ({
      id: column.id,
      label: column.label,
      x: pairs.map((_, index) => index),
      values: new Map([[ratio.id, overRuns(pairs.map((pair) => ratios(column, pair)))]]),
      flags: [],
      environment: {},
    })),
    charts: new Map<string, unknown>([["graph-6", { metric: ratio.id, mark: "bar" }]]),
    ...describePeaks(experiment, effort, { opening, files, columns }, attempts),
  };
}

/** One value a round. */
function ratios({ peaks }: Column, [faster, slower]: readonly [Service, Service]): (number | null)[] {
  const below = peaks(slower.id);
  return peaks(faster.id).map((value, round) => {
    const other = below[round] ?? null;
    return value === null || other === null || other === 0 ? null : value / other;
  });
}
