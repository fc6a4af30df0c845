import { flag } from "./flags.ts";
import type { WholeImporter } from "./importer.ts";
import { at, entriesAt, type Json, listAt, numberAt, stringAt } from "./json.ts";
import { known } from "./known.ts";
import { parseDuration } from "./quantity.ts";
import { answerRates, share } from "./rates.ts";
import type { Figures, Point } from "./reading.ts";
import { warn } from "./fault.ts";

/** results.json of the TechEmpower Framework Benchmarks: a list per test and framework, in the order of the levels. */
export const techempower: WholeImporter = {
  name: "techempower",
  title: "TechEmpower results",
  tool: "techempower",
  sign: "JSON with rawData, frameworks and concurrencyLevels",
  claims: ({ json }) => ["rawData", "frameworks", "concurrencyLevels"].every((key) => at(json, key) !== undefined),
  read(sniff) {
    const json = sniff.json!;
    const duration = numberAt(json, "duration") ?? 15;
    const tests = entriesAt(json, "rawData").filter(([, value]) => !Array.isArray(value));
    const found = tests.flatMap(([test, frameworks]) => {
      const { name, levels } = levelsOf(json, test);
      return entriesAt(frameworks).flatMap(([framework, list]) =>
        listAt(list).map((one, i) => toPoint(one, test, framework, name, levels[i], duration)),
      );
    });
    const points = found.filter((point) => point !== null);
    const empty = found.length - points.length;
    const help = "Nothing to do: the server did not answer in these runs.";
    return {
      format: "techempower-results-json",
      tool: "techempower",
      toolVersion: stringAt(json, "git", "commitId"),
      points,
      load: {
        loop: "closed",
        coordinatedOmission: "present",
        errors: "answers with 5xx and failures of sockets, as wrk counts them",
        throughput: "answers without 5xx per second of the configured duration; reply_rate has them in it",
      },
      assumed: [
        `Rates are totalRequests over the configured ${duration} s: start and end are whole seconds.`,
        "Plaintext is x by the connections with pipelining, query, update and cached-query by the queries per request.",
      ],
      environment: known({ description: stringAt(json, "environmentDescription"), name: stringAt(json, "name") }),
      warnings:
        empty === 0
          ? []
          : [
              warn(
                sniff,
                0,
                "levels-failed",
                `${empty} runs have no totalRequests: they failed and are left out`,
                help,
              ),
            ],
    };
  },
};

/** Which of the file's lists of levels a test goes through, and what they count. */
function levelsOf(json: Json, test: string): { name: string; levels: readonly (number | null)[] } {
  const numbers = (key: string) => listAt(json, key).map((one) => (typeof one === "number" ? one : null));
  if (test === "plaintext") return { name: "concurrency", levels: numbers("pipelineConcurrencyLevels") };
  if (/cached/.test(test)) return { name: "queries_per_request", levels: numbers("cachedQueryIntervals") };
  if (test === "query" || test === "update") return { name: "queries_per_request", levels: numbers("queryIntervals") };
  return { name: "concurrency", levels: numbers("concurrencyLevels") };
}

function toPoint(
  json: Json,
  test: string,
  framework: string,
  name: string,
  level: number | null | undefined,
  duration: number,
): Point | null {
  const requests = numberAt(json, "totalRequests");
  if (requests === null) return null;
  const time = (key: string) => parseDuration(stringAt(json, key) ?? "");
  const errorsBy = known(
    Object.fromEntries(["connect", "read", "write", "timeout", "5xx", "4xx"].map((key) => [key, numberAt(json, key)])),
  );
  const bad = (errorsBy["5xx"] ?? 0) + (errorsBy["4xx"] ?? 0);
  const errors = Object.values(errorsBy).reduce((sum, count) => sum + count, 0) - bad;
  const start = numberAt(json, "startTime");
  return {
    series: `${framework} (${test})`,
    labels: { framework, test },
    x: level == null ? [] : [{ name, value: level, unit: null }],
    metrics: known<Figures>({
      latency:
        requests === 0
          ? null
          : {
              stats: known({ mean: time("latencyAvg"), stdev: time("latencyStdev"), max: time("latencyMax") }),
              n: requests,
              nOf: "requests",
            },
      ...answerRates(requests / duration, requests, bad),
      errors: { stats: { value: errors } },
      error_ratio: share(errors + bad, requests + errors),
      http_error_ratio: share(bad, requests),
    }),
    counts: { requests, errors },
    errorsBy,
    duration,
    ...(start === null ? {} : { time: start }),
    flags:
      bad > requests / 2
        ? [
            flag(
              "survivors-only",
              `${bad} of ${requests} answers are HTTP errors, and the response times are theirs`,
              "latency",
            ),
          ]
        : [],
  };
}
