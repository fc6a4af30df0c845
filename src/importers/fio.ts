import type { WholeImporter } from "./importer.ts";
import { at, entriesAt, type Json, listAt, numberAt, stringAt } from "./json.ts";
import { known, percentileName } from "./known.ts";
import type { Metric } from "../benchmark/dataset.ts";
import type { Figures, Point } from "./reading.ts";
import { toSeconds } from "./quantity.ts";

/** fio's JSON: a point per job and direction that did anything. */
export const fio: WholeImporter = {
  name: "fio",
  title: "fio JSON",
  tool: "fio",
  sign: "JSON with `fio version` and jobs",
  claims: ({ json }) => stringAt(json, "fio version") !== null && at(json, "jobs") !== undefined,
  read({ json }) {
    return {
      format: "fio-json",
      tool: "fio",
      toolVersion: stringAt(json, "fio version"),
      points: listAt(json, "jobs").flatMap((job) =>
        ["read", "write", "trim"]
          .filter((direction) => (numberAt(job, direction, "total_ios") ?? 0) > 0)
          .map((direction) => toPoint(json!, job, direction)),
      ),
      load: {
        loop: "closed",
        coordinatedOmission: "present",
        errors: "the error of the job, which ends it",
        throughput: "completed operations per second",
      },
      assumed: ["latency is from submitting to completing; percentiles are those of completion_latency alone."],
      environment: {},
      warnings: [],
    };
  },
};

const completion: Omit<Metric, "id"> = {
  label: "Completion latency",
  unit: "s",
  display: "µs",
  better: "lower",
  denominator: null,
};

function toPoint(json: Json, job: Json, direction: string): Point {
  const of = (name: string) => numberAt(job, direction, name);
  const name = stringAt(job, "jobname") ?? "";
  const directions = ["read", "write", "trim"].filter((one) => (numberAt(job, one, "total_ios") ?? 0) > 0);
  // Options that all jobs share stand at the top.
  const option = (key: string) => stringAt(job, "job options", key) ?? stringAt(json, "global options", key);
  const iops = of("iops");
  // Version 2 has bw (KiB/s) alone.
  const kibibytes = of("bw");
  const bytes = of("bw_bytes") ?? (kibibytes === null ? null : kibibytes * 1024);
  const runtime = of("runtime");
  const depth = Number(option("iodepth") ?? Number.NaN);
  const jobs = Number(option("numjobs") ?? Number.NaN);
  const time = numberAt(json, "timestamp");
  return {
    series: directions.length > 1 ? `${name} ${direction}` : name,
    labels: known({ job: name, direction, rw: option("rw"), bs: option("bs"), engine: option("ioengine") }),
    x: [
      ...(depth > 0 ? [{ name: "iodepth", value: depth, unit: null }] : []),
      ...(jobs > 0 ? [{ name: "numjobs", value: jobs, unit: null }] : []),
    ],
    metrics: known<Figures>({
      ops_rate: iops === null ? null : { stats: { value: iops } },
      transferred: bytes === null ? null : { stats: { value: bytes } },
      latency: times(job, direction, "lat"),
      completion_latency: withMetric(times(job, direction, "clat")),
    }),
    counts: known({ operations: of("total_ios"), errors: numberAt(job, "error") }),
    duration: runtime === null ? null : runtime / 1e3,
    ...(time === null ? {} : { time }),
    flags: [],
  };
}

function withMetric(figures: Figures | null): Figures | null {
  return figures === null ? null : { ...figures, metric: completion };
}

/** `lat_ns` of version 3, `lat` in microseconds before: the unit is in the key. */
function times(job: Json, direction: string, name: string): Figures | null {
  const [key, unit] = at(job, direction, `${name}_ns`) === undefined ? [name, "us"] : [`${name}_ns`, "ns"];
  const of = (...path: string[]) => {
    const figure = numberAt(job, direction, key, ...path);
    return figure === null ? null : toSeconds(figure, unit);
  };
  const mean = of("mean");
  if (mean === null) return null;
  const percentiles = entriesAt(job, direction, key, "percentile").flatMap(([percent]) =>
    Number(percent) >= 0 ? [[percentileName(percent), of("percentile", percent)] as const] : [],
  );
  const n = numberAt(job, direction, key, "N") ?? numberAt(job, direction, "total_ios");
  return {
    stats: known({ ...Object.fromEntries(percentiles), mean, stdev: of("stddev"), min: of("min"), max: of("max") }),
    ...(n === null ? {} : { n, nOf: "iterations" }),
    percentiles: "hdr-histogram",
  };
}
