import { criterionTitle, throughputOf } from "./criterion-name.ts";
import type { WholeImporter } from "./importer.ts";
import { type Json, listAt, numberAt, stringAt } from "./json.ts";
import { known } from "./known.ts";
import { listed, noLoad } from "./listed.ts";
import { toSeconds } from "./quantity.ts";
import type { Figures, Point } from "./reading.ts";

/** `cargo criterion --message-format=json`: a message per benchmark, with its samples. */
export const cargoCriterion: WholeImporter = {
  name: "cargo-criterion",
  title: "cargo-criterion messages",
  tool: "cargo-criterion",
  sign: "lines of JSON with reason benchmark-complete, id and typical",
  claims: ({ json, text }) => stringAt(json, "reason") !== null && text.includes('"benchmark-complete"'),
  read: ({ documents }) => ({
    format: "cargo-criterion-json",
    tool: "cargo-criterion",
    toolVersion: null,
    points: documents
      .map((one) => one.value)
      .filter((json) => stringAt(json, "reason") === "benchmark-complete")
      .map(toPoint),
    load: noLoad,
    assumed: ["Intervals are of 95 %, criterion's default."],
    environment: {},
    warnings: [],
  }),
};

function toPoint(json: Json): Point {
  const counts = listAt(json, "iteration_count");
  const unit = stringAt(json, "unit") ?? "ns";
  const measured = listAt(json, "measured_values").flatMap((value, i) => {
    const one = Number(value) / Number(counts[i]);
    return Number.isFinite(one) ? [one] : [];
  });
  const timed = toSeconds(1, unit) !== null;
  const figures = { ...listed(timed ? measured.map((one) => toSeconds(one, unit)!) : measured, "samples") };
  const estimates = timed ? estimatesOf(json) : null;
  const described = { label: unit, unit: "1", display: "1", better: null, denominator: null };
  const [through] = listAt(json, "throughput");
  const typical = estimate(json, "typical", "estimate");
  return {
    ...criterionTitle(stringAt(json, "id") ?? ""),
    metrics: known<Figures>({
      [timed ? "time_per_op" : "value"]: {
        ...figures,
        ...estimates,
        stats: { ...figures.stats, ...estimates?.stats },
        ...(timed ? {} : { metric: described }),
      },
      ...throughputOf(kindOf(through), typical),
    }),
    counts: { iterations: counts.reduce<number>((sum, one) => sum + Number(one), 0) },
    duration: null,
    flags: [],
  };
}

/** Each estimate has a unit of its own. */
function estimate(json: Json, name: string, figure: string): number | null {
  const value = numberAt(json, name, figure);
  return value === null ? null : toSeconds(value, stringAt(json, name, "unit") ?? "");
}

function estimatesOf(json: Json): Pick<Figures, "stats" | "ci"> {
  const [low, high] = [estimate(json, "mean", "lower_bound"), estimate(json, "mean", "upper_bound")];
  return {
    stats: known({
      mean: estimate(json, "mean", "estimate"),
      median: estimate(json, "median", "estimate"),
      mad: estimate(json, "median_abs_dev", "estimate"),
      slope: estimate(json, "slope", "estimate"),
    }),
    ...(low === null || high === null ? {} : { ci: { low, high, level: 0.95, method: "bootstrap" } }),
  };
}

/** `{per_iteration: 1024, unit: "bytes"}` as criterion's own files have it. */
function kindOf(through: Json | undefined): Json | undefined {
  const count = numberAt(through, "per_iteration");
  if (count === null) return undefined;
  return stringAt(through, "unit") === "bytes" ? { Bytes: count } : { Elements: count };
}
