import type { Experiment, Series, Witness } from "../../experiment.ts";
import { upTo } from "../../schedule.ts";
import { chartsOf } from "./charts.ts";
import { fillQueues } from "./events.ts";
import { BACKLOG, servicesFrom } from "./servers.ts";

export { requirements } from "./servers.ts";

/** Two events make an answer of about 1 KiB. */
const ONE_KIB = "/v1/queues/events/messages?limit=2";

/** Rates in which both knees show: near 3,000 and 6,000 with a new connection a request, 4,000 and 15,000 with ten. */
const RATES = new Map([
  [1, upTo(8000, 400)],
  [10, upTo(18000, 900)],
]);

const DESCRIPTION = [
  "Each server reads two events from a Redis stream and answers them as about 1 KiB of JSON, the same bytes from all.",
  "httperf opens connections at a fixed rate, sends 1 or 10 requests on each, and samples the replies every 5 s.",
  "reply_rate is the mean of those samples; reply_rate_stdev their standard deviation within one run.",
  "latency is the mean time from sending a request to the first byte of its reply, printed to 0.1 ms; requests that got",
  "no reply are not in it. error_ratio counts connections that failed or could not be opened, of all that the schedule",
  "asked for. connection_time_median is one run's median time from opening a connection to closing it, in steps of 1 ms.",
  "mean, stdev (of a sample), min and max are over the runs, each part of a round of its own with new processes.",
].join(" ");

/** A message bus over HTTP: the same JSON from a Redis stream, served by different runtimes. */
export function describe(): Experiment {
  const { store, servers } = servicesFrom(7701);
  return {
    name: "message-bus",
    title: "An HTTP message bus on Node.js and on Gevent",
    description: DESCRIPTION,
    charts: chartsOf(servers.map(({ id }) => id)),
    cores: { server: 1, load: 0 },
    services: [store, ...servers],
    series: servers.flatMap(({ id, label }) => [...RATES].map(([calls, rates]) => seriesOf(id, label, calls, rates))),
    witnesses: servers.flatMap(({ id }) => [witnessOf(id, false), witnessOf(id, true)]),
    full: { rounds: 3, seconds: 10.5, timeout: 5, warmup: 5, every: 1 },
    quick: { rounds: 1, seconds: 5.5, timeout: 5, warmup: 2, every: 4 },
    limits: { wait: 0.18, foreign: 0.1, steal: 0.05, attempts: 2 },
    settings: { backlog: BACKLOG, tcp_nodelay: true, store: "redis stream", store_persistence: "off" },
    prepare: () => fillQueues(store.port),
  };
}

function seriesOf(service: string, label: string, calls: number, rates: readonly number[]): Series {
  return { id: `${service}-${calls}`, label: `${label} (${calls})`, service, uri: ONE_KIB, calls, rates };
}

function witnessOf(service: string, keepAlive: boolean): Witness {
  const id = `${service}-wrk-${keepAlive ? "keepalive" : "close"}`;
  return { id, service, uri: ONE_KIB, connections: 64, keepAlive, confirms: `${service}-${keepAlive ? 10 : 1}` };
}
