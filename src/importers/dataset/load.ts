import type { Dataset } from "../../benchmark/dataset.ts";
import type { LoadModel } from "../reading.ts";
import type { Input, Notes } from "./input.ts";
import { runsForInterval } from "./runs.ts";

/** How the load was made, as the tools imply it. Tools that differ are told apart: their figures do not compare as they are. */
export function describeLoad(inputs: readonly Input[], notes: Notes): Dataset["load"] {
  const models = new Map<string, Record<string, unknown>>();
  for (const { reading } of inputs) {
    const { loop, coordinatedOmission, errors, throughput } = reading.load;
    const from = latencyFrom(reading.load);
    const model: Record<string, unknown> = {
      generator: { name: reading.tool, ...(reading.toolVersion === null ? {} : { version: reading.toolVersion }) },
      ...(loop === "unknown" || loop === "none" ? {} : { model: loop }),
      ...(coordinatedOmission === "unknown" ? {} : { coordinated_omission: coordinatedOmission }),
      ...(from === null ? {} : { latency_from: from }),
      ...(errors === undefined ? {} : { errors }),
      ...(throughput === undefined ? {} : { throughput }),
    };
    models.set(JSON.stringify(model), model);
  }
  const all = [...models.values()];
  const loops = new Set(all.flatMap((one) => one["model"] ?? []));
  if (loops.size > 1) {
    const fact = "some of these tools send on schedule (open loop), others wait for answers (closed loop)";
    const help = "Their response times do not compare: keep them in charts of their own, or say so beside them.";
    notes.warn(inputs[0]!.file, "loops-mixed", fact, help);
  }
  const duration = durationOf(inputs);
  if (all.length === 1) return { ...all[0]!, ...(duration === null ? {} : { duration_s: duration }) };
  return { generators: all };
}

/** From when response times count; null where the tool's mode is not known. */
function latencyFrom({ loop, coordinatedOmission, latencyFrom: said }: LoadModel): string | null {
  if (coordinatedOmission === "corrected") return "corrected";
  return said ?? (loop === "closed" && coordinatedOmission === "present" ? "actual-send" : null);
}

/** Seconds that each point was measured, where all are alike to a tenth. */
function durationOf(inputs: readonly Input[]): number | null {
  const all = inputs.flatMap(({ reading }) => reading.points.map((point) => point.duration));
  if (inputs.some(({ reading }) => reading.load.loop === "none") || all.length === 0) return null;
  const known = all.flatMap((one) => one ?? []).toSorted((a, b) => a - b);
  const middle = known[Math.floor(known.length / 2)];
  if (known.length < all.length || middle === undefined || known.at(-1)! > 1.1 * known[0]!) return null;
  return Number(middle.toPrecision(3));
}

/** How often points were measured and what their spread is over, where runs were repeated. */
export function describeSampling(series: Dataset["series"]): Dataset["sampling"] {
  const overRuns = series.flatMap(({ values }) => [...values.values()].filter((one) => one.nOf === "runs"));
  const counts = overRuns.flatMap((one) => one.columns.get("n") ?? []).filter((n) => n !== null);
  const most = Math.max(0, ...counts);
  if (most < 2) return {};
  const least = Math.min(...counts);
  const enough = least >= runsForInterval;
  const pooled = overRuns.some((one) => one.histograms !== null);
  return {
    unit: "run",
    runs: least,
    centre: enough ? "mean" : "median",
    spread: enough ? "ci95" : "range",
    ...(pooled ? { percentiles_from: "merged-histogram" } : {}),
  };
}
