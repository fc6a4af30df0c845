import type { Axis, Chart, Spread } from "./chart.ts";
import { heading } from "./csv.ts";
import { type Cell, type Column, toTable } from "./table.ts";

/** Where a chart comes from: what only the site knows that shows it. Addresses are whole. */
export interface Origin {
  /** Of the JSON Schema that describes these documents. */
  readonly $schema: string;
  /** The chart's own page. */
  readonly page: string;
  /** Absent where no page of its own has a title. */
  readonly article?: { readonly title: string; readonly url: string };
  /** The dataset and the SHA-256 of its published file. */
  readonly data: { readonly name: string; readonly title: string; readonly url: string; readonly sha256: string };
  /** What the dataset was made of. */
  readonly sources: readonly {
    readonly file: string;
    readonly sha256: string | null;
    readonly tool: string | null;
    readonly tool_version: string | null;
    readonly importer: string | null;
  }[];
  /** How often and how long was measured, as the author wrote it. */
  readonly sampling: Readonly<Record<string, unknown>>;
  readonly repository: string | null;
  readonly commit: string | null;
  readonly license: string | null;
  readonly files: Readonly<Record<"csv" | "json" | "svg" | "png", string>>;
}

/** A chart for programs; with rows it has its figures, without it says what they are. Contract: data/chart.schema.json. */
export interface ChartDocument {
  readonly schema: "benchpost-chart/1";
  readonly id: string;
  readonly title: string;
  readonly caption: string;
  readonly mark: string;
  readonly metric: Chart["metric"];
  readonly x: WrittenAxis;
  readonly y: WrittenAxis;
  readonly spread: Spread | null;
  readonly columns: readonly (Pick<Column, "kind" | "series" | "label" | "unit"> & { readonly name: string })[];
  readonly rows?: readonly (readonly Cell[])[];
}

interface WrittenAxis {
  readonly label: string;
  readonly unit: string;
  readonly scale: Axis["kind"];
}

/** What a chart says, with units for every column, and its figures as its CSV has them. */
export function toDocument(chart: Chart): Required<ChartDocument> {
  const { id, title, caption, form, metric, x, y, spread } = chart;
  const { columns, rows } = toTable(chart);
  return {
    schema: "benchpost-chart/1",
    id,
    title,
    caption,
    mark: form,
    metric,
    x: writeAxis(x),
    y: writeAxis(y),
    spread,
    columns: columns.map((column) => {
      const { kind, series, label, unit } = column;
      return { name: heading(column), kind, series, label, unit };
    }),
    rows,
  };
}

/** Where figures come from, in lines for the head of a file. */
export function originLines({ data, repository, commit, license }: Origin): string[] {
  return [
    `Data: ${data.url}, SHA-256 ${data.sha256}`,
    repository === null ? "" : `Programs: ${repository}${commit === null ? "" : ` at ${commit}`}`,
    license === null ? "" : `License: ${license}`,
  ].filter((line) => line !== "");
}

function writeAxis({ label, unit, kind }: Axis): WrittenAxis {
  return { label, unit, scale: kind };
}
