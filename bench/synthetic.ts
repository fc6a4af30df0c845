import { normal, seeded } from "./random.ts";

/** How a made-up server behaves: it keeps up with what is demanded until it saturates, then it queues and drops. */
interface Server {
  readonly id: string;
  readonly label: string;
  /** Replies a second at saturation. */
  readonly capacity: number;
  /** Response time without load, in seconds. */
  readonly base: number;
}

const points = 100;
const names = ["alder", "birch", "cedar", "elm", "fir", "hazel"];

/** A dataset in the form of data/<name>.json: 12 series of 100 points with four metrics. Invented; no program was measured. */
export function syntheticDataset(seed: number, charts: Readonly<Record<string, object>>): object {
  const random = seeded(seed);
  return {
    schema: "benchpost/1",
    title: "Synthetic servers",
    x: { name: "demanded_request_rate", label: "Demanded requests", unit: "1/s" },
    metrics: {
      reply_rate: { label: "Throughput", unit: "1/s", display: "req/s", better: "higher" },
      latency: { label: "Response time", unit: "s", display: "ms", better: "lower" },
      error_ratio: { label: "Errors", unit: "1", display: "%", better: "lower", denominator: "replies" },
      cpu: { label: "Processor time", unit: "1", display: "%", better: "lower" },
    },
    series: servers(random).map((server) => toSeries(server, random)),
    charts,
  };
}

/** The ids of the series, in the order of the dataset. */
export const seriesIds: readonly string[] = names.flatMap((name) => [`${name}-1`, `${name}-10`]);

function servers(random: () => number): Server[] {
  return seriesIds.map((id) => {
    const many = id.endsWith("-10");
    const capacity = Math.round((many ? 1100 : 500) + random() * (many ? 900 : 700));
    return { id, label: id.replace("-", " (") + ")", capacity, base: 0.0004 + random() * 0.004 };
  });
}

function toSeries({ id, label, capacity, base }: Server, random: () => number): object {
  const x = Array.from({ length: points }, (_, i) => (i + 1) * 20);
  const rate = x.map((demanded) => Math.max(0, served(demanded, capacity) * (1 + 0.012 * normal(random))));
  const load = x.map((demanded) => demanded / capacity);
  const latency = load.map((share) => base * (1 + queue(share)) * Math.exp(0.15 * normal(random)));
  const errors = load.map((share) => (share < 1 ? 0 : Math.min(1, (1 - 1 / share) * (0.9 + 0.05 * normal(random)))));
  const values = {
    reply_rate: {
      mean: round(rate, 1),
      stdev: round(
        rate.map((mean) => mean * (0.005 + 0.03 * random())),
        2,
      ),
      n: x.map(() => 3),
    },
    latency: {
      mean: round(latency, 6),
      stdev: round(
        latency.map((mean) => mean * (0.1 + 0.2 * random())),
        6,
      ),
    },
    error_ratio: { value: round(errors, 4) },
    cpu: {
      mean: round(
        load.map((share) => Math.min(1, 0.04 + 0.9 * share + 0.02 * normal(random))),
        3,
      ),
    },
  };
  return { id, label, x, values };
}

/** Past saturation a server wastes part of its time on what it drops. */
function served(demanded: number, capacity: number): number {
  return demanded <= capacity ? demanded : capacity * (1 - 0.25 * Math.min(1, demanded / capacity - 1));
}

/** How much longer than without load a request takes; grows towards saturation and is cut by the time-out after it. */
function queue(share: number): number {
  return share < 0.98 ? share / (1 - share) : 60 + 300 * Math.min(1, share - 0.98);
}

function round(values: readonly number[], digits: number): number[] {
  return values.map((value) => Number(Math.max(0, value).toFixed(digits)));
}
