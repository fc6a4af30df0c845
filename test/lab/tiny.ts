import type { Experiment } from "../../lab/experiment.ts";
import type { Attempt } from "../../lab/journal.ts";
import type { Watch } from "../../lab/watch.ts";

/** An experiment with one server and two series, small enough to see through. */
export function tinyExperiment(): Experiment {
  const effort = { rounds: 2, seconds: 1, timeout: 1, warmup: 1, every: 1 };
  const series = { service: "server", uri: "/", calls: 1 };
  return {
    name: "tiny",
    title: "A tiny experiment",
    description: "Nothing.",
    charts: {},
    cores: { server: 0, load: 0 },
    services: [{ id: "server", label: "Server", role: "server", command: ["true"], port: 7999 }],
    series: [
      { ...series, id: "one", label: "One", rates: [100, 200, 300] },
      { ...series, id: "two", label: "Two", rates: [100, 200], calls: 10 },
    ],
    witnesses: [{ id: "one-wrk", service: "server", uri: "/", connections: 4, keepAlive: true, confirms: "one" }],
    full: effort,
    quick: { ...effort, rounds: 1 },
    limits: { wait: 0.2, foreign: 0.1, steal: 0.05, attempts: 2 },
    settings: { backlog: 128 },
    prepare: () => Promise.resolve(),
  };
}

/** A calm machine, with what a test wants to be different. */
export function calm(change: Partial<Watch> = {}): Watch {
  return {
    duration: 10,
    serverCpu: 0.5,
    storeCpu: 0.1,
    generatorCpu: 0.8,
    serverWait: 0.01,
    storeWait: 0.01,
    foreign: { server: 0.01, load: 0.01 },
    steal: { server: 0, load: 0 },
    listenOverflows: 0,
    listenDrops: 0,
    synRetransmits: 0,
    timeWait: 0,
    ...change,
  };
}

/** A finished attempt at 100 requests/s of series `one`. */
export function attemptAt(change: Partial<Attempt> = {}): Attempt {
  return {
    kind: "attempt",
    tool: "httperf",
    id: "one@100#1",
    series: "one",
    round: 1,
    rate: 100,
    attempt: 1,
    startedAt: "2026-11-23T09:00:00.000Z",
    command: ["httperf"],
    watch: calm(),
    speed: 0.02,
    output: "",
    ...change,
  };
}
