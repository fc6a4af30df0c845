import { flag } from "./flags.ts";
import type { WholeImporter } from "./importer.ts";
import { type JmhMetric, jmhPoint, type JmhResult } from "./jmh-point.ts";
import { percentileName } from "./known.ts";
import { noLoad } from "./listed.ts";
import { type DecimalMark, parseNumber } from "./number.ts";
import type { Reading } from "./reading.ts";
import { shortNames } from "./short-names.ts";
import { cell } from "./table.ts";

const header = /^Benchmark((?: +\([^)\n]+\))*) +Mode +(?:Cnt|Samples) +Score(?: +(?:Score )?[Ee]rror)? +Units[ \t]*$/m;

/** The table that JMH prints in the end; a log may stand above it. */
export const jmhText: WholeImporter = {
  name: "jmh-text",
  title: "JMH text",
  tool: "jmh",
  sign: "a line `Benchmark  (size)  Mode  Cnt  Score  Error  Units`",
  claims: ({ text }) => header.test(text),
  read({ text }) {
    const head = header.exec(text)!;
    const names = [...head[1]!.matchAll(/\(([^)]+)\)/g)].map(([, name]) => name!);
    const lines = text.slice(head.index + head[0].length).split("\n");
    // JMH never separates thousands, and writes the decimal mark of the machine's language.
    const decimal = lines.some((line) => /\s\d+,\d+\s/.test(line)) ? "," : ".";
    const version = /^# JMH version: (\S+)/m.exec(text)?.[1] ?? null;
    const vm = /^# VM version: (.*\S)/m.exec(text)?.[1];
    return toReading("jmh-text", collect(lines.flatMap((line) => toRow(line, names, decimal))), version, vm);
  },
};

/** JMH's `-rf csv`, which is its default. */
export const jmhCsv: WholeImporter = {
  name: "jmh-csv",
  title: "JMH CSV",
  tool: "jmh",
  sign: 'the header `"Benchmark","Mode","Threads","Samples","Score"`',
  claims: ({ header: cells }) => cells[0] === "Benchmark" && cells[1] === "Mode" && cells.includes("Score"),
  read({ table }) {
    const { header: titles, rows } = table!;
    const column = (start: string) => titles.findIndex((title) => title.startsWith(start));
    const found = rows.map((row): Row => {
      const named = titles.flatMap((title, i): [string, string][] =>
        title.startsWith("Param: ") ? [[title.slice("Param: ".length), row.cells[i] ?? ""]] : [],
      );
      return {
        name: row.cells[0] ?? "",
        // Benchmarks without a parameter leave its cell empty.
        parameters: Object.fromEntries(named.filter(([, value]) => value !== "")),
        mode: row.cells[1] ?? "",
        threads: cell(table!, row, column("Threads")),
        n: cell(table!, row, column("Samples")),
        score: cell(table!, row, column("Score")),
        error: cell(table!, row, column("Score Error")),
        unit: row.cells[column("Unit")] ?? "",
      };
    });
    return toReading("jmh-csv", collect(found), null, undefined);
  },
};

interface Row
  extends Pick<JmhResult, "parameters" | "mode" | "threads">, Pick<JmhMetric, "score" | "error" | "n" | "unit"> {
  readonly name: string;
}

function toReading(format: string, results: readonly JmhResult[], version: string | null, vm?: string): Reading {
  const names = shortNames(results.map((one) => one.benchmark));
  return {
    format,
    tool: "jmh",
    toolVersion: version,
    points: results.map((one) => jmhPoint(one, names.get(one.benchmark)!)),
    load: noLoad,
    assumed: ["The error is half of a 99.9 % interval. JMH's JSON (-rf json) has every iteration."],
    environment: vm === undefined ? {} : { vmVersion: vm },
    warnings: [],
  };
}

function toRow(line: string, names: readonly string[], decimal: DecimalMark): Row[] {
  const given = " +(\\S+)".repeat(names.length);
  const row = new RegExp(
    `^(\\S+)${given} +(thrpt|avgt|sample|ss) +(?:(\\d+) +)?(≈ ?\\S+|\\S+)(?: +(?:± +)?(\\S+))? +(\\S+)\\s*$`,
  ).exec(line);
  if (row === null) return [];
  const [mode, n, score, error, unit] = row.slice(2 + names.length);
  const values = names.map((name, i) => [name, row[2 + i]!] as const).filter(([, value]) => value !== "N/A");
  return [
    {
      name: row[1]!,
      parameters: Object.fromEntries(values),
      mode: mode!,
      threads: null,
      n: n === undefined ? null : Number(n),
      score: parseNumber(score!, decimal),
      error: error === undefined ? null : parseNumber(error, decimal),
      unit: unit!,
    },
  ];
}

/** Rows such as `Copy.run:gc.alloc.rate.norm` and `Copy.run:run·p0.99` belong to the result above them. */
function collect(rows: readonly Row[]): JmhResult[] {
  const results = new Map<string, JmhResult & { readonly secondary: Map<string, JmhMetric> }>();
  for (const row of rows) {
    const { name, parameters, mode, threads, score, error, n, unit } = row;
    const [benchmark = "", added] = name.split(/:(?=[^:]+$)/);
    const key = JSON.stringify([benchmark, parameters, mode, threads]);
    const metric: JmhMetric = { score, error, n, unit, percentiles: {}, raw: [], histogram: [] };
    const base = results.get(key);
    const percent = /(?:^|·)p(0\.\d+|1\.00?)$/.exec(added ?? "")?.[1];
    if (added === undefined) {
      const flags =
        score === null ? [flag("under-resolution", "printed as about 0: under the last digit", null, null)] : [];
      const common = { benchmark, mode, parameters, threads, forks: null, runtime: null };
      results.set(key, { ...common, primary: metric, secondary: new Map(), flags });
    } else if (base !== undefined && percent !== undefined) {
      const percentile = percentileName(Number((Number(percent) * 100).toFixed(6)));
      const percentiles = { ...base.primary.percentiles, [percentile]: score };
      results.set(key, { ...base, primary: { ...base.primary, percentiles } });
    } else if (base !== undefined) base.secondary.set(added.replace(/^·/, ""), metric);
  }
  return [...results.values()];
}
