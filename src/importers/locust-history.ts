import type { WholeImporter } from "./importer.ts";
import { known } from "./known.ts";
import { locustAssumed, locustLoad, locustPercentiles } from "./locust.ts";
import type { Figures, Point } from "./reading.ts";
import { resolved } from "./resolution.ts";
import { type Row, type Table, cell } from "./table.ts";

/** Locust's `*_stats_history.csv`: a row per second and endpoint; rates and percentiles are of about the last 10 s. */
export const locustHistory: WholeImporter = {
  name: "locust-history",
  title: "Locust history (CSV)",
  tool: "locust",
  sign: "the header `Timestamp,User Count,Type,Name,Requests/s`",
  claims: ({ header }) => header[0] === "Timestamp" && header[1] === "User Count" && header.includes("Requests/s"),
  read({ table }) {
    return {
      format: "locust-stats-history-csv",
      tool: "locust",
      toolVersion: null,
      points: table!.rows.map((row) => toPoint(table!, row)),
      rows: table!.rows.length,
      load: locustLoad,
      assumed: [
        ...locustAssumed,
        "Rates and percentiles are of about the last 10 s before each row, not of its second.",
      ],
      environment: {},
      warnings: [],
    };
  },
};

function toPoint(table: Table, row: Row): Point {
  const figure = (title: string) => cell(table, row, table.header.indexOf(title));
  const name = row.cells[table.header.indexOf("Name")] ?? "";
  const method = row.cells[table.header.indexOf("Type")] ?? "";
  const time = figure("Timestamp");
  const users = figure("User Count");
  const rate = figure("Requests/s");
  const failures = figure("Failures/s");
  const { stats, flags } = resolved("latency", locustPercentiles(table, row), "0 ms: under 0.5 ms");
  return {
    series: name,
    labels: method === "" ? { name } : { method, name },
    x: [
      ...(time === null ? [] : [{ name: "time", value: time, unit: "s" }]),
      ...(users === null ? [] : [{ name: "concurrency", value: users, unit: null }]),
    ],
    metrics: known<Figures>({
      latency: Object.keys(stats).length === 0 ? null : { stats, percentiles: "nearest-rank", resolution: 1e-3 },
      request_rate: rate === null ? null : { stats: { value: rate } },
      throughput: rate === null || failures === null ? null : { stats: { value: rate - failures } },
      concurrency: users === null ? null : { stats: { value: users } },
    }),
    counts: known({ total_requests: figure("Total Request Count"), total_errors: figure("Total Failure Count") }),
    duration: null,
    ...(time === null ? {} : { time }),
    flags,
  };
}
