import type { Diagnostic } from "../source/diagnostic.ts";
import { nearest } from "../source/nearest.ts";
import { fail, warnLine } from "./fault.ts";
import type { ColumnMapping, WholeImporter } from "./importer.ts";
import { metrics } from "./metrics.ts";
import { parseNumber } from "./number.ts";
import { parseDuration } from "./quantity.ts";
import type { Figures, Point, XCandidate } from "./reading.ts";
import { type Records, readRecords } from "./records.ts";
import type { Sniff } from "./sniff.ts";
import { toBase } from "./units.ts";

/** Any table whose columns the author names. It claims nothing by itself: the mapping is the claim. */
export const generic: WholeImporter = {
  name: "table",
  title: "table (CSV, TSV, JSON) with named columns",
  tool: "table",
  sign: "any header, with --x and --metric naming its columns",
  claims: () => false,
  read(sniff, { x, series, metrics: mappings = [] }) {
    const records = readRecords(sniff);
    if (records === null)
      return fail(
        sniff,
        0,
        "table-missing",
        "no table: the first line has no comma, tab or semicolon",
        "Save the figures as CSV, TSV or a JSON list of objects.",
      );
    if (mappings.length === 0)
      return fail(
        sniff,
        0,
        "mapping-missing",
        `a table with the columns ${records.columns.join(", ")}`,
        'Say what they hold: --x COLUMN --metric "COLUMN=latency.p99:ms".',
      );
    for (const column of [x, series, ...mappings.map((one) => one.column)]) requireColumn(sniff, records, column);
    const warnings: Diagnostic[] = [];
    const points = records.rows.map(({ cells, line }): Point => {
      const missing = (column: string) =>
        warnings.push(
          warnLine(
            sniff,
            line,
            "cell-not-a-figure",
            `${column} is ${JSON.stringify(cells.get(column))}: taken as missing`,
            "Correct the cell, or leave it empty.",
          ),
        );
      return {
        series: series === undefined ? null : (cells.get(series) ?? null),
        labels: Object.fromEntries(cells),
        x: x === undefined ? [] : [candidate(x, cells.get(x) ?? "", records)],
        metrics: figures(sniff, mappings, cells, records, missing),
        counts: {},
        duration: null,
        flags: [],
      };
    });
    if (records.cut !== null)
      warnings.push(
        warnLine(
          sniff,
          records.cut,
          "line-incomplete",
          "the last line breaks off: it is left out",
          "Copy the file again if it was not cut off on purpose.",
        ),
      );
    return {
      format: "table",
      tool: "table",
      toolVersion: null,
      points,
      load: { loop: "unknown", coordinatedOmission: "unknown" },
      assumed: records.decimal === "," ? ["The comma is taken for the decimal mark, as in 1,5."] : [],
      environment: {},
      warnings,
    };
  },
};

function requireColumn(sniff: Sniff, { columns }: Records, column: string | undefined): void {
  if (column === undefined || columns.includes(column)) return;
  const near = nearest(column, columns);
  fail(
    sniff,
    0,
    "column-unknown",
    `no column ${JSON.stringify(column)}`,
    near === null ? `The columns are ${columns.join(", ")}.` : `Did you mean ${JSON.stringify(near)}?`,
  );
}

function candidate(name: string, text: string, { decimal }: Records): XCandidate {
  return { name, value: parseNumber(text, decimal) ?? text, unit: null };
}

function figures(
  sniff: Sniff,
  mappings: readonly ColumnMapping[],
  cells: ReadonlyMap<string, string>,
  { decimal }: Records,
  missing: (column: string) => void,
): Record<string, Figures> {
  const found: Record<string, Figures> = {};
  for (const { column, metric, stat, unit } of mappings) {
    const text = cells.get(column) ?? "";
    const number = parseNumber(text, decimal);
    const own = number === null ? parseDuration(text) : null;
    const base =
      number === null
        ? own === null
          ? null
          : { value: own, unit: "s" }
        : toBase(number, unit ?? metrics.get(metric)?.unit ?? "1");
    if (number !== null && base === null)
      fail(
        sniff,
        0,
        "unit-unknown",
        `the unit ${JSON.stringify(unit)} of ${column} is not known`,
        "Use s, ms, us, ns, %, 1/s, B, KB, MiB/s or the like.",
      );
    if (base === null && !/^\s*(?:|null|-+|n\/?a|[+-]?nan|[+-]?inf(?:inity)?)\s*$/i.test(text)) missing(column);
    const known = metrics.get(metric);
    const described =
      known === undefined
        ? { metric: { label: column, unit: base?.unit ?? "1", display: unit ?? "", better: null, denominator: null } }
        : {};
    found[metric] = { ...described, ...found[metric], stats: { ...found[metric]?.stats, [stat]: base?.value ?? null } };
  }
  return found;
}
