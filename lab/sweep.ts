import { setTimeout as sleep } from "node:timers/promises";
import type { Effort, Experiment } from "./experiment.ts";
import { outstanding, type Attempt, type Journal } from "./journal.ts";
import { measure } from "./measure.ts";
import type { Processes } from "./processes.ts";
import { roundOf, type Point } from "./schedule.ts";
import type { Running } from "./snapshot.ts";
import { wrkCommand } from "./tools/wrk.ts";
import { pinned } from "./processes.ts";

/** What a sweep needs from outside. */
export interface SweepContext {
  readonly experiment: Experiment;
  readonly effort: Effort;
  readonly journal: Journal;
  readonly processes: Processes;
  /** Called after each attempt with the number of points still to do. */
  report(attempt: Attempt, left: number): void;
}

/** Measure everything that the journal does not have yet, round by round. */
export async function sweep(context: SweepContext): Promise<void> {
  const { experiment, effort, journal } = context;
  const rounds = Array.from({ length: effort.rounds }, (_, index) => roundOf(experiment, effort, index + 1));
  const open = () => rounds.map((points) => outstanding(points, journal.attempts, experiment.limits));
  for (const [index] of rounds.entries()) {
    if (open()[index]?.length === 0) continue;
    const services = await startAll(context);
    // Each pass repeats only what the one before spoiled: by then, whatever disturbed it may be over.
    for (let points = open()[index] ?? []; points.length > 0; points = open()[index] ?? []) {
      await measureAll(context, services, points, () => open().flat().length);
    }
    await context.processes.stop();
  }
}

/** Fresh processes for a round, filled and warmed up: what differs from start to start shows between rounds. */
async function startAll({ experiment, effort, processes }: SweepContext): Promise<Running[]> {
  const running: Running[] = [];
  for (const service of experiment.services) {
    running.push(await processes.start(service, experiment.cores[service.role === "server" ? "server" : "load"]));
  }
  await experiment.prepare();
  for (const { port, uri } of warmups(experiment)) {
    const command = wrkCommand({ port, uri, connections: 16, keepAlive: true, seconds: effort.warmup });
    await processes.run(pinned(experiment.cores.load, command), effort.warmup + 30);
  }
  return running;
}

function warmups(experiment: Experiment): { port: number; uri: string }[] {
  const targets = experiment.series.map(({ service, uri }) => {
    return { port: experiment.services.find(({ id }) => id === service)?.port ?? 0, uri };
  });
  return targets.filter(({ port, uri }, index) => {
    return targets.findIndex((other) => other.port === port && other.uri === uri) === index;
  });
}

async function measureAll(
  context: SweepContext,
  services: readonly Running[],
  points: readonly Point[],
  left: () => number,
): Promise<void> {
  for (const point of points) {
    const attempt = await measure(context, services, point);
    context.journal.add(attempt);
    context.report(attempt, left());
    // A breath, so that what one point left in queues does not meet the next.
    await sleep(300);
  }
}
