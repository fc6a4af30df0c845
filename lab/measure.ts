import type { Attempt } from "./journal.ts";
import { pinned } from "./processes.ts";
import type { Point } from "./schedule.ts";
import { measureSpeed } from "./speed.ts";
import { takeSnapshot, type Running } from "./snapshot.ts";
import type { SweepContext } from "./sweep.ts";
import { httperfCommand } from "./tools/httperf.ts";
import { wrkCommand } from "./tools/wrk.ts";
import { watchBetween } from "./watch.ts";

/** Seconds a tool may take beyond its load and time-out before it is ended. */
const GRACE = 20;

/** Measure one point once, watching the machine. */
export async function measure(
  { experiment, effort, journal, processes }: SweepContext,
  services: readonly Running[],
  point: Point,
): Promise<Attempt> {
  const { server, command } = loadOf(point, { experiment, effort });
  const speed = await measureSpeed(processes, experiment.cores.server);
  const startedAt = new Date().toISOString();
  const before = takeSnapshot(services);
  const output = await processes.run(pinned(experiment.cores.load, command), effort.seconds + effort.timeout + GRACE);
  const watch = watchBetween(before, takeSnapshot(services), server, experiment.cores);
  const { kind: tool, ...rest } = point;
  return {
    kind: "attempt",
    tool,
    ...rest,
    attempt: journal.attempts.filter(({ id }) => id === point.id).length + 1,
    startedAt,
    command,
    watch,
    speed,
    output,
  };
}

/** The server that a point loads, and the command that loads it. */
export function loadOf(
  { kind, series, rate }: Point,
  { experiment, effort }: Pick<SweepContext, "experiment" | "effort">,
): { server: string; command: string[] } {
  const target = [...experiment.series, ...experiment.witnesses].find(({ id }) => id === series);
  const service = experiment.services.find(({ id }) => id === target?.service);
  if (target === undefined || service === undefined) throw new Error(`no series ${series} in ${experiment.name}`);
  const { port } = service;
  const { seconds, timeout } = effort;
  const { uri } = target;
  if (kind === "httperf" && "calls" in target && rate !== null) {
    return { server: service.id, command: httperfCommand({ port, uri, rate, calls: target.calls, seconds, timeout }) };
  }
  if (kind === "wrk" && "connections" in target) {
    const { connections, keepAlive } = target;
    return { server: service.id, command: wrkCommand({ port, uri, connections, keepAlive, seconds }) };
  }
  throw new Error(`${kind} cannot measure ${series}`);
}
