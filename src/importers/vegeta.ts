import type { WholeImporter } from "./importer.ts";
import { at, entriesAt, type Json, numberAt, stringAt } from "./json.ts";
import { percentileName } from "./known.ts";
import type { Point } from "./reading.ts";
import { total } from "./statuses.ts";
import { vegetaAssumed, vegetaLoad, vegetaPoint } from "./vegeta-point.ts";

/** `vegeta report -type=json`; a file may hold several reports. All times are nanoseconds. */
export const vegeta: WholeImporter = {
  name: "vegeta",
  title: "vegeta JSON report",
  tool: "vegeta",
  sign: "JSON with latencies, bytes_in and status_codes",
  claims: ({ json }) => isReport(json),
  read({ documents }) {
    return {
      format: "vegeta-report-json",
      tool: "vegeta",
      toolVersion: null,
      points: documents.filter(({ value }) => isReport(value)).map(({ value }) => toPoint(value)),
      load: vegetaLoad,
      assumed: vegetaAssumed,
      environment: {},
      warnings: [],
    };
  },
};

function isReport(json: Json | undefined): boolean {
  return ["latencies", "bytes_in", "status_codes"].every((key) => at(json, key) !== undefined);
}

function toPoint(report: Json): Point {
  const seconds = (...path: string[]) => {
    const nanoseconds = numberAt(report, ...path);
    return nanoseconds === null ? null : nanoseconds / 1e9;
  };
  const requests = numberAt(report, "requests") ?? 0;
  const statuses = Object.fromEntries(
    entriesAt(report, "status_codes").map(([status, count]) => [status, Number(count)]),
  );
  const ratio = numberAt(report, "success");
  const good =
    total(statuses) - total(Object.fromEntries(Object.entries(statuses).filter(([code]) => !/^[23]/.test(code))));
  const stats = entriesAt(report, "latencies")
    .filter(([name]) => name !== "total")
    .map(([name]) => [/^\d/.test(name) ? percentileName(Number.parseFloat(name)) : name, seconds("latencies", name)]);
  const earliest = Date.parse(stringAt(report, "earliest") ?? "");
  return vegetaPoint({
    attack: null,
    requests,
    rate: numberAt(report, "rate"),
    throughput: numberAt(report, "throughput"),
    attackTime: seconds("duration"),
    wait: seconds("wait"),
    latency:
      requests === 0
        ? null
        : {
            stats: Object.fromEntries(stats) as Record<string, number | null>,
            n: requests,
            nOf: "requests",
            percentiles: "t-digest",
          },
    statuses,
    failed: ratio === null ? requests - good : Math.round(requests * (1 - ratio)),
    bytesIn: numberAt(report, "bytes_in", "total"),
    start: earliest > 0 ? earliest / 1e3 : null,
  });
}
