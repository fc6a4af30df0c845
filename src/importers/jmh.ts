import { warn } from "./fault.ts";
import type { WholeImporter } from "./importer.ts";
import { type JmhMetric, jmhPoint, type JmhResult } from "./jmh-point.ts";
import { at, entriesAt, type Json, listAt, numberAt, stringAt, textOf } from "./json.ts";
import { known, percentileName } from "./known.ts";
import { noLoad } from "./listed.ts";
import { shortNames } from "./short-names.ts";

/** JMH's `-rf json`: every iteration of every fork. */
export const jmh: WholeImporter = {
  name: "jmh",
  title: "JMH JSON",
  tool: "jmh",
  sign: "a JSON list of objects with benchmark, mode and primaryMetric",
  claims: ({ json }) => stringAt(json, 0, "benchmark") !== null && at(json, 0, "primaryMetric") !== undefined,
  read(sniff) {
    const all = listAt(sniff.json);
    const runtimes = new Set(all.map(runtimeOf));
    const results = all.map((one) => toResult(one, runtimes.size > 1));
    const names = shortNames(results.map((one) => one.benchmark));
    const unforked = results.some((one) => one.forks === 0);
    const help = "What one benchmark warms up changes the next: measure with -f 1 or more.";
    return {
      format: "jmh-json",
      tool: "jmh",
      toolVersion: stringAt(all[0], "jmhVersion"),
      points: results.map((one) => jmhPoint(one, names.get(one.benchmark)!)),
      load: noLoad,
      assumed: [],
      environment: environmentOf(all),
      warnings: unforked
        ? [warn(sniff, Math.max(0, sniff.text.indexOf('"forks"')), "jmh-unforked", "measured without a fork", help)]
        : [],
    };
  },
};

function runtimeOf(json: Json): string {
  return [stringAt(json, "vmName"), stringAt(json, "jdkVersion")].filter((part) => part !== null).join(" ");
}

function toResult(json: Json, several: boolean): JmhResult {
  const mode = stringAt(json, "mode") ?? "";
  return {
    benchmark: stringAt(json, "benchmark") ?? "",
    mode,
    parameters: Object.fromEntries(entriesAt(json, "params").map(([name, value]) => [name, textOf(value)])),
    threads: numberAt(json, "threads"),
    forks: numberAt(json, "forks"),
    runtime: several ? runtimeOf(json) : null,
    primary: toMetric(at(json, "primaryMetric")),
    // Names of profilers had a dot in front before version 1.36.
    secondary: new Map(
      entriesAt(json, "secondaryMetrics").map(([name, value]) => [name.replace(/^·/, ""), toMetric(value)]),
    ),
    flags: [],
  };
}

/** NaN and infinities are texts in JMH's JSON: no figures. */
function toMetric(json: Json | undefined): JmhMetric {
  const raw = listAt(json, "rawData")
    .flatMap((fork) => listAt(fork))
    .filter((one) => typeof one === "number");
  const histogram = listAt(json, "rawDataHistogram")
    .flatMap((fork) => listAt(fork))
    .flatMap((iteration) => listAt(iteration))
    .flatMap((pair) => {
      const [value, count] = [numberAt(pair, 0), numberAt(pair, 1)];
      return value === null || count === null ? [] : [[value, count] as const];
    });
  const calls = histogram.reduce((sum, [, count]) => sum + count, 0);
  const n = histogram.length > 0 ? calls : raw.length;
  return {
    score: numberAt(json, "score"),
    unit: stringAt(json, "scoreUnit") ?? "",
    error: numberAt(json, "scoreError"),
    n: n === 0 ? null : n,
    percentiles: Object.fromEntries(
      entriesAt(json, "scorePercentiles").flatMap(([percent]) => {
        const name = percentileName(percent);
        return isMeant(Number(percent), n) ? [[name, numberAt(json, "scorePercentiles", percent)]] : [];
      }),
    ),
    raw,
    histogram,
  };
}

/** A percentile beyond the last one that so many values can tell apart from the maximum is the maximum. */
function isMeant(percent: number, n: number): boolean {
  return percent === 100 || percent <= 99 || n * (100 - percent) >= 100 - 1e-6;
}

/** What all results were measured on. */
function environmentOf(all: readonly Json[]): Record<string, unknown> {
  const names = ["jdkVersion", "vmName", "vmVersion", "jvmArgs", "warmupIterations", "warmupTime", "measurementTime"];
  const same = (name: string) => all.every((one) => JSON.stringify(at(one, name)) === JSON.stringify(at(all[0], name)));
  return known(Object.fromEntries(names.filter(same).map((name) => [name, at(all[0], name)])));
}
