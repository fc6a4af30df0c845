import type { Bench } from "../bench.ts";
import type { Dataset } from "../dataset.ts";
import { errorMetrics } from "../lint/facts.ts";
import { formatNumber, thinSpace } from "../number.ts";
import { generatorWords } from "./generator.ts";
import type { Method } from "./method.ts";
import { modelWords, sampleWords, softwareRows, words } from "./words.ts";

/** How a benchmark was done, for readers: what is known in groups, and by name what is not. */
export interface Card {
  /** The most important of it, each in a few words; none where nothing of it is known. */
  readonly facts: readonly string[];
  readonly groups: readonly CardGroup[];
}

export interface CardGroup {
  readonly title: string;
  readonly rows: readonly CardRow[];
  /** What nobody said. */
  readonly unknown: readonly string[];
}

export interface CardRow {
  readonly label: string;
  readonly text: string;
  /** A command, to be shown as one. */
  readonly code?: true;
}

export interface CardOptions {
  readonly bench: Bench | null;
  /** Whether something was put under load; what was not has no generator to speak of. */
  readonly underLoad: boolean;
}

/** The card of one dataset of a post. Nothing is interpreted, and nothing that is not known is left out silently. */
export function toCard(dataset: Dataset, method: Method, { bench, underLoad }: CardOptions): Card {
  const groups = [
    group("About", { Question: bench?.question, Interest: bench?.interest, Measured: method.measuredAt?.slice(0, 10) }),
    machine(method),
    { title: "Software", ...softwareRows(dataset, method) },
    ...(underLoad ? [load(dataset, method), connections(method)] : []),
    sampling(method),
    group("Repeat it", {
      Repository: method.artefacts.repo,
      Commit: method.artefacts.commit,
      Command: method.artefacts.run && { code: method.artefacts.run },
    }),
  ];
  const { generator, model } = method.load;
  const { runs } = method.sampling;
  const said = [
    underLoad ? generatorWords(generator) : null,
    underLoad && model ? `${words.shortModel[model]} load` : null,
    runs === null ? null : runs === 1 ? "one run" : `${runs} runs`,
    method.sut.os,
    cores(method.sut.cores),
    method.sut.host && words.host[method.sut.host],
  ];
  return { facts: said.flatMap((one) => one || []), groups };
}

function machine({ sut, loadMachine }: Method): CardGroup {
  const { sameHost, cpu, cores: loadCores, pinned } = loadMachine;
  const other = [cpu, cores(loadCores)].filter(Boolean).join(", ");
  const where = sameHost === null ? null : sameHost ? "the same machine" : `another machine${other && `: ${other}`}`;
  return group("Machine", {
    CPU: sut.cpu && [sut.cpu, cores(sut.cores), sockets(sut.sockets)].filter(Boolean).join(", "),
    SMT: sut.smt,
    Governor: sut.governor,
    Turbo: sut.turbo,
    Memory: sut.ramGb === null ? null : unit(sut.ramGb, "GB"),
    Network: sut.nicGbps === null ? null : unit(sut.nicGbps, "Gbit/s"),
    System: sut.os,
    Kernel: sut.kernel,
    Host: sut.host && [words.host[sut.host], sut.instance].filter(Boolean).join(", "),
    "Load made on": where,
    Pinned: pinned === null || typeof pinned === "string" ? pinned : pinned ? "yes" : "no",
  });
}

function load(dataset: Dataset, { load: { generator, ...own } }: Method): CardGroup {
  return group("Load", {
    Generator: generatorWords(generator),
    Command: generator.command && { code: generator.command },
    Model: own.model && modelWords[own.model],
    Arrivals: own.arrival && words.arrival[own.arrival],
    "Response time counts": own.latencyFrom === "unknown" ? null : own.latencyFrom && words.from[own.latencyFrom],
    Errors: own.errors ?? errorWords(dataset),
    "Time-out": seconds(own.timeoutS),
    "Warm-up": seconds(own.warmupS),
    Duration: seconds(own.durationS),
    Cache: own.cache && words.cache[own.cache],
    Order: own.order,
  });
}

function connections({ load: { connections: own } }: Method): CardGroup {
  const answer = (value: boolean | string | null): string | null =>
    typeof value === "boolean" ? (value ? "yes" : "no") : value;
  return group("Connections", {
    Number: own.count === null ? null : formatNumber(own.count, { significant: 9 }),
    Reuse: own.reuse,
    HTTP: own.http,
    TLS: answer(own.tls),
    Pipelining: own.pipelining === null ? null : String(own.pipelining),
  });
}

function sampling({ sampling: own }: Method): CardGroup {
  return group("Sampling", {
    Runs: own.runs === null ? null : String(own.runs),
    "Varies over": own.unit && `${own.unit}s`.replace("processs", "processes"),
    Centre: own.centre,
    Spread: own.spread && sampleWords[own.spread],
    "Outliers removed":
      own.outliersRemoved === null
        ? null
        : [String(own.outliersRemoved), own.outliersMethod].filter(Boolean).join(", by "),
    ...(own.percentilesFrom === null ? {} : { "Percentiles of": words.percentiles[own.percentilesFrom] }),
    ...(own.correction === null ? {} : { Correction: own.correction }),
  });
}

/** Of what the errors are a share, as far as the metrics say. */
function errorWords({ metrics }: Dataset): string | null {
  const [metric] = errorMetrics.flatMap((id) => metrics.get(id) ?? []);
  if (!metric) return null;
  return metric.denominator === null ? metric.label : `as a share of ${metric.denominator}`;
}

type Said = string | { readonly code: string } | null | undefined;

function group(title: string, said: Readonly<Record<string, Said>>): CardGroup {
  const rows = Object.entries(said).flatMap(([label, value]): CardRow[] => {
    if (value == null || value === "") return [];
    return [typeof value === "string" ? { label, text: value } : { label, text: value.code, code: true }];
  });
  const known = new Set(rows.map(({ label }) => label));
  return { title, rows, unknown: Object.keys(said).filter((label) => !known.has(label)) };
}

function cores(count: number | null): string | null {
  return count === null ? null : `${count} ${count === 1 ? "core" : "cores"}`;
}

function sockets(count: number | null): string | null {
  return count === null || count === 1 ? null : `${count} sockets`;
}

function seconds(value: number | null): string | null {
  return value === null ? null : unit(value, "s");
}

function unit(value: number, symbol: string): string {
  return `${formatNumber(value, { significant: 6 })}${thinSpace}${symbol}`;
}
