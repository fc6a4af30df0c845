import { criterionFolders, criterionId, criterionName, criterionTitle, throughputOf } from "./criterion-name.ts";
import type { WholeImporter } from "./importer.ts";
import { at, type Json, listAt, numberAt, stringAt } from "./json.ts";
import { known } from "./known.ts";
import { noLoad } from "./listed.ts";
import type { Figures, Point } from "./reading.ts";

/**
 * criterion's `new/estimates.json`, in nanoseconds. `benchmark.json` beside it has the name and what passes through,
 * `sample.json` the single samples.
 */
export const criterion: WholeImporter = {
  name: "criterion",
  title: "criterion estimates",
  tool: "criterion",
  sign: "JSON with mean, median, std_dev and median_abs_dev",
  claims: ({ json }) => ["mean", "median", "std_dev", "median_abs_dev"].every((name) => estimate(json, name) !== null),
  read({ file, json }, { beside }) {
    const id = beside?.("benchmark.json")?.json;
    return {
      format: "criterion-estimates-json",
      tool: "criterion",
      toolVersion: null,
      points: [toPoint(file, json!, id, beside?.("sample.json")?.json)],
      load: noLoad,
      assumed:
        id === undefined
          ? ["There is no benchmark.json beside estimates.json: the name is that of the folders it stands in."]
          : [],
      environment: {},
      warnings: [],
    };
  },
};

/** What stands beside the estimates and is read with them, and comparisons with the run before, which are ratios. */
export const criterionPart: WholeImporter = {
  name: "criterion-part",
  title: "criterion's benchmark.json, sample.json, tukey.json or change/estimates.json",
  tool: "criterion",
  sign: "JSON with group_id and directory_name, or with iters and times",
  claims: ({ json }) =>
    (stringAt(json, "group_id") !== null && stringAt(json, "directory_name") !== null) ||
    (at(json, "iters", 0) !== undefined && at(json, "times", 0) !== undefined) ||
    (estimate(json, "mean") !== null && estimate(json, "median") !== null && estimate(json, "std_dev") === null),
  read: () => ({
    format: "criterion-part",
    tool: "criterion",
    toolVersion: null,
    points: [],
    part: "It belongs to new/estimates.json of the same benchmark: import that, and it is read with it.",
    load: noLoad,
    assumed: [],
    environment: {},
    warnings: [],
  }),
};

/** Nanoseconds, which the file does not say. Versions before 0.3 wrote names in capitals. */
function estimate(json: Json | undefined, name: string, ...path: string[]): number | null {
  const capital = name.replace(/(?:^|_)(\w)/g, (_, letter: string) => letter.toUpperCase());
  const part = at(json, name) ?? at(json, capital);
  return numberAt(part, ...(path.length === 0 ? ["point_estimate"] : path));
}

function toPoint(file: string, json: Json, id: Json | undefined, sample: Json | undefined): Point {
  const folders = criterionFolders(file);
  const name =
    (id === undefined ? null : criterionId(id)) ??
    (folders === null ? criterionName("benchmark", null, null) : criterionTitle(folders.title));
  const seconds = (...path: [string, ...string[]]) => {
    const figure = estimate(json, ...path);
    return figure === null ? null : figure / 1e9;
  };
  const baseline = folders === null || folders.baseline === "new" ? null : folders.baseline;
  const values = samples(sample);
  const iterations = listAt(sample, "iters").reduce<number>((sum, one) => sum + Number(one), 0);
  return {
    ...name,
    labels: { ...name.labels, ...known({ baseline, variant: baseline, sampling: stringAt(sample, "sampling_mode") }) },
    parameters: { ...name.parameters, ...known({ baseline }) },
    metrics: {
      time_per_op: {
        stats: known({
          mean: seconds("mean"),
          median: seconds("median"),
          stdev: seconds("std_dev"),
          mad: seconds("median_abs_dev"),
          slope: seconds("slope"),
        }),
        stdevKind: "sample",
        ...interval(json),
        ...(values.length === 0 ? {} : { n: values.length, nOf: "samples", runs: values }),
      },
      ...throughputOf(at(id, "throughput"), seconds("slope") ?? seconds("mean")),
    },
    counts: values.length === 0 ? {} : { iterations },
    duration: null,
    flags: [],
  };
}

/** Of the mean, by bootstrapping. */
function interval(json: Json): Pick<Figures, "ci"> {
  const bound = (name: string) => estimate(json, "mean", "confidence_interval", name);
  const [low, high, level] = [bound("lower_bound"), bound("upper_bound"), bound("confidence_level")];
  if (low === null || high === null || level === null) return {};
  return { ci: { low: low / 1e9, high: high / 1e9, level, method: "bootstrap" } };
}

/** The time of one iteration in each sample. */
function samples(json: Json | undefined): number[] {
  const times = listAt(json, "times");
  return listAt(json, "iters").flatMap((iterations, i) => {
    const value = Number(times[i]) / Number(iterations) / 1e9;
    return Number.isFinite(value) ? [value] : [];
  });
}
