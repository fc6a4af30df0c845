import type { WholeImporter } from "./importer.ts";
import { at, entriesAt, type Json, listAt, numberAt, stringAt } from "./json.ts";
import { known, percentileName } from "./known.ts";
import { missingTime } from "./little.ts";
import { share } from "./rates.ts";
import type { Figures, Point, XCandidate } from "./reading.ts";
import { httpErrors, total } from "./statuses.ts";

/** bombardier's JSON; a file may hold several reports. Its times are microseconds. */
export const bombardier: WholeImporter = {
  name: "bombardier",
  title: "bombardier JSON",
  tool: "bombardier",
  sign: "JSON with spec.numberOfConnections and result",
  claims: ({ json }) => isReport(json),
  read({ documents }) {
    return {
      format: "bombardier-json",
      tool: "bombardier",
      toolVersion: null,
      points: documents.filter(({ value }) => isReport(value)).map(({ value }) => toPoint(value)),
      load: {
        loop: "closed",
        coordinatedOmission: "present",
        errors: "requests without an answer, by message; HTTP errors are counted apart, by status",
        throughput:
          "answers below 400 per second of the run; reply_rate is the mean of bombardier's samples of the rate",
      },
      assumed: [],
      environment: {},
      warnings: [],
    };
  },
};

function isReport(json: Json | undefined): boolean {
  return numberAt(json, "spec", "numberOfConnections") !== null && at(json, "result") !== undefined;
}

const groups = ["1xx", "2xx", "3xx", "4xx", "5xx"];

function toPoint(json: Json): Point {
  const result = (...path: string[]) => numberAt(json, "result", ...path);
  const micro = (...path: string[]) => {
    const figure = result("latency", ...path);
    return figure === null ? null : figure / 1e6;
  };
  const statuses = Object.fromEntries(groups.map((group) => [group, result(`req${group}`) ?? 0]));
  const others = result("others") ?? 0;
  const answers = total(statuses);
  const bad = httpErrors(statuses);
  const duration = result("timeTakenSeconds");
  const concurrency = numberAt(json, "spec", "numberOfConnections");
  const rate = numberAt(json, "spec", "rate");
  const bytes = result("bytesRead");
  const mean = micro("mean");
  const percentiles = entriesAt(json, "result", "latency", "percentiles").map(([percent]) => [
    percentileName(percent),
    micro("percentiles", percent),
  ]);
  return {
    series: null,
    labels: known({ url: stringAt(json, "spec", "url"), client: stringAt(json, "spec", "client") }),
    x: [candidate("demanded_request_rate", rate, "1/s"), candidate("concurrency", concurrency, null)].flat(),
    metrics: known<Figures>({
      latency:
        mean === null || answers === 0
          ? null
          : {
              stats: known({ mean, stdev: micro("stddev"), max: micro("max"), ...Object.fromEntries(percentiles) }),
              n: answers,
              nOf: "requests",
              percentiles: "nearest-rank",
              resolution: 1e-6,
            },
      reply_rate:
        result("rps", "mean") === null
          ? null
          : {
              stats: known({ mean: result("rps", "mean"), stdev: result("rps", "stddev"), max: result("rps", "max") }),
              nOf: "samples",
            },
      throughput: duration === null || duration <= 0 ? null : { stats: { value: (answers - bad) / duration } },
      transferred: duration === null || duration <= 0 || bytes === null ? null : { stats: { value: bytes / duration } },
      errors: { stats: { value: others } },
      error_ratio: share(others + bad, answers + others),
      http_error_ratio: share(bad, answers),
    }),
    counts: { requests: answers + others, responses: answers, errors: others },
    statuses,
    errorsBy: Object.fromEntries(
      listAt(json, "result", "errors").map((one) => [stringAt(one, "description") ?? "", numberAt(one, "count") ?? 0]),
    ),
    duration,
    // A demanded rate leaves connections idle: they are not missing.
    flags: rate !== null || duration === null ? [] : missingTime(concurrency, answers / duration, mean),
  };
}

function candidate(name: string, value: number | null, unit: string | null): XCandidate[] {
  return value === null ? [] : [{ name, value, unit }];
}
