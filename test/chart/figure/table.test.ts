import assert from "node:assert/strict";
import { test } from "node:test";
import { renderTable } from "../../../src/chart/figure/table.ts";
import { toTable } from "../../../src/chart/table.ts";
import { nextSort, sortRows } from "../../../src/client/sort.ts";
import { sampleAxis, sampleChart, sampleSeries } from "../../client/sample.ts";

const x = sampleAxis({ label: "Demanded", unit: "req/s" });
const y = sampleAxis({ unit: "ms" });

test("a plain table has a header with units for each column", () => {
  const chart = sampleChart({ x, y, series: [sampleSeries("a", [20, 40], [1.23456789, null])] });
  assert.equal(
    renderTable(toTable(chart), { caption: "Times" }),
    [
      "<table><caption>Times</caption>",
      `<thead><tr><th scope="col">Demanded (req/s)</th><th scope="col">A (ms)</th></tr></thead>`,
      `<tbody><tr><th scope="row">20</th><td>1.2346</td></tr><tr><th scope="row">40</th><td>–</td></tr></tbody></table>`,
    ].join(""),
  );
});

test("figures of a column have their points under each other", () => {
  const columns = [
    [799.967, 1600.1, 5679.5333],
    [0, 1, 2.5],
    [1.5e-9, 20, 1e9],
    [12_000_000, null, 400],
  ];
  const series = columns.map((y, i) => sampleSeries(`s${i}`, [1, 2, 3], y));
  const rows = [...renderTable(toTable(sampleChart({ x, y, series })), { caption: "" }).matchAll(/<td>([^<]*)<\/td>/g)];
  const cells = rows.map(([, text]) => text);
  assert.deepEqual(
    columns.map((_, i) => [cells[i], cells[i + 4], cells[i + 8]]),
    [
      ["800.0", "1\u202f600.1", "5\u202f679.5"],
      ["0.0", "1.0", "2.5"],
      ["1.5\u202f×\u202f10⁻⁹", "20", "1\u202f000\u202f000\u202f000"],
      ["12\u202f000\u202f000", "–", "400"],
    ],
  );
});

test("spreads stand under the name of their series", () => {
  const chart = sampleChart({ x, y, series: [sampleSeries("a", [20], [5], 1)] });
  const head = /<thead>(.*)<\/thead>/.exec(renderTable(toTable(chart), { caption: "" }))![1];
  assert.equal(
    head,
    [
      `<tr><th scope="col" rowspan="2">Demanded (req/s)</th><th scope="colgroup" colspan="3">A (ms)</th></tr>`,
      `<tr><th scope="col">value</th><th scope="col">low</th><th scope="col">high</th></tr>`,
    ].join(""),
  );
});

test("a sortable table says by what it is sorted", () => {
  const chart = sampleChart({ x, y, series: [sampleSeries("a", [20], [5])] });
  const html = renderTable(toTable(chart), { caption: "", sort: { column: 1, descending: true } });
  assert.match(html, /aria-sort="none"><button type="button" data-column="0">Demanded \(req\/s\)<\/button>/);
  assert.match(html, /aria-sort="descending"><button type="button" data-column="1">A \(ms\)<\/button>/);
});

test("words are escaped", () => {
  const categories = ["<b>"];
  const series = [{ ...sampleSeries("a", [0], [5]), label: "<i>" }];
  const chart = sampleChart({ x: sampleAxis({ kind: "category", categories }), series });
  assert.ok(!/<[bi]>/.test(renderTable(toTable(chart), { caption: "<b>" })));
});

test("a header is pressed for up, down, and as measured again", () => {
  const up = nextSort(null, 1);
  assert.deepEqual(up, { column: 1, descending: false });
  const down = nextSort(up, 1);
  assert.deepEqual(down, { column: 1, descending: true });
  assert.equal(nextSort(down, 1), null);
  assert.deepEqual(nextSort(down, 2), { column: 2, descending: false });
});

test("rows are sorted as numbers or words; what is missing comes last either way", () => {
  const rows = [
    [20, "b"],
    [3, null],
    [null, "a"],
  ];
  const column = (index: number, descending: boolean): unknown[] =>
    sortRows(rows, { column: index, descending }).map((row) => row[index]);
  assert.deepEqual(column(0, false), [3, 20, null]);
  assert.deepEqual(column(0, true), [20, 3, null]);
  assert.deepEqual(column(1, false), ["a", "b", null]);
  assert.deepEqual(column(1, true), ["b", "a", null]);
  assert.equal(sortRows(rows, null), rows);
});
