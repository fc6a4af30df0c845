import { cpuScaling, debugBuild } from "./google-benchmark.ts";
import { aggregateOf, isFit } from "./google-benchmark-name.ts";
import { type GoogleRow, googlePoints, googleWarnings } from "./google-benchmark-row.ts";
import type { WholeImporter } from "./importer.ts";
import { known } from "./known.ts";
import { noLoad } from "./listed.ts";
import { parseNumber } from "./number.ts";
import { parseScaled, toSeconds } from "./quantity.ts";
import type { Reading } from "./reading.ts";
import type { Sniff } from "./sniff.ts";
import { readTable } from "./table.ts";

const header = /^Benchmark +Time +CPU(?: +Iterations)?\b.*$/m;

/** What Google Benchmark prints on the terminal. */
export const googleBenchmarkText: WholeImporter = {
  name: "google-benchmark-text",
  title: "Google Benchmark text",
  tool: "google-benchmark",
  sign: "a line `Benchmark   Time   CPU   Iterations`",
  claims: ({ text }) => header.test(text),
  read: (sniff) => toReading(sniff, "google-benchmark-text", sniff.text.split("\n").flatMap(fromLine), []),
};

const csvHeader = /^"?name"?,"?iterations"?,"?real_time"?,"?cpu_time"?,"?time_unit"?/m;

/** Google Benchmark's CSV, which it calls deprecated. The context may stand above it. */
export const googleBenchmarkCsv: WholeImporter = {
  name: "google-benchmark-csv",
  title: "Google Benchmark CSV",
  tool: "google-benchmark",
  sign: "a header with name, iterations, real_time, cpu_time and time_unit",
  claims: ({ text }) => csvHeader.test(text),
  read(sniff) {
    const table = readTable({ file: sniff.file, text: sniff.text.slice(csvHeader.exec(sniff.text)!.index) })!;
    const rows = table.rows.flatMap(({ cells }) => fromCells(new Map(table.header.map((name, i) => [name, cells[i]]))));
    return toReading(sniff, "google-benchmark-csv", rows, [
      "The CSV is deprecated by the library: its JSON says more.",
    ]);
  },
};

function toReading(sniff: Sniff, format: string, rows: readonly GoogleRow[], assumed: readonly string[]): Reading {
  const debug = sniff.text.indexOf("Library was built as DEBUG");
  const scaling = sniff.text.indexOf("CPU scaling is enabled");
  const [, cpus, mhz] = /^Run on \((\d+) X ([\d.]+) MHz CPU/m.exec(sniff.text) ?? [];
  return {
    format,
    tool: "google-benchmark",
    toolVersion: null,
    points: googlePoints(rows),
    load: noLoad,
    assumed,
    environment: cpus === undefined ? {} : { num_cpus: Number(cpus), mhz_per_cpu: Number(mhz) },
    warnings: [
      ...(debug < 0 ? [] : [debugBuild(sniff, debug)]),
      ...(scaling < 0 ? [] : [cpuScaling(sniff, scaling)]),
      ...googleWarnings(sniff, rows),
    ],
  };
}

/** No line of a report is as long: patterns that look for a name's end take too long for one. */
const longest = 2000;

function fromLine(line: string): GoogleRow[] {
  if (line.length > longest) return [];
  const [, broken, error] = /^(\S.*?) +(?:ERROR OCCURRED|SKIPPED): '(.*)'/.exec(line) ?? [];
  if (broken !== undefined)
    return [{ ...aggregateOf(broken), iterations: null, repetitions: null, figures: {}, error: error! }];
  const [, name, real, unit, cpu, cpuUnit, iterations, counters = ""] =
    /^(\S.*?) +(\S+) (ns|us|ms|s) +(\S+) (ns|us|ms|s)(?: +(\d+))?(?: (.*))?$/.exec(line) ?? [];
  if (name === undefined || isFit(name)) return [];
  const times = [
    ["time_per_op", real!, unit!],
    ["cpu_time_per_op", cpu!, cpuUnit!],
  ] as const;
  const found = aggregateOf(name);
  const count = iterations === undefined ? null : Number(iterations);
  return [
    {
      ...found,
      iterations: count,
      repetitions: found.aggregate === null ? null : count,
      figures: known({
        ...Object.fromEntries(times.map(([metric, figure, unit]) => [metric, seconds(figure, unit)])),
        ...countersOf(counters),
      }),
      error: null,
    },
  ];
}

function seconds(text: string, unit: string): number | null {
  const figure = parseNumber(text);
  return figure === null ? null : toSeconds(figure, unit);
}

/** `bytes_per_second=4.6Gi/s cmp=98.7k`; before version 1.8 the G of bytes meant 1024³ too. */
function countersOf(text: string): Record<string, number | null> {
  return Object.fromEntries(
    [...text.matchAll(/([^\s=]+)=([^\s=/]+)(?:\/s)?(?=\s|$)/g)].map(([, name, figure]) =>
      name === "bytes_per_second" ? ["transferred", parseScaled(figure!, 1024)] : [name!, parseScaled(figure!, 1000)],
    ),
  );
}

const columns = new Set(["name", "iterations", "real_time", "cpu_time", "time_unit", "bytes_per_second", "label"]);

function fromCells(cells: ReadonlyMap<string, string | undefined>): GoogleRow[] {
  const name = cells.get("name") ?? "";
  if (name === "" || isFit(name)) return [];
  const number = (column: string) => parseNumber(cells.get(column) ?? "");
  const failed = cells.get("error_occurred") === "true";
  const counters = [...cells.keys()].filter((column) => !columns.has(column) && !column.startsWith("error_"));
  const found = aggregateOf(name);
  const time = (column: string) => seconds(cells.get(column) ?? "", cells.get("time_unit") ?? "");
  return [
    {
      ...found,
      iterations: number("iterations"),
      repetitions: found.aggregate === null ? null : number("iterations"),
      figures: failed
        ? {}
        : known({
            time_per_op: time("real_time"),
            cpu_time_per_op: time("cpu_time"),
            transferred: number("bytes_per_second"),
            ...Object.fromEntries(counters.map((column) => [column, number(column)])),
          }),
      error: failed ? (cells.get("error_message") ?? "") : null,
    },
  ];
}
