import { httperf } from "../src/importers/httperf.ts";
import { readWhole } from "../src/importers/read.ts";
import type { Point } from "../src/importers/reading.ts";
import { sniff } from "../src/importers/sniff.ts";
import type { Attempt } from "./journal.ts";

/** One run of one point: what the tool said, read, and what the lab saw meanwhile. */
export interface Run {
  readonly attempt: Attempt;
  readonly rate: number;
  readonly point: Point;
}

/** Read the attempts of one series that httperf made. */
export function readRuns(attempts: readonly Attempt[]): Run[] {
  return attempts.flatMap((attempt) => {
    if (attempt.tool !== "httperf" || attempt.rate === null) return [];
    const [point] = readWhole(httperf, sniff(attempt.id, new TextEncoder().encode(attempt.output))).points;
    if (point === undefined) throw new Error(`${attempt.id}: httperf printed no report`);
    return [{ attempt, rate: attempt.rate, point }];
  });
}

/** Connections that the schedule asked for: those opened, and those for which httperf had no socket left. */
export function attemptedConnections({ counts, errorsBy }: Point): number {
  const unopened = ["fd-unavail", "addrunavail", "ftab-full"].map((kind) => errorsBy?.[kind] ?? 0);
  return unopened.reduce((sum, count) => sum + count, counts["connections"] ?? 0);
}
