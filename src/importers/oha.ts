import type { WholeImporter } from "./importer.ts";
import { at, entriesAt, type Json, numberAt } from "./json.ts";
import { known } from "./known.ts";
import { share } from "./rates.ts";
import type { Figures, Point } from "./reading.ts";
import { httpErrors, total } from "./statuses.ts";

/** oha's JSON; a file may hold several. Its times are seconds. */
export const oha: WholeImporter = {
  name: "oha",
  title: "oha JSON",
  tool: "oha",
  sign: "JSON with summary, latencyPercentiles and rps",
  claims: ({ json }) => isReport(json),
  read({ documents }) {
    return {
      format: "oha-json",
      tool: "oha",
      toolVersion: null,
      points: documents.filter(({ value }) => isReport(value)).map(({ value }) => toPoint(value)),
      load: {
        loop: "closed",
        coordinatedOmission: "present",
        errors: "requests without an answer, except those that the deadline cut off; HTTP errors are counted apart",
        throughput: "answers below 400 per second; request_rate is oha's requestsPerSec, requests cut off among them",
      },
      assumed: [
        "oha's JSON says neither its connections nor whether it demanded a rate (-q) and corrected for it (--latency-correction).",
      ],
      environment: {},
      warnings: [],
    };
  },
};

function isReport(json: Json | undefined): boolean {
  return ["summary", "latencyPercentiles", "rps"].every((key) => at(json, key) !== undefined);
}

function toPoint(json: Json): Point {
  const summary = (name: string) => numberAt(json, "summary", name);
  const counts = (name: string) =>
    Object.fromEntries(entriesAt(json, name).map(([key, count]) => [key, Number(count)]));
  const statuses = counts("statusCodeDistribution");
  const errorsBy = counts("errorDistribution");
  const answers = total(statuses);
  const bad = httpErrors(statuses);
  const cutOff = total(Object.fromEntries(Object.entries(errorsBy).filter(([message]) => /deadline/i.test(message))));
  const errors = total(errorsBy) - cutOff;
  const duration = summary("total");
  const per = (count: number) => (duration === null || duration <= 0 ? null : { stats: { value: count / duration } });
  const rate = summary("requestsPerSec");
  const percentiles = entriesAt(json, "latencyPercentiles").map(([name]) => [
    name,
    numberAt(json, "latencyPercentiles", name),
  ]);
  const stats = known({
    mean: summary("average"),
    min: summary("fastest"),
    max: summary("slowest"),
    ...(Object.fromEntries(percentiles) as Record<string, number | null>),
  });
  return {
    series: null,
    labels: {},
    x: [],
    metrics: known<Figures>({
      latency: answers === 0 ? null : { stats, n: answers, nOf: "requests", percentiles: "nearest-rank" },
      request_rate: rate === null ? null : { stats: { value: rate } },
      reply_rate: per(answers),
      throughput: per(answers - bad),
      transferred: summary("sizePerSec") === null ? null : { stats: { value: summary("sizePerSec") } },
      errors: { stats: { value: errors } },
      error_ratio: share(errors + bad, answers + errors),
      http_error_ratio: share(bad, answers),
    }),
    counts: { requests: answers + errors, responses: answers, errors, cut_off: cutOff },
    statuses,
    errorsBy,
    duration,
    flags: [],
  };
}
