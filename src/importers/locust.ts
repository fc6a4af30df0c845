import type { WholeImporter } from "./importer.ts";
import { known, percentileName } from "./known.ts";
import { share } from "./rates.ts";
import type { Figures, LoadModel, Point } from "./reading.ts";
import { resolved } from "./resolution.ts";
import { type Row, type Table, cell } from "./table.ts";

/** Locust's `*_stats.csv`: a row per endpoint, and one for all. Versions before 1 name their columns otherwise. */
export const locust: WholeImporter = {
  name: "locust",
  title: "Locust statistics (CSV)",
  tool: "locust",
  sign: "the header `Type,Name,Request Count,Failure Count`",
  claims: ({ header }) =>
    /^(?:Type|Method)$/.test(header[0] ?? "") &&
    header[1] === "Name" &&
    /^(?:Request Count|# requests)$/.test(header[2] ?? ""),
  read({ table }) {
    const { rows } = table!;
    const names = rows.map((row) => row.cells[1]);
    return {
      format: "locust-stats-csv",
      tool: "locust",
      toolVersion: null,
      points: rows.map((row) => toPoint(table!, row, names.filter((name) => name === row.cells[1]).length > 1)),
      load: locustLoad,
      assumed: locustAssumed,
      environment: {},
      warnings: [],
    };
  },
};

/** How Locust loads, whatever it writes. */
export const locustLoad: LoadModel = {
  loop: "closed",
  coordinatedOmission: "present",
  errors: "requests that failed: HTTP errors, missing answers, and what the script says",
  throughput: "requests that did not fail per second; request_rate is Locust's Requests/s, failed ones among them",
};

export const locustAssumed = [
  "Percentiles are of Locust's rounded times: two digits, or whole milliseconds.",
  "The row Aggregated is the total of the others.",
];

/** Percentiles of a row in seconds: columns whose names are percentages. */
export function locustPercentiles(table: Table, row: Row): Record<string, number | null> {
  return known(
    Object.fromEntries(
      table.header.flatMap((title, column) => {
        const percent = /^(\d+(?:\.\d+)?)%$/.exec(title)?.[1];
        const milliseconds = percent === undefined ? null : cell(table, row, column);
        return milliseconds === null ? [] : [[percentileName(percent!), milliseconds / 1e3]];
      }),
    ),
  );
}

function toPoint(table: Table, row: Row, ambiguous: boolean): Point {
  const figure = (...titles: string[]) => {
    const column = table.header.findIndex((title) => titles.includes(title.toLowerCase()));
    return cell(table, row, column);
  };
  const seconds = (name: string) => {
    const milliseconds = figure(`${name} response time`);
    return milliseconds === null ? null : milliseconds / 1e3;
  };
  const [method = "", name = ""] = row.cells;
  const requests = figure("request count", "# requests") ?? 0;
  const failures = figure("failure count", "# failures") ?? 0;
  const rate = figure("requests/s");
  const failureRate = figure("failures/s") ?? (rate === null || requests === 0 ? null : (rate * failures) / requests);
  const percentiles = locustPercentiles(table, row);
  // 100 % is the maximum rounded; the column beside it is not.
  const stats = known({
    ...percentiles,
    ...(percentiles["p50"] === undefined ? { median: seconds("median") } : {}),
    mean: seconds("average"),
    min: seconds("min"),
    max: seconds("max"),
  });
  const latency = resolved("latency", requests === 0 ? {} : stats, "0 ms: under 0.5 ms");
  const size = figure("average content size");
  return {
    series: ambiguous && method !== "" ? `${method} ${name}` : name,
    labels: method === "" ? { name } : { method, name },
    x: [],
    metrics: known<Figures>({
      latency:
        requests === 0
          ? null
          : { stats: latency.stats, n: requests, nOf: "requests", percentiles: "nearest-rank", resolution: 1e-3 },
      request_rate: rate === null ? null : { stats: { value: rate } },
      throughput: rate === null || failureRate === null ? null : { stats: { value: rate - failureRate } },
      transferred: rate === null || size === null ? null : { stats: { value: rate * size } },
      errors: { stats: { value: failures } },
      error_ratio: share(failures, requests),
    }),
    counts: { requests, errors: failures },
    duration: rate !== null && rate > 0 ? requests / rate : null,
    flags: latency.flags,
  };
}
