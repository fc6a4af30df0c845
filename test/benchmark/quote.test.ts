import assert from "node:assert/strict";
import { suite, test } from "node:test";
import * as fc from "fast-check";
import type { Dataset } from "../../src/benchmark/dataset.ts";
import { parseCall } from "../../src/benchmark/quote/expression.ts";
import { quotables } from "../../src/benchmark/quote/functions.ts";
import { quote } from "../../src/benchmark/quote/quote.ts";
import { quoteIn } from "../../src/benchmark/quote/text.ts";
import { sweep } from "./insights/simulate.ts";
import { parseValue } from "./sample.ts";

const rates = [100, 200, 300, 400];
const around = (figure: number) => [0.999 * figure, figure, 1.001 * figure];
const server = (id: string, capacity: number, cost: number) => ({
  id,
  throughput: rates.map((rate) => around(Math.min(rate, capacity))),
  latency: rates.map((rate) => around(cost + rate / 1e5)),
  tail: { p99: rates.map((rate) => rate / 1e3) },
  errors: { share: rates.map((rate) => (rate > capacity ? 0.1 : 0)), n: rates.map((rate) => 30 * rate) },
});
const load = { model: "open", duration_s: 30, generator: { version: "0.9.0" } };
const dataset = sweep(rates, [server("a", 310, 0.01), server("b", 150, 0.0075)], load);
const slower: Dataset = {
  ...sweep(rates, [server("c", 110, 0.02)], load),
  name: "other",
};

function said(expression: string): string {
  const quoted = quote(expression, [dataset, slower]);
  return "text" in quoted ? quoted.text.replaceAll("\u202F", " ") : `${quoted.code}: ${quoted.fact}`;
}

suite("a quotation of", () => {
  const cases: readonly (readonly [string, string])[] = [
    ['value("a", 100)', "100 req/s"],
    ['value("a", 100, metric: "latency")', "11 ms"],
    ['value("a", 100, metric: "latency", unit: false)', "11"],
    ['value("a", 200, metric: "latency", digits: 1)', "12 ms"],
    ['value("a", 300, metric: "latency", digits: 2)', "13 ms"],
    ['value("b", 200, metric: "latency")', "9.5 ms"],
    ['p99("a", 300, metric: "latency")', "300 ms"],
    ['value("a", 300, metric: "latency", stat: "p99")', "300 ms"],
    ['highest("a")', "310 req/s"],
    ['highest_at("a", metric: "latency")', "400 req/s"],
    ['lowest("a", from: 200)', "200 req/s"],
    ['lowest_at("a")', "100 req/s"],
    ['range("a", from: 200, to: 300)', "200 to 300 req/s"],
    ['ratio("a", "b", 400)', "2.07"],
    ['more("a", "b", 400)', "107 %"],
    ['less("b", "a", 400)', "51.6 %"],
    ['delivered("b", 400)', "37.5 %"],
    ['peak("a")', "300 req/s"],
    ['peak_at("b")', "100 req/s"],
    ['knee("a")', "between 300 and 400 req/s"],
    ['onset("b")', "200 req/s"],
    ['within("a", "p99", 250)', "200 req/s"],
    ['noise("a")', "0.1 %"],
    ['points("a")', "4"],
    ['recorded("load.duration_s")', "30"],
    ['recorded("load.generator.version")', "0.9.0"],
    ['value("c", 100)', "100 req/s"],
    ['peak("c", data: "other")', "100 req/s"],
  ];
  for (const [expression, text] of cases) test(expression, () => assert.equal(said(expression), text));

  test("every function is among them, but for a crossover, which needs its own servers", () => {
    const tried = new Set(cases.map(([expression]) => expression.split("(")[0]));
    assert.deepEqual(
      Object.keys(quotables).filter((name) => !tried.has(name)),
      ["crossover"],
    );
    const steep = sweep(
      rates,
      [
        { id: "a", latency: rates.map((rate) => around(rate)) },
        { id: "b", latency: rates.map((rate) => around(500 - rate)) },
      ],
      load,
    );
    const quoted = quote('crossover("a", "b", metric: "latency")', [steep]);
    assert.deepEqual(quoted, { text: "between 200 and 300\u202Freq/s", dataset: "bus" });
  });

  test("a category", () => {
    const sorted = parseValue({
      schema: "benchpost/1",
      title: "Sorting",
      x: { label: "Container", values: ["lists", "maps"] },
      metrics: { time_per_op: { label: "Time", unit: "s", display: "ms", better: "lower" } },
      series: [{ id: "v1", values: { time_per_op: { median: [0.081, 0.42] } } }],
    }).dataset;
    assert.deepEqual(quote('value("v1", "maps")', [sorted]), { text: "420\u202Fms", dataset: sorted.name });
    assert.deepEqual(quote('lowest_at("v1")', [sorted]), { text: "lists", dataset: sorted.name });
    const wrong = quote('value("v1", "map")', [sorted]);
    assert.ok("help" in wrong && wrong.help === 'Did you mean "maps"?');
  });
});

suite("what cannot be quoted", () => {
  test("what the data do not support is refused", () => {
    assert.match(said('crossover("a", "b")'), /^quote-figure: a and b do not change places beyond the noise$/);
    assert.match(said('more("b", "a", 400)'), /^quote-figure: b has less there, not more$/);
    assert.match(said('delivered("a", 100, metric: "latency")'), /^quote-figure: nothing was demanded here$/);
    assert.match(said('highest("a", from: 900)'), /^quote-figure: a has no figures of throughput there$/);
    assert.match(
      said('recorded("load.__proto__")'),
      /^quote-figure: "bus" has recorded nothing under load\.__proto__$/,
    );
  });

  test("digits that no number has are refused", () => {
    for (const digits of ["0", "16", "2000", "2.5", "-1"])
      assert.equal(said(`highest("a", digits: ${digits})`), `quote-figure: digits is ${digits}`);
  });

  test("there is nothing without data", () => {
    const quoted = quote('peak("a")', []);
    assert.ok("fact" in quoted && quoted.fact === "this post has no dataset to quote from");
  });

  test("no expression makes it throw", () => {
    const piece = fc.constantFrom(
      ...'peak value p99 ( ) , : "a" "b" 100 -1 1e9 metric stat from true "latency" {'.split(" "),
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(piece).map((pieces) => pieces.join(" ")),
        ),
        (expression) => {
          const quoted = quote(expression, [dataset]);
          if ("offset" in quoted) assert.ok(quoted.offset >= 0 && quoted.offset <= expression.length);
          else assert.doesNotMatch(quoted.text, /NaN|undefined|null|Infinity/);
        },
      ),
      { numRuns: 500 },
    );
  });
});

test("a text is quoted in, and what is no quotation stays", () => {
  const { text, faults } = quoteIn('{{ peak("a") }} \\{{ peak("a") }} {{ b }} {{ peak("z") }}', [dataset]);
  assert.equal(text, '300\u202Freq/s {{ peak("a") }} {{ b }} {{ peak("z") }}');
  assert.deepEqual(
    faults.map(({ code }) => code),
    ["quote-figure"],
  );
});

test("a call is read with its arguments and their places", () => {
  assert.deepEqual(parseCall(` f("a", 'b c', x: -1_000.5e1, y:true) `), {
    name: "f",
    arguments: [
      { name: null, value: "a", offset: 3 },
      { name: null, value: "b c", offset: 8 },
      { name: "x", value: -10005, offset: 18 },
      { name: "y", value: true, offset: 32 },
    ],
  });
});
