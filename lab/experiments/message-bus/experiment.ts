import type { Experiment, Series, Witness } from "../../experiment.ts";
import { upTo } from "../../schedule.ts";
import { fillQueues } from "./events.ts";
import { BACKLOG, geventServer, nodeServer, store, storePort } from "./servers.ts";

export { requirements } from "./servers.ts";

/** Two events make an answer of about 1 KiB. */
const ONE_KIB = "/v1/queues/events/messages?limit=2";

/** Rates in which both knees show: near 3,000 and 6,000 with a new connection a request, 4,000 and 15,000 with ten. */
const RATES = new Map([
  [1, upTo(8000, 400)],
  [10, upTo(18000, 900)],
]);

/** A message bus over HTTP: the same JSON from a Redis stream, served by different runtimes. */
export function describe(): Experiment {
  const servers = [nodeServer(), geventServer()];
  return {
    name: "message-bus",
    title: "An HTTP message bus on Node.js and on Gevent",
    cores: { server: 1, load: 0 },
    services: [store, ...servers],
    series: servers.flatMap(({ id, label }) => [...RATES].map(([calls, rates]) => seriesOf(id, label, calls, rates))),
    witnesses: servers.flatMap(({ id }) => [witnessOf(id, false), witnessOf(id, true)]),
    full: { rounds: 3, seconds: 10.5, timeout: 5, warmup: 5, every: 1 },
    quick: { rounds: 1, seconds: 5.5, timeout: 5, warmup: 2, every: 4 },
    limits: { foreign: 0.25, steal: 0.05, wait: 0.3, attempts: 2 },
    settings: { backlog: BACKLOG, tcp_nodelay: true, store: "redis stream", store_persistence: "off" },
    prepare: () => fillQueues(storePort),
  };
}

function seriesOf(service: string, label: string, calls: number, rates: readonly number[]): Series {
  return { id: `${service}-${calls}`, label: `${label} (${calls})`, service, uri: ONE_KIB, calls, rates };
}

function witnessOf(service: string, keepAlive: boolean): Witness {
  const id = `${service}-wrk-${keepAlive ? "keepalive" : "close"}`;
  return { id, service, uri: ONE_KIB, connections: 64, keepAlive, confirms: `${service}-${keepAlive ? 10 : 1}` };
}
