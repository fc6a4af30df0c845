import type { Experiment } from "./experiment.ts";
import type { Snapshot } from "./snapshot.ts";

/** What the machine did while one point was measured. Ratios are shares of one core's time. */
export interface Watch {
  /** Seconds between the two snapshots. */
  readonly duration: number;
  readonly serverCpu: number;
  readonly storeCpu: number;
  readonly generatorCpu: number;
  /** The server was ready to run, but its core was taken. */
  readonly serverWait: number;
  readonly storeWait: number;
  /** Processor time of processes that do not belong to the experiment, on the two cores it uses. */
  readonly foreign: { readonly server: number; readonly load: number };
  readonly steal: { readonly server: number; readonly load: number };
  readonly listenOverflows: number;
  readonly listenDrops: number;
  readonly synRetransmits: number;
  /** Connections in TIME_WAIT at the end. */
  readonly timeWait: number;
}

/** Compare two snapshots around a point that loaded one server. */
export function watchBetween(before: Snapshot, after: Snapshot, server: string, cores: Experiment["cores"]): Watch {
  const duration = after.time - before.time;
  const share = (seconds: number) => round(Math.max(0, seconds) / duration);
  const spent = after.services.map((service) => {
    const earlier = before.services.find(({ id }) => id === service.id);
    return { ...service, cpu: service.cpu - (earlier?.cpu ?? 0), waited: service.waited - (earlier?.waited ?? 0) };
  });
  const sum = (role: "server" | "store") =>
    spent.filter((service) => service.role === role).reduce((total, { cpu }) => total + cpu, 0);
  const generators = after.generators - before.generators;
  const own = { server: sum("server"), load: sum("store") + generators };
  const core = (which: "server" | "load", field: "busy" | "steal") => {
    const index = cores[which];
    return (after.cores[index]?.[field] ?? 0) - (before.cores[index]?.[field] ?? 0);
  };
  const measured = spent.find(({ id }) => id === server);
  const store = spent.find(({ role }) => role === "store");
  return {
    duration: round(duration),
    serverCpu: share(measured?.cpu ?? 0),
    storeCpu: share(store?.cpu ?? 0),
    generatorCpu: share(generators),
    serverWait: share(measured?.waited ?? 0),
    storeWait: share(store?.waited ?? 0),
    foreign: { server: share(core("server", "busy") - own.server), load: share(core("load", "busy") - own.load) },
    steal: { server: share(core("server", "steal")), load: share(core("load", "steal")) },
    listenOverflows: after.network.listenOverflows - before.network.listenOverflows,
    listenDrops: after.network.listenDrops - before.network.listenDrops,
    synRetransmits: after.network.synRetransmits - before.network.synRetransmits,
    timeWait: after.timeWait,
  };
}

function round(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}
