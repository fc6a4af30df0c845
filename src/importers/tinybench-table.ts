import { failedBenchmark } from "./failed.ts";
import type { WholeImporter } from "./importer.ts";
import { at, entriesAt, type Json, numberAt, stringAt, textOf } from "./json.ts";
import { known } from "./known.ts";
import { noLoad } from "./listed.ts";
import { parseNumber } from "./number.ts";
import type { Figures, Point } from "./reading.ts";
import { toSeconds } from "./quantity.ts";

/** `bench.table()` of tinybench as JSON: figures for people, rounded, with the unit in the names of columns. */
export const tinybenchTable: WholeImporter = {
  name: "tinybench-table",
  title: "tinybench table (JSON)",
  tool: "tinybench",
  sign: "a JSON list of rows with Task name, Latency avg (ns) and Samples",
  claims: ({ json }) => rowsOf(json).some((row) => nameOf(row) !== null && numberAt(row, "Samples") !== null),
  read(sniff) {
    const rows = rowsOf(sniff.json).filter((row) => nameOf(row) !== null);
    const failed = rows.filter((row) => stringAt(row, "Error") !== null);
    return {
      format: "tinybench-table-json",
      tool: "tinybench",
      toolVersion: null,
      points: rows.map(toPoint),
      rows: rows.length,
      load: noLoad,
      assumed: [
        "Figures are rounded for people: JSON.stringify of the tasks' results has all digits.",
        "The ± behind a median is its median absolute deviation, and is left out.",
      ],
      environment: {},
      warnings: failed.map((row) => failedBenchmark(sniff, nameOf(row)!, stringAt(row, "Error"))),
    };
  },
};

function rowsOf(json: Json | undefined): readonly Json[] {
  return Array.isArray(json) ? (json as readonly Json[]) : [];
}

/** Version 2 writes Task Name. */
function nameOf(row: Json): string | null {
  return stringAt(row, "Task name") ?? stringAt(row, "Task Name");
}

function toPoint(row: Json): Point {
  const name = nameOf(row)!;
  const n = numberAt(row, "Samples");
  const margin = relative(at(row, "Margin"));
  const of = (...titles: RegExp[]) => titles.map((title) => column(row, title)).find((one) => one !== null) ?? null;
  const mean = of(/^Latency (?:avg|average) \((\w+)\)$/, /^Average Time \((\w+)\)$/);
  const median = of(/^Latency (?:med|median) \((\w+)\)$/);
  const rate = of(/^Throughput (?:avg|average) \((ops\/s)\)$/, /^(ops\/sec)$/);
  const middleRate = of(/^Throughput (?:med|median) \((ops\/s)\)$/);
  return {
    series: name,
    labels: { benchmark: name, ...known({ error: stringAt(row, "Error") }) },
    fullName: name,
    x: [],
    metrics: known<Figures>({
      time_per_op: mean === null ? null : figures(mean, median, mean.margin ?? margin, n),
      // Before version 3 the rate was 1 / mean time, and the one margin that of the time.
      ops_rate: rate === null ? null : figures(rate, middleRate, rate.margin, n),
    }),
    counts: {},
    duration: null,
    flags: [],
  };
}

interface Figure {
  readonly value: number;
  /** Half of the 95 % interval, as a share of the mean. */
  readonly margin: number | null;
}

/** The figure in the first column that is named so, in base units: `574.92 ± 11.88%` or a number. */
function column(row: Json, title: RegExp): Figure | null {
  for (const [name, cell] of entriesAt(row)) {
    const unit = title.exec(name)?.[1];
    if (unit === undefined) continue;
    const [text = "", behind = ""] = textOf(cell).split("±");
    const number = parseNumber(text);
    const value = number === null ? null : unit.startsWith("ops") ? number : toSeconds(number, unit);
    return value === null ? null : { value, margin: relative(`±${behind}`) };
  }
  return null;
}

function relative(text: Json | undefined): number | null {
  const percent = typeof text === "string" ? /^±\s*([\d.,]+)%$/.exec(text.trim())?.[1] : undefined;
  const number = percent === undefined ? null : parseNumber(percent);
  return number === null ? null : number / 100;
}

function figures(mean: Figure, median: Figure | null, margin: number | null, n: number | null): Figures {
  const half = margin === null ? null : mean.value * margin;
  return {
    stats: known({ mean: mean.value, median: median?.value }),
    ...(n === null ? {} : { n, nOf: "samples" }),
    ...(half === null ? {} : { ci: { low: mean.value - half, high: mean.value + half, level: 0.95, method: "t" } }),
  };
}
