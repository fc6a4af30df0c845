import type { WholeImporter } from "./importer.ts";
import { at, entriesAt, type Json, type JsonDocument, numberAt } from "./json.ts";
import { known, percentileName } from "./known.ts";
import { missingTime } from "./little.ts";
import { answerRates, share } from "./rates.ts";
import type { Figures, LoadModel, Point } from "./reading.ts";
import { resolved } from "./resolution.ts";
import { spawnedClients } from "./spawned.ts";

/** weighttp 0.5: JSON behind a banner and lines of progress. Its times are microseconds. */
export const weighttp: WholeImporter = {
  name: "weighttp",
  title: "weighttp JSON",
  tool: "weighttp",
  sign: "JSON with reqs_per_sec and total_times",
  claims: ({ json }) => isReport(json),
  read({ documents, text }) {
    const reports = documents.filter(({ value }) => isReport(value));
    return {
      format: "weighttp-json",
      tool: "weighttp",
      toolVersion: /^weighttp (\d\S*) /m.exec(text)?.[1] ?? null,
      points: reports.map((report, i) => toPoint(report, text.slice(reports[i - 1]?.offset ?? 0, report.offset))),
      load: weighttpLoad,
      assumed: ["Response times are total_times: connecting and answer.", "kBps are 1024 bytes per second."],
      environment: {},
      warnings: [],
    };
  },
};

/** How weighttp loads, whatever it writes. */
export const weighttpLoad: LoadModel = {
  loop: "closed",
  coordinatedOmission: "present",
  errors: "socket errors; answers outside 2xx are counted apart",
  throughput: "answers with a 2xx status per second; reply_rate is weighttp's own, all answers among them",
};

function isReport(json: Json | undefined): boolean {
  return at(json, "reqs_per_sec") !== undefined && at(json, "total_times") !== undefined;
}

function toPoint({ value: json }: JsonDocument, before: string): Point {
  const pass = numberAt(json, "response_counts", "pass") ?? 0;
  const bad = numberAt(json, "response_counts", "fail") ?? 0;
  const errors = numberAt(json, "response_counts", "errs") ?? 0;
  const rate = numberAt(json, "reqs_per_sec");
  const kibibytes = numberAt(json, "kBps_per_sec");
  const clients = spawnedClients(before);
  const micro = (name: string) => {
    const figure = numberAt(json, "total_times", name);
    return figure === null ? null : figure / 1e6;
  };
  const percentiles = entriesAt(json, "total_times").flatMap(([name]) => {
    const percent = /^(\d+)%$/.exec(name)?.[1];
    return percent === undefined ? [] : [[percentileName(percent), micro(name)] as const];
  });
  const { stats, flags } = resolved(
    "latency",
    known({ mean: micro("avg"), stdev: micro("stddev"), ...Object.fromEntries(percentiles) }),
    "0 us: under 1 µs",
  );
  return {
    series: null,
    labels: {},
    x: clients === null ? [] : [{ name: "concurrency", value: clients, unit: null }],
    metrics: known<Figures>({
      latency:
        pass + bad === 0
          ? null
          : {
              stats,
              n: numberAt(json, "total_times", "num") ?? pass + bad,
              nOf: "requests",
              percentiles: "nearest-rank",
              resolution: 1e-6,
            },
      ...answerRates(rate, pass + bad, bad),
      transferred: kibibytes === null ? null : { stats: { value: kibibytes * 1024 } },
      errors: { stats: { value: errors } },
      error_ratio: share(errors + bad, pass + bad + errors),
      http_error_ratio: share(bad, pass + bad),
    }),
    counts: { requests: pass + bad + errors, errors },
    statuses: Object.fromEntries(entriesAt(json, "status_codes").map(([name, count]) => [name, Number(count)])),
    duration: numberAt(json, "secs_elapsed"),
    flags: [...flags, ...missingTime(clients, rate, micro("avg"))],
  };
}
