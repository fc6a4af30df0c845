import type { Diagnostic } from "../source/diagnostic.ts";
import { warn } from "./fault.ts";
import { flag } from "./flags.ts";
import { heyFigures } from "./hey-figures.ts";
import type { WholeImporter } from "./importer.ts";
import { known } from "./known.ts";
import { answerRates, share } from "./rates.ts";
import type { Figures, LoadModel, Point } from "./reading.ts";
import { resolved } from "./resolution.ts";
import { splitReports } from "./split.ts";
import { httpErrors, total } from "./statuses.ts";

/** hey's text report; a file may hold several. */
export const hey: WholeImporter = {
  name: "hey",
  title: "hey text report",
  tool: "hey",
  sign: "the lines `Summary:`, `Total: 4.0005 secs`, `Requests/sec: 29109.5274`",
  claims: ({ text }) => /^Summary:\n\s+Total:\s+\S+ secs/m.test(text) && !/^\s+Success rate:/m.test(text),
  read(sniff) {
    const points: Point[] = [];
    const warnings: Diagnostic[] = [];
    for (const { text, offset } of splitReports(sniff, /^Summary:$/)) {
      const point = toPoint(heyFigures(text));
      if (point !== null) points.push(point);
      else {
        const help = "Copy the output again, down to the status codes.";
        warnings.push(warn(sniff, offset, "report-incomplete", "this report has no Requests/sec: left out", help));
      }
    }
    return {
      format: "hey-text",
      tool: "hey",
      toolVersion: null,
      points,
      load: heyLoad,
      assumed: ["hey does not print its connections (-c): they have to come from the file's name or from you."],
      environment: {},
      warnings,
    };
  },
};

/** How hey loads, whatever it writes. */
export const heyLoad: LoadModel = {
  loop: "closed",
  coordinatedOmission: "present",
  errors: "requests without an answer (time-outs, refused connections); HTTP errors are counted apart, by status",
  throughput: "answers per second without HTTP errors; request_rate is hey's Requests/sec, unanswered ones among them",
};

function toPoint({ duration, rate, bytes, times, statuses, errorsBy }: ReturnType<typeof heyFigures>): Point | null {
  if (rate === null || duration === null) return null;
  const answers = total(statuses);
  const errors = total(errorsBy);
  const bad = httpErrors(statuses);
  // Without failures hey's own rate has more digits than answers by the rounded time.
  const replies = errors === 0 ? rate : duration > 0 ? answers / duration : null;
  const found = Object.entries(times).filter(([, time]) => time !== null);
  const latency = resolved("latency", answers === 0 ? {} : Object.fromEntries(found), "0.0000 s: under 0.05 ms");
  return {
    series: null,
    labels: {},
    x: [],
    metrics: known<Figures>({
      latency:
        answers === 0
          ? null
          : { stats: latency.stats, n: answers, nOf: "requests", percentiles: "nearest-rank", resolution: 1e-4 },
      request_rate: { stats: { value: rate } },
      ...answerRates(replies, answers, bad),
      transferred: bytes === null || duration <= 0 ? null : { stats: { value: bytes / duration } },
      errors: { stats: { value: errors } },
      error_ratio: share(errors + bad, answers + errors),
      http_error_ratio: share(bad, answers),
    }),
    counts: { requests: answers + errors, responses: answers, errors },
    statuses,
    errorsBy,
    duration,
    flags: [
      ...latency.flags,
      ...(errors > answers
        ? [flag("survivors-only", "more requests failed than were answered; only the answered are timed", "latency")]
        : []),
    ],
  };
}
