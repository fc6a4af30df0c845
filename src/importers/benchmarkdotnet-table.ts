import { settingNames } from "./benchmarkdotnet-names.ts";
import { type DotNetBenchmark, dotNetReading } from "./benchmarkdotnet-point.ts";
import type { WholeImporter } from "./importer.ts";
import { known } from "./known.ts";
import { type DecimalMark, decimalMark, parseNumber } from "./number.ts";
import { toSeconds } from "./quantity.ts";
import type { Figures } from "./reading.ts";
import type { Sniff } from "./sniff.ts";
import { readTable, type Table } from "./table.ts";

const markdown = /^ *\|? *(?:Namespace|Type|Method) *\|(?:.*\|)? *Mean *\|/m;

/** BenchmarkDotNet's CSV (`*-report.csv`) and Markdown tables: rounded, each cell with its unit. */
export const benchmarkDotNetTable: WholeImporter = {
  name: "benchmarkdotnet-table",
  title: "BenchmarkDotNet table (CSV or Markdown)",
  tool: "benchmarkdotnet",
  sign: "a header with Method, Mean, Error and StdDev",
  claims: ({ header, text }) =>
    markdown.test(text) || (header.includes("Method") && header.includes("Mean") && header.includes("StdDev")),
  read(sniff) {
    const table = tableOf(sniff);
    const cells = table.rows.map((row) => new Map(table.header.map((name, i) => [name, plain(row.cells[i] ?? "")])));
    const rows = cells.filter((row) => (row.get("Method") ?? "") !== "");
    const figures = rows.flatMap((row) => [...row.values()].map((text) => text.replace(/ \S+$/, "")));
    const decimal = decimalMark(table.delimiter, figures);
    const varied = (name: string) => new Set(rows.map((row) => row.get(name))).size > 1;
    const job = varied("Runtime") ? "Runtime" : "Job";
    const given = table.header.slice(0, table.header.indexOf("Mean")).filter((name) => !settingNames.has(name));
    const runtime = new Set(rows.map((row) => row.get("Runtime") ?? null));
    const onlyRuntime = runtime.size === 1 ? [...runtime][0]! : null;
    return dotNetReading(
      sniff,
      rows.map((row) => toBenchmark(row, given, job, decimal)),
      onlyRuntime,
      {
        format: table.delimiter === "|" ? "benchmarkdotnet-markdown" : "benchmarkdotnet-csv",
        toolVersion: /^\s*BenchmarkDotNet[= ]v?(\d[^\s,]*)/m.exec(sniff.text)?.[1] ?? null,
        assumed: ["Figures are rounded for people: the JSON exporter writes all digits and every iteration."],
        environment: known({ runtime: onlyRuntime }),
      },
    );
  },
};

/** A table of Markdown stands behind the description of the machine; its lines may begin without a bar. */
function tableOf({ file, text, table }: Sniff): Table {
  const begin = markdown.exec(text);
  if (begin === null) return table!;
  const lines = text.slice(begin.index).split("\n");
  const end = lines.findIndex((line) => !line.includes("|"));
  const rows = (end < 0 ? lines : lines.slice(0, end)).map(
    (line) =>
      `| ${line
        .trim()
        .replace(/^\|/, "")
        .replace(/\|?( \^)?$/, "")} |`,
  );
  return readTable({ file, text: rows.join("\n") })!;
}

/** Groups of rows begin in bold, and names with spaces stand in quotes. */
function plain(cell: string): string {
  return cell
    .replace(/^\*\*(.*)\*\*$/, "$1")
    .replace(/^'(.*)'$/, "$1")
    .trim();
}

type Cells = ReadonlyMap<string, string>;

function toBenchmark(row: Cells, given: readonly string[], job: string, decimal: DecimalMark): DotNetBenchmark {
  const seconds = (name: string) => {
    const [, figure = "", unit = ""] = /^(.*\d)\s*(\p{L}+)$/u.exec(row.get(name) ?? "") ?? [];
    const number = parseNumber(figure, decimal);
    return number === null ? null : toSeconds(number, unit);
  };
  return {
    group: row.get("Type") ?? null,
    name: row.get("Method")!,
    parameters: Object.fromEntries(given.map((name) => [name, row.get(name) ?? ""])),
    job: row.get(job) ?? null,
    fullName: null,
    figures: timesOf(seconds),
    allocated: bytesOf(row.get("Allocated"), decimal),
  };
}

function timesOf(seconds: (name: string) => number | null): Figures | null {
  const mean = seconds("Mean");
  if (mean === null) return null;
  const error = seconds("Error");
  return {
    stats: known({
      mean,
      median: seconds("Median"),
      stdev: seconds("StdDev"),
      min: seconds("Min"),
      max: seconds("Max"),
    }),
    stdevKind: "sample",
    ...(error === null ? {} : { ci: { low: mean - error, high: mean + error, level: 0.999, method: "t" } }),
  };
}

/** `1.02 KB`, where K is 1024; a dash is nothing allocated. */
function bytesOf(text: string | undefined, decimal: DecimalMark): number | null {
  if (text === undefined) return null;
  if (text === "-") return 0;
  const [, figure = "", prefix = ""] = /^(.*\d)\s*([KMGT]?)B$/.exec(text) ?? [];
  const number = parseNumber(figure, decimal);
  return number === null ? null : number * 1024 ** ["", "K", "M", "G", "T"].indexOf(prefix);
}
