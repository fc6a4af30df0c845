import type { Histogram } from "../../benchmark/dataset.ts";
import { metrics as known } from "../metrics.ts";
import type { Figures } from "../reading.ts";
import { centreName, centreOf, isQuantile } from "./centre.ts";
import { mergeHistograms, percentileOfHistogram } from "./histogram.ts";
import type { Notes } from "./input.ts";
import { extreme } from "./runs.ts";

/** What one load generator found at one point, and how much its averages weigh. */
export interface HostRun {
  readonly metrics: Readonly<Record<string, Figures>>;
  readonly counts: Readonly<Record<string, number>>;
}

export interface HostOptions {
  /** `none`: everything is added, averages are plain, as autobench_admin does. */
  readonly weights: "replies" | "none";
  readonly notes: Notes;
}

/**
 * The figures of several load generators that ran at the same time, as one: rates and counts are summed, times and
 * ratios weighted by how many requests they are of, extremes of times kept. What cannot be known is left out and said:
 * percentiles without histograms, extremes of summed rates. A sum that lacks a member is null.
 */
export function mergeHosts(hosts: readonly HostRun[], options: HostOptions): Record<string, Figures> {
  const names = [...new Set(hosts.flatMap((host) => Object.keys(host.metrics)))];
  const merged: Record<string, Figures> = {};
  for (const name of names) {
    const figures = hosts.map((host) => host.metrics[name]);
    const present = figures.filter((one) => one !== undefined);
    if (present.length < hosts.length) continue;
    const kind = kindOf(name, present[0]!);
    if (kind === "sum") merged[name] = sum(name, present, options);
    else if (kind === "ratio")
      merged[name] = { ...described(present), stats: { value: weighted(name, hosts, options) }, ...total(present) };
    else if (kind === "time") merged[name] = time(name, hosts, present, options);
    else options.notes.assume(`${name} is left out: nothing is known about how it adds up over hosts.`);
  }
  return merged;
}

type Kind = "sum" | "ratio" | "time" | null;

function kindOf(name: string, figures: Figures): Kind {
  const { unit, denominator } = figures.metric ?? known.get(name) ?? { unit: null, denominator: null };
  if (unit === "1/s" || unit === "B/s" || ["errors", "concurrency", "iterations"].includes(name)) return "sum";
  return unit === "s" ? "time" : denominator !== null ? "ratio" : null;
}

function sum(name: string, figures: readonly Figures[], { weights, notes }: HostOptions): Figures {
  const centre = centreName(figures[0]!);
  const stats: Record<string, number | null> = {};
  if (centre !== null) stats[centre] = added(figures.map(centreOf));
  const stdevs = figures.map((one) => one.stats["stdev"] ?? null);
  if (stdevs.some((one) => one !== null))
    stats["stdev"] =
      weights === "none" ? added(stdevs) : root(added(stdevs.map((one) => (one === null ? null : one * one))));
  for (const end of ["min", "max"].filter((one) => figures.some(({ stats: has }) => has[one] !== undefined))) {
    if (weights === "none") stats[end] = added(figures.map((one) => one.stats[end] ?? null));
    else notes.assume(`The extremes of ${name} are left out: hosts need not reach theirs at the same time.`);
  }
  return { ...described(figures), stats, ...(stats["stdev"] === undefined ? {} : { stdevKind: "sum-of-hosts" }) };
}

function time(name: string, hosts: readonly HostRun[], figures: readonly Figures[], options: HostOptions): Figures {
  const mean = weighted(name, hosts, options);
  const stats: Record<string, number | null> = { mean };
  for (const end of ["min", "max"] as const)
    if (figures.some((one) => one.stats[end] !== undefined)) stats[end] = extreme(figures, end);
  const stdev = options.weights === "none" ? null : pooledDeviation(figures, mean);
  if (stdev !== null) stats["stdev"] = stdev;
  const quantiles = [...new Set(figures.flatMap((one) => Object.keys(one.stats).filter(isQuantile)))];
  const histograms = figures.flatMap((one): Histogram[] => (one.histogram === undefined ? [] : [one.histogram]));
  const whole = histograms.length === figures.length ? mergeHistograms(histograms) : null;
  const lost: string[] = [];
  for (const stat of quantiles) {
    const percent = stat === "median" ? 50 : Number(stat.slice(1));
    if (whole !== null && !Number.isNaN(percent)) stats[stat] = percentileOfHistogram(whole, percent);
    else lost.push(stat);
  }
  if (lost.length > 0)
    options.notes.assume(
      `${lost.join(", ")} of ${name} ${lost.length > 1 ? "are" : "is"} left out: of several hosts they can be had only from histograms or single samples, never as an average.`,
    );
  return {
    ...described(figures),
    stats,
    ...total(figures),
    ...(stdev === null ? {} : { stdevKind: "population" }),
    ...(whole === null ? {} : { histogram: whole }),
  };
}

/** Mean of the hosts' figures, by how many requests each is of; by their rates where no counts are known. */
function weighted(name: string, hosts: readonly HostRun[], { weights, notes }: HostOptions): number | null {
  const values = hosts.map((host) => centreOf(host.metrics[name]));
  if (values.some((value) => value === null)) return null;
  const counts = weights === "none" ? null : weightsOf(name, hosts, notes);
  const mass = counts ?? hosts.map(() => 1);
  const whole = mass.reduce((all, one) => all + one, 0);
  return whole === 0 ? null : values.reduce<number>((all, value, i) => all + value! * (mass[i]! / whole), 0);
}

function weightsOf(name: string, hosts: readonly HostRun[], notes: Notes): number[] | null {
  const own = hosts.map((host) => host.metrics[name]?.n);
  if (own.every((n) => n !== undefined)) return own;
  for (const count of ["replies", "responses", "requests"]) {
    const counts = hosts.map((host) => host.counts[count]);
    if (counts.every((n) => n !== undefined)) return counts;
  }
  for (const rate of ["reply_rate", "throughput", "request_rate"]) {
    const rates = hosts.map((host) => centreOf(host.metrics[rate]));
    if (rates.some((one) => one === null)) continue;
    notes.assume(`Hosts are weighted by ${rate}: the files have no counts.`);
    return rates as number[];
  }
  notes.assume(`Hosts count alike in ${name}: the files have neither counts nor rates.`);
  return null;
}

/** Standard deviation of all requests together, from n, mean and deviation of each part. */
function pooledDeviation(figures: readonly Figures[], mean: number | null): number | null {
  let squares = 0;
  let n = 0;
  for (const one of figures) {
    const [own, stdev] = [one.stats["mean"] ?? null, one.stats["stdev"] ?? null];
    if (mean === null || own === null || stdev === null || one.n === undefined || one.nOf !== "requests") return null;
    squares += one.n * (stdev ** 2 + (own - mean) ** 2);
    n += one.n;
  }
  return n === 0 ? null : Math.sqrt(squares / n);
}

function total(figures: readonly Figures[]): Partial<Figures> {
  const counts = figures.map((one) => one.n);
  if (counts.some((n) => n === undefined)) return {};
  const nOf = figures[0]!.nOf;
  return { n: counts.reduce<number>((all, one) => all + one!, 0), ...(nOf === undefined ? {} : { nOf }) };
}

function described(figures: readonly Figures[]): Partial<Figures> {
  const own = figures[0]!.metric;
  return own === undefined ? {} : { metric: own };
}

function added(values: readonly (number | null)[]): number | null {
  return values.some((value) => value === null) ? null : values.reduce<number>((all, value) => all + value!, 0);
}

function root(value: number | null): number | null {
  return value === null ? null : Math.sqrt(value);
}
