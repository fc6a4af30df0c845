import type { Dataset, Metric, Series } from "../src/benchmark/dataset.ts";
import type { Effort, Experiment, Service } from "./experiment.ts";
import type { Opening } from "./journal.ts";
import type { Kept } from "./kept.ts";
import { describePeaks } from "./peaks-method.ts";
import { readRuns } from "./runs.ts";
import { overRuns } from "./series.ts";
import { sourceOf } from "./sources.ts";
import type { RawFile } from "./raw.ts";
import { parseWrkRate } from "./tools/wrk.ts";

/** What one tool, asking in one way, found at most of each server: one value (replies/s) a round. */
interface Column {
  readonly id: string;
  readonly label: string;
  /** Ids of the journal's series by id of the server. */
  readonly of: ReadonlyMap<string, string>;
  peaks(series: string): readonly (number | null)[];
}

const peak: Metric = {
  id: "peak_rate",
  label: "Highest throughput",
  unit: "1/s",
  display: "req/s",
  better: "higher",
  denominator: null,
};

const ratio: Metric = {
  id: "peak_ratio",
  label: "Throughput over that of the next slower server",
  unit: "1",
  display: "1",
  better: null,
  denominator: "next slower server",
};

const DESCRIPTION = [
  "The highest throughput of each server as two tools find it: httperf, which demands rates that do not wait for answers",
  "(the highest of a round's points), and wrk, which asks again on each of its connections as soon as it is answered.",
  "peak_ratio divides each server's figure by that of the next slower one in the same round and the same column, among the",
  "servers that both tools asked. If both tools agree on it, the order of the servers does not depend on the tool. mean,",
  "stdev (of a sample), min and max are over the rounds.",
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
  const method = describePeaks(
    experiment,
    effort,
    { environment: opening.environment, columns: columns.map(({ id }) => id) },
    attempts,
  );
  const first = new Map(
    serversOf(experiment).map(
      ({ id }) => [id, Math.max(...columns.map((column) => meanOf(peaksAt(column, id))))] as const,
    ),
  );
  const servers = serversOf(experiment).toSorted((a, b) => first.get(b.id)! - first.get(a.id)!);
  const compared = new Set(servers.map(({ id }) => id).filter((id) => columns.every(({ of }) => of.has(id))));
  return {
    name: `${experiment.name}-peaks`,
    title: `${experiment.title}: the peaks by two tools`,
    description: DESCRIPTION,
    x: {
      name: "server",
      label: "Server",
      unit: null,
      display: null,
      kind: "category",
      categories: servers.map(({ label }) => label),
    },
    metrics: new Map([peak, ratio].map((metric) => [metric.id, metric])),
    series: columns.map((column) => toSeries(column, servers, compared)),
    charts: new Map<string, unknown>([
      // With ten requests a connection, servers that close after each have no ratio to speak of.
      ["graph-6", { metric: "peak_ratio", mark: "bar", series: ["httperf-1", "wrk-close"] }],
      ["graph-6-peaks", { metric: "peak_rate", mark: "bar" }],
    ]),
    ...method,
    environment: { ...method.environment, measured_at: opening.startedAt.slice(0, 10) },
    sources: [...new Set(columns.flatMap(({ of }) => [...of.values()]))].map((series) =>
      sourceOf(experiment, opening, files, series),
    ),
    publishRaw: true,
  };
}

function serversOf({ services }: Experiment): Service[] {
  return services.filter(({ role }) => role === "server");
}

function columnsOf({ series, witnesses }: Experiment, { kept }: Kept): Column[] {
  const swept = [1, 10].map((calls): Column => {
    const chosen = series.filter((one) => one.calls === calls && witnesses.some(({ confirms }) => confirms === one.id));
    return {
      id: `httperf-${calls}`,
      label: calls === 1 ? "httperf, a connection a request" : `httperf, ${calls} requests a connection`,
      of: new Map(chosen.map(({ service, id }) => [service, id])),
      peaks: (id) => highest(readRuns(kept.filter((attempt) => attempt.series === id))),
    };
  });
  const asked = [false, true].map((keepAlive): Column => {
    const chosen = witnesses.filter((one) => one.keepAlive === keepAlive);
    return {
      id: keepAlive ? "wrk-keepalive" : "wrk-close",
      label: keepAlive ? "wrk, connections kept" : "wrk, a connection a request",
      of: new Map(chosen.map(({ service, id }) => [service, id])),
      peaks: (id) => kept.filter((attempt) => attempt.series === id).map(({ output }) => parseWrkRate(output)),
    };
  });
  return [swept[0]!, asked[0]!, swept[1]!, asked[1]!].filter(({ of }) => of.size > 0);
}

/** The highest rate of each round, in the order of the rounds. */
function highest(runs: ReturnType<typeof readRuns>): number[] {
  const rounds = [...new Set(runs.map(({ attempt }) => attempt.round))].toSorted((a, b) => a - b);
  return rounds.map((round) =>
    Math.max(
      ...runs
        .filter(({ attempt }) => attempt.round === round)
        .map(({ point }) => point.metrics["reply_rate"]?.stats["mean"] ?? 0),
    ),
  );
}

function peaksAt(column: Column, server: string): readonly (number | null)[] {
  const series = column.of.get(server);
  return series === undefined ? [] : column.peaks(series);
}

function meanOf(values: readonly (number | null)[]): number {
  const present = values.filter((value) => value !== null);
  return present.length === 0 ? 0 : present.reduce((sum, value) => sum + value, 0) / present.length;
}

function toSeries(column: Column, servers: readonly Service[], compared: ReadonlySet<string>): Series {
  const points = servers.map(({ id }) => peaksAt(column, id));
  return {
    id: column.id,
    label: column.label,
    x: servers.map((_, index) => index),
    values: new Map([
      [peak.id, overRuns(points)],
      [ratio.id, overRuns(ratios(points.map((values, index) => (compared.has(servers[index]!.id) ? values : []))))],
    ]),
    flags: [],
    environment: {},
  };
}

/** Each value over that of the next server that has values, in the same round. */
function ratios(points: readonly (readonly (number | null)[])[]): (number | null)[][] {
  return points.map((values, index) => {
    const next = points.slice(index + 1).find((others) => others.length > 0);
    return values.map((value, round) => {
      const other = next?.[round] ?? null;
      return value === null || other === null || other === 0 ? null : value / other;
    });
  });
}
