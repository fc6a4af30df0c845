import type { Experiment, Series, Service, Witness } from "../../experiment.ts";
import { charts } from "./charts.ts";
import { fillQueues } from "./events.ts";
import { BACKLOG, servicesFrom } from "./servers.ts";

export { requirements } from "./servers.ts";

/** Two events make an answer of about 1 KiB, or of about 64 KiB. */
const ONE_KIB = "/v1/queues/events/messages?limit=2";
const MANY_KIB = "/v1/queues/reports/messages?limit=2";

/** Servers that are swept; the others are only asked by the witness. */
const SWEPT = ["node", "gevent", "wsgiref", "pypy-wsgiref", "pypy-gevent"];

/** wsgiref answers one request and closes: with ten a connection only the beginning of the range says something. */
const CLOSING = ["wsgiref", "pypy-wsgiref"];

/** Dense where the knees lie, and with the range of 2012, 20 to 2,000 requests/s, in it. */
const RATES = {
  one: [250, 500, 1000, 1500, 2000, 2500, 3000, 4000, 5000, 6000, 7000, 9000],
  ten: [500, 1000, 2000, 3000, 4000, 6000, 9000, 12_000, 15_000, 18_000],
  large: [200, 400, 600, 800, 1000, 1200, 1600],
};

const DESCRIPTION = [
  "Each server reads two events from a Redis stream and answers them as about 1 KiB of JSON, the same bytes from all.",
  "httperf opens connections at a fixed rate, sends 1 or 10 requests on each, and samples the replies every 5 s.",
  "reply_rate is the mean of those samples; reply_rate_stdev their standard deviation within one run.",
  "latency is the mean time from sending a request to the first byte of its reply, printed to 0.1 ms; requests that got",
  "no reply are not in it. error_ratio counts connections that failed or could not be opened, of all that the schedule",
  "asked for. connection_time_median is one run's median time from opening a connection to closing it, in steps of 1 ms.",
  "mean, stdev (of a sample), min and max are over the runs, each part of a round of its own with new processes.",
].join(" ");

/**
 * A message bus over HTTP: the same JSON from a Redis stream, served by different runtimes. Store and servers listen on
 * ports from the first one on.
 */
export function describe(firstPort = 7701): Experiment {
  const { store, servers } = servicesFrom(firstPort);
  return {
    name: "message-bus",
    title: "An HTTP message bus on Node.js, CPython and PyPy",
    description: DESCRIPTION,
    charts,
    cores: { server: 1, load: 0 },
    services: [store, ...servers],
    series: servers.filter(({ id }) => SWEPT.includes(id)).flatMap(seriesOf),
    witnesses: servers.flatMap(({ id }) => [witnessOf(id, false), witnessOf(id, true)]),
    full: { rounds: 3, seconds: 10.5, timeout: 5, warmup: 5, every: 1 },
    quick: { rounds: 1, seconds: 5.5, timeout: 5, warmup: 2, every: 4 },
    limits: { wait: 0.18, foreign: 0.1, steal: 0.1, attempts: 2 },
    settings: { backlog: BACKLOG, tcp_nodelay: true, store: "redis stream", store_persistence: "off" },
    prepare: () => fillQueues(store.port),
  };
}

function seriesOf({ id: service, label }: Service): Series[] {
  const ten = CLOSING.includes(service) ? RATES.ten.slice(0, 3) : RATES.ten;
  return [
    { id: `${service}-1`, label: `${label} (1)`, service, uri: ONE_KIB, calls: 1, rates: RATES.one },
    { id: `${service}-10`, label: `${label} (10)`, service, uri: ONE_KIB, calls: 10, rates: ten },
    ...(service === "pypy-gevent"
      ? []
      : [{ id: `${service}-64k`, label: `${label} (64 KiB)`, service, uri: MANY_KIB, calls: 1, rates: RATES.large }]),
  ];
}

function witnessOf(service: string, keepAlive: boolean): Witness {
  const id = `${service}-wrk-${keepAlive ? "keepalive" : "close"}`;
  return { id, service, uri: ONE_KIB, connections: 64, keepAlive, confirms: `${service}-${keepAlive ? 10 : 1}` };
}
