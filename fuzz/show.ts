import assert from "node:assert/strict";
import { parse } from "csv-parse/sync";
import { XMLValidator } from "fast-xml-parser";
import type { Dataset } from "../src/benchmark/dataset.ts";
import type { Chart } from "../src/chart/chart.ts";
import { toCsv } from "../src/chart/csv.ts";
import { renderFigure } from "../src/chart/figure/render.ts";
import { renderTable } from "../src/chart/figure/table.ts";
import type { ChartSpec } from "../src/chart/spec.ts";
import { toTable } from "../src/chart/table.ts";
import { toChart } from "../src/chart/to-chart.ts";
import { describe } from "../src/chart/words.ts";
import { drawFluid } from "../src/drawing/fluid.ts";
import { drawStandalone } from "../src/drawing/standalone.ts";
import { quotedSpec } from "../src/site/charts/quoted-spec.ts";
import { assertHarmless } from "./harmless.ts";
import type { Outcome } from "./target.ts";

/** Decides a chart and makes all its forms. Rejected where its description cannot be drawn, and says why. */
export function showDescribed(dataset: Dataset, id: string, description: ChartSpec): Outcome {
  const { spec, problems: quoted } = quotedSpec(description, [dataset]);
  const { chart, problems } = toChart(dataset, id, spec, { styles: new Map() });
  const said = [...quoted, ...problems];
  for (const { code, fact, help } of said) assert.ok(code !== "" && fact !== "" && help !== "");
  if (chart === null || said.some(({ severity }) => severity === "error")) {
    assert.ok(said.length > 0, "no chart, and no word why");
    return "rejected";
  }
  showChart(chart, spec, dataset);
  return "accepted";
}

/** Makes all forms of a chart and checks that they hold no code and no place that is no number. */
export function showChart(chart: Chart, spec: ChartSpec, dataset: Dataset): void {
  for (const axis of [chart.x, chart.y]) assert.ok(axis.domain.every(Number.isFinite), `domain ${axis.domain.join()}`);
  const { name, paragraphs: description } = describe(chart);
  const links = { page: null, csv: null, svg: null, png: null, json: null };
  const script = { data: "/data/x.json", dataset: dataset.name, spec, order: chart.series.map(({ id }) => id) };
  const svg = drawFluid(chart);
  const parts = { svg, heading: 2, name, description, findings: description, links, script } as const;
  const table = toTable(chart);
  assertHarmless(renderFigure(chart, parts) + renderTable(table, { caption: chart.title }));
  const alone = drawStandalone(chart);
  assertHarmless(alone);
  assert.equal(XMLValidator.validate(alone), true);
  for (const [number] of (svg + alone).matchAll(/ (?:d|x|y|x1|x2|y1|y2|width|height|transform)="[^"]*"/g))
    assert.doesNotMatch(number, /NaN|undefined|Infinity|null/);
  const rows = parse(toCsv(chart).replace(/^(?:#.*\n)*/, ""), { relax_column_count: false }) as string[][];
  for (const cell of rows.flat()) assert.doesNotMatch(cell, /^\s*(?:[=@+]|-\D)/, "a spreadsheet would calculate");
}
