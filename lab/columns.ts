import type { XAxis } from "../src/benchmark/dataset.ts";
import type { Experiment, Service } from "./experiment.ts";
import type { Kept } from "./kept.ts";
import { readRuns } from "./runs.ts";
import { parseWrkRate } from "./tools/wrk.ts";

/** What one tool, asking in one way, found at most of each server: one value (replies/s) a round. */
export interface Column {
  readonly id: string;
  readonly label: string;
  /** Requests on a connection: one, or several. */
  readonly each: "one" | "several";
  /** Ids of the journal's series by id of the server. */
  readonly of: ReadonlyMap<string, string>;
  /** By id of the server; nothing of one that was not asked. */
  peaks(server: string): readonly (number | null)[];
}

/** The servers of an experiment, without its store. */
export function serversOf({ services }: Experiment): Service[] {
  return services.filter(({ role }) => role === "server");
}

/** Both tools with one request a connection, then both with several; without those that asked nothing. */
export function columnsOf({ series, witnesses }: Experiment, { kept }: Kept): Column[] {
  const column = (about: Omit<Column, "peaks">, peaks: (series: string) => readonly (number | null)[]): Column => ({
    ...about,
    peaks: (server) => (about.of.has(server) ? peaks(about.of.get(server)!) : []),
  });
  const swept = [1, 10].map((calls) => {
    const chosen = series.filter((one) => one.calls === calls && witnesses.some(({ confirms }) => confirms === one.id));
    const about = {
      id: `httperf-${calls}`,
      label: calls === 1 ? "httperf, a connection a request" : `httperf, ${calls} requests a connection`,
      each: calls === 1 ? "one" : "several",
      of: new Map(chosen.map(({ service, id }) => [service, id])),
    } as const;
    return column(about, (id) => highest(readRuns(kept.filter((attempt) => attempt.series === id))));
  });
  const asked = [false, true].map((keepAlive) => {
    const chosen = witnesses.filter((one) => one.keepAlive === keepAlive);
    const about = {
      id: keepAlive ? "wrk-keepalive" : "wrk-close",
      label: keepAlive ? "wrk, connections kept" : "wrk, a connection a request",
      each: keepAlive ? "several" : "one",
      of: new Map(chosen.map(({ service, id }) => [service, id])),
    } as const;
    return column(about, (id) =>
      kept.filter((attempt) => attempt.series === id).map(({ output }) => parseWrkRate(output)),
    );
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

/** An axis of names: of servers, or of pairs of them. */
export function namesAxis(name: string, label: string, categories: readonly string[]): XAxis {
  return { name, label, unit: null, display: null, kind: "category", categories };
}

/** Servers in the order of the highest mean that any of the columns has of them. */
export function byHighest(servers: readonly Service[], columns: readonly Column[]): Service[] {
  const best = new Map(servers.map(({ id }) => [id, Math.max(...columns.map(({ peaks }) => meanOf(peaks(id))))]));
  return servers.toSorted((a, b) => best.get(b.id)! - best.get(a.id)!);
}

function meanOf(values: readonly (number | null)[]): number {
  const present = values.filter((value) => value !== null);
  return present.length === 0 ? 0 : present.reduce((sum, value) => sum + value, 0) / present.length;
}
