import type { Limits } from "./experiment.ts";
import type { Attempt } from "./journal.ts";
import { readRuns } from "./runs.ts";
import { reasonsSpoiled } from "./spoiled.ts";
import { parseWrkRate } from "./tools/wrk.ts";

/** One line about a finished attempt, with the time that the rest will take at `pace` seconds an attempt. */
export function describeAttempt(
  attempt: Attempt,
  { limits, left, pace }: { limits: Limits; left: number; pace: number },
): string {
  const { series, rate, round, watch } = attempt;
  const spoiled = reasonsSpoiled(watch, limits);
  return [
    `${series}${rate === null ? "" : ` at ${rate}/s`}, round ${round}: ${describeResult(attempt)}`,
    `server ${percent(watch.serverCpu)}, store ${percent(watch.storeCpu)}, generator ${percent(watch.generatorCpu)}`,
    `foreign ${percent(watch.foreign.server)}/${percent(watch.foreign.load)}`,
    `speed ${(attempt.speed * 1000).toFixed(0)} ms`,
    ...(spoiled.length > 0 ? [`spoiled: ${spoiled.join(", ")}`] : []),
    `${left} left, about ${Math.ceil((left * pace) / 60)} min`,
  ].join("; ");
}

function describeResult(attempt: Attempt): string {
  if (attempt.tool === "wrk") return `${parseWrkRate(attempt.output) ?? "no"} replies/s (closed loop)`;
  const [run] = readRuns([attempt]);
  if (run === undefined) return "no report";
  const { metrics, counts } = run.point;
  const latency = metrics["latency"]?.stats["mean"];
  const time = latency == null ? "" : `, ${(latency * 1000).toFixed(1)} ms`;
  return `${metrics["reply_rate"]?.stats["mean"] ?? "?"} replies/s${time}, ${counts["errors"] ?? 0} errors`;
}

function percent(ratio: number): string {
  return `${(ratio * 100).toFixed(0)} %`;
}
