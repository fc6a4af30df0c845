import { warnLine } from "./fault.ts";
import { flag, saturation } from "./flags.ts";
import type { WholeImporter } from "./importer.ts";
import { errorRatioOf } from "./metrics.ts";
import type { Figures, LoadModel, Point, PointFlag } from "./reading.ts";
import type { Sniff } from "./sniff.ts";
import { type Row, type Table, cell } from "./table.ts";
import { type HostColumns, hostColumns } from "./autobench-columns.ts";

/** autobench and autobench_admin: a row per demanded rate, nine columns (with statuses fourteen) per host. */
export const autobench: WholeImporter = {
  name: "autobench",
  title: "autobench table (TSV or CSV)",
  tool: "autobench",
  sign: "a header that begins with dem_req_rate",
  claims: ({ header }) => header[0] === "dem_req_rate",
  read(sniff) {
    const table = sniff.table!;
    const hosts = hostColumns(table.header);
    const whole = table.rows.filter((row) => row.cells.length === table.header.length);
    return {
      format: table.delimiter === "\t" ? "autobench-tsv" : "autobench-csv",
      tool: "autobench",
      toolVersion: null,
      points: whole.flatMap((row) => hosts.map((host) => point(table, row, host))),
      load,
      assumed: assumptions(table),
      environment: {},
      warnings: warnings(sniff, table, hosts),
    };
  },
};

const load: LoadModel = {
  loop: "open",
  coordinatedOmission: "none",
  latencyFrom: "actual-send",
  errors:
    "failed connections (client time-outs, refused, reset), as a share of the replies; HTTP errors are not counted",
  throughput: "replies per second in samples of 5 s, HTTP errors among them",
};

/** What autobench writes in the errors column when a test got no reply at all. */
const NO_REPLIES = 101;

function point(table: Table, row: Row, host: HostColumns): Point {
  const figure = (name: string) => cell(table, row, host.columns.get(name) ?? -1);
  const demanded = cell(table, row, 0);
  const requests = figure("req_rate");
  const errors = figure("errors");
  const reply = ["min_rep_rate", "avg_rep_rate", "max_rep_rate", "stddev_rep_rate"].map(figure);
  const dead = errors === NO_REPLIES && figure("resp_time") === 0;
  const unsampled = !dead && (requests ?? 0) > 0 && reply.every((rate) => rate === 0);
  const instant = !dead && figure("resp_time") === 0;
  const [min, mean, max, stdev] = dead || unsampled ? [null, null, null, null] : reply;
  const milliseconds = figure("resp_time");
  const flags: PointFlag[] = saturation(demanded, mean ?? requests);
  if (dead)
    for (const name of ["reply_rate", "latency", "error_ratio"])
      flags.push(flag("sentinel", "no replies: 101 marks an invalid test, not 101 %", name));
  if (unsampled)
    flags.push(flag("too-short", "the test ended before the first 5-s sample of the reply rate", "reply_rate"));
  if (instant) flags.push(flag("under-resolution", "printed as 0.0 ms: under 0.05 ms", "latency", "mean"));

  const metrics: Record<string, Figures> = {};
  const add = (name: string, present: string, figures: Figures) => {
    if (host.columns.has(present)) metrics[name] = figures;
  };
  add("request_rate", "req_rate", { stats: { value: requests } });
  add("connection_rate", "con_rate", { stats: { value: figure("con_rate") } });
  add("reply_rate", "avg_rep_rate", {
    stats: { mean: mean!, min: min!, max: max!, stdev: stdev! },
    nOf: "samples",
    stdevKind: "sample",
  });
  const latency = dead || instant || milliseconds === null ? null : milliseconds / 1e3;
  add("latency", "resp_time", { stats: { mean: latency }, resolution: 1e-4 });
  const kibibytes = figure("net_io");
  add("transferred", "net_io", { stats: { value: kibibytes === null ? null : kibibytes * 1024 } });
  add("error_ratio", "errors", {
    stats: { value: dead || errors === null ? null : errors / 100 },
    metric: errorRatioOf("replies"),
  });
  const statuses = statusCounts(host, figure);
  const answers = Object.values(statuses).reduce((sum, count) => sum + count, 0);
  if (answers > 0) {
    const bad = (statuses["4xx"] ?? 0) + (statuses["5xx"] ?? 0);
    metrics["http_error_ratio"] = { stats: { value: bad / answers }, n: answers, nOf: "requests" };
  }
  return {
    series: host.name,
    labels: host.name === null ? {} : { host: host.name },
    x: demanded === null ? [] : [{ name: "demanded_request_rate", value: demanded, unit: "1/s" }],
    metrics,
    counts: answers > 0 ? { replies: answers } : {},
    statuses,
    duration: null,
    flags,
  };
}

function statusCounts(host: HostColumns, figure: (name: string) => number | null): Record<string, number> {
  const statuses: Record<string, number> = {};
  for (const name of host.columns.keys()) {
    const count = name.startsWith("status_") ? figure(name) : null;
    if (count !== null) statuses[`${name["status_".length]}xx`] = count;
  }
  return statuses;
}

function assumptions(table: Table): string[] {
  const said = ["Response time is the time to the first byte of the reply; the transfer is not in it."];
  if (table.decimal === ",")
    said.push(`Decimal commas: the cells are separated by ${JSON.stringify(table.delimiter)}.`);
  return said;
}

function warnings(sniff: Sniff, table: Table, hosts: readonly HostColumns[]) {
  const found = table.rows
    .filter((row) => row.cells.length !== table.header.length)
    .map((row) => {
      const fact = `${row.cells.length} cells under ${table.header.length} columns: the row is left out`;
      return warnLine(sniff, row.line, "row-incomplete", fact, "Copy the file again if the row was cut off.");
    });
  const names = hosts.map((host) => host.name);
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice !== undefined) {
    const fact = `the host ${twice ?? "(no name)"} stands in the header ${names.filter((name) => name === twice).length} times`;
    found.push(
      warnLine(sniff, 1, "host-twice", fact, "Rename one of its column groups, or its rows become repeated runs."),
    );
  }
  return found;
}
