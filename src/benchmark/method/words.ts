import type { Dataset } from "../dataset.ts";
import type { CardGroup } from "./card.ts";
import type { Method } from "./method.ts";

/** What readers are told where files have a word. */
export const words = {
  shortModel: { open: "open", closed: "closed", "partly-open": "partly open" },
  host: { metal: "no virtualisation", vm: "virtual machine", container: "container" },
  arrival: { constant: "at equal intervals", poisson: "at random (Poisson)" },
  from: {
    "intended-start": "from the planned start of each request",
    "actual-send": "from the actual send; what waits in the generator is not in it",
    corrected: "corrected for coordinated omission",
  },
  cache: { cold: "cold", warm: "warm", "not-applicable": "none" },
  percentiles: { "merged-histogram": "all runs together", "mean-of-runs": "each run, and the mean of those" },
} as const;

export const modelWords = {
  open: "open: requests come at a rate, whatever becomes of earlier ones",
  closed: "closed: each connection waits for its answer before it sends again",
  "partly-open": "partly open: connections come at a rate; on each, a request waits for the one before",
} as const;

export const sampleWords = {
  ci95: "95 % confidence interval",
  stdev: "standard deviation",
  sem: "standard error of the mean",
  iqr: "interquartile range",
  range: "lowest to highest",
} as const;

/** What runs as each series; series that run the same stand together. */
export function softwareRows({ series }: Dataset, { software }: Method): Pick<CardGroup, "rows" | "unknown"> {
  const labels = new Map<string, string[]>();
  const unknown: string[] = [];
  for (const { id, label } of series) {
    const own = software.get(id);
    const workers = own?.workers == null ? null : `${own.workers} ${own.workers === 1 ? "worker" : "workers"}`;
    const text = [own?.runtime, own?.framework, own?.build && `${own.build} build`, workers].filter(Boolean).join(", ");
    if (text === "") unknown.push(label);
    else labels.set(text, [...(labels.get(text) ?? []), label]);
  }
  return { rows: [...labels].map(([text, names]) => ({ label: names.join("; "), text })), unknown };
}
