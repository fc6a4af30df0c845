import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { toCsv } from "../../src/chart/csv.ts";
import { toTable } from "../../src/chart/table.ts";
import { describe as inWords, quantity } from "../../src/chart/words.ts";
import { chartOf, sample, servers, tasks } from "./sample.ts";

const data = sample([
  {
    id: "a",
    label: "=SUM(A1)",
    x: [1, 2, 4],
    values: { latency: { mean: [0.002, null, 0.0085], stdev: [0.001, null, 0.001] } },
  },
  { id: "b", label: 'B, "quoted"', x: [2, 3], values: { latency: { mean: [0.005, 0.005] } } },
]);
const chart = chartOf(data, { title: "One\ntwo", annotations: [{ x: 3, label: "a change" }] });

describe("the table of a chart", () => {
  const { columns, rows } = toTable(chart);

  test("has the union of all places and every figure that is drawn", () => {
    assert.deepEqual(
      columns.map(({ kind, series, unit }) => [kind, series, unit]),
      [
        ["place", null, "req/s"],
        ["value", "a", "ms"],
        ["low", "a", "ms"],
        ["high", "a", "ms"],
        ["value", "b", "ms"],
        ["note", null, ""],
      ],
    );
    assert.deepEqual(rows, [
      [1, 2, 1, 3, null, null],
      [2, null, null, null, 5, null],
      [3, null, null, null, 5, "a change"],
      [4, 8.5, 7.5, 9.5, null, null],
    ]);
  });

  test("names categories", () => {
    assert.deepEqual(toTable(chartOf(tasks(["lists", "maps"]), { spread: "none" })).rows[1], ["maps", 2.4, 4.8, 7.2]);
  });
});

test("CSV says what it holds, quotes, and cannot be run as formulas", () => {
  assert.equal(
    toCsv(chart, ["https://example.org/a", "Data: b.json"]),
    [
      "# One two",
      "# Response time (ms)",
      "# Mean at each point. Band: ± 1 standard deviation.",
      "# https://example.org/a",
      "# Data: b.json",
      `Demanded requests (req/s),'=SUM(A1) (ms),"'=SUM(A1), low (ms)","'=SUM(A1), high (ms)","B, ""quoted"" (ms)",Notes`,
      "1,2,1,3,,",
      "2,,,,5,",
      "3,,,,5,a change",
      "4,8.5,7.5,9.5,,",
      "",
    ].join("\n"),
  );
});

test("words above the figures begin no cell of a spreadsheet with a formula", () => {
  const said = toCsv({ ...chart, title: 'a,=1; -2,"@b" c, +d e,f=1' }).split("\n")[0];
  assert.equal(said, `# a,'=1; '-2,"'@b" c, '+d e,f=1`);
});

describe("a chart in words", () => {
  test("names kind, quantity, axis and series", () => {
    assert.equal(
      inWords(chart).name,
      'Line chart of Response time (ms) over Demanded requests (req/s), 2 series: =SUM(A1); B, "quoted"',
    );
  });

  test("says where series begin, end and peak, and what is missing", () => {
    assert.deepEqual(inWords(chart).paragraphs.slice(1), [
      "=SUM(A1): from 2\u202Fms at 1\u202Freq/s to 8.5\u202Fms at 4\u202Freq/s. 1 of 3 points is missing.",
      'B, "quoted": 5\u202Fms at all 2 points.',
    ]);
  });

  test("every number of a series' sentence is one of its figures or places", () => {
    const busy = chartOf(servers(40), { metric: "reply_rate" });
    const { paragraphs } = inWords(busy);
    for (const [i, series] of busy.series.entries()) {
      const known = new Set([
        ...series.y.map((y) => quantity(y!, "req/s")),
        ...series.x.map((x) => quantity(x, "req/s")),
      ]);
      const said = paragraphs[i + 1]!.slice(series.label.length).match(/\d[\d.\u202F]*req\/s/g)!;
      assert.ok(said.length >= 4);
      for (const number of said) assert.ok(known.has(number), number);
    }
  });

  test("is whole without any figure", () => {
    const empty = chartOf(sample([{ id: "a", x: [1], values: { latency: { mean: [null] } } }]), {});
    assert.deepEqual(inWords(empty).paragraphs[1], "a: no figures.");
  });
});
