import type { Attempt } from "./journal.ts";
import { parseHttperf } from "./tools/httperf-output.ts";
import { parseWrkRate } from "./tools/wrk.ts";

/** One line about a finished attempt, with the time that the rest will take at the present pace (seconds an attempt). */
export function describeAttempt(attempt: Attempt, left: number, pace: number): string {
  const { series, rate, round, watch, spoiled } = attempt;
  const percent = (ratio: number) => `${(ratio * 100).toFixed(0)} %`;
  return [
    `${series}${rate === null ? "" : ` at ${rate}/s`}, round ${round}: ${describeResult(attempt)}`,
    `server ${percent(watch.serverCpu)}, store ${percent(watch.storeCpu)}, generator ${percent(watch.generatorCpu)}`,
    `foreign ${percent(watch.foreign.server)}/${percent(watch.foreign.load)}`,
    `speed ${(attempt.speed * 1000).toFixed(0)} ms`,
    ...(spoiled.length > 0 ? [`spoiled: ${spoiled.join(", ")}`] : []),
    `${left} left, about ${Math.ceil((left * pace) / 60)} min`,
  ].join("; ");
}

function describeResult({ tool, output }: Attempt): string {
  if (tool === "wrk") return `${parseWrkRate(output) ?? "no"} replies/s (closed loop)`;
  const report = parseHttperf(output);
  if (report === undefined) return "no report";
  const { replyRate, response, errors } = report;
  const time = response === null ? "" : `, ${(response * 1000).toFixed(1)} ms`;
  return `${replyRate.mean ?? "?"} replies/s${time}, ${errors} errors`;
}
