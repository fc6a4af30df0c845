import assert from "node:assert/strict";
import * as fc from "fast-check";
import { quotables } from "../../src/benchmark/quote/functions.ts";
import { quote } from "../../src/benchmark/quote/quote.ts";
import { quoteIn } from "../../src/benchmark/quote/text.ts";
import { hostileText, repeated } from "../hostile.ts";
import { samples } from "../samples.ts";
import type { Target } from "../target.ts";

const ids = samples.flatMap(({ series }) => series.map(({ id }) => JSON.stringify(id)));
const names = [...Object.keys(quotables), "p99", "p99.9", "p101", "constructor"];
const keys = ["metric", "stat", "data", "from", "to", "unit", "digits", "x", "__proto__"];
const values = ['"latency"', '"reply_rate"', '"mean"', "true", "100", "2000", '"lists"', '"sample-1"', "-1", "30"];
const value = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...ids, ...values) },
  { weight: 1, arbitrary: hostileText },
  { weight: 1, arbitrary: hostileText.map((text) => JSON.stringify(text)) },
);
const argument = fc
  .tuple(fc.option(fc.constantFrom(...keys)), value)
  .map(([key, text]) => (key === null ? text : `${key}: ${text}`));
const anyCall = fc
  .tuple(fc.constantFrom(...names), fc.array(argument, { maxLength: 5 }))
  .map(([name, list]) => `${name}(${list.join(", ")})`);

/** What fits a parameter of this name; to all others, a series. */
const fitting: Readonly<Record<string, readonly string[]>> = {
  x: ["100", "500", "2000", "300.5"],
  stat: ['"p50"', '"p99"', '"mean"'],
  limit: ["0", "30", "500"],
  path: ['"sampling.runs"', '"tool"'],
};
const series = ["1", "2", "3", "4"].map((number) => `"server-${number}"`);

/** What makes sense more often than not: as many series of the sweep and rates as are asked for, a metric. */
const goodCall = fc
  .constantFrom(...Object.entries(quotables))
  .chain(([name, { parameters }]) =>
    fc
      .tuple(
        fc.tuple(...parameters.map(goodArgument)),
        fc.constantFrom(
          "",
          ', metric: "latency"',
          ', metric: "error_ratio"',
          ", digits: 2",
          ", unit: false",
          ", from: 900",
        ),
      )
      .map(([given, more]) => `${name}(${given.join(", ")}${more})`),
  );

function goodArgument(parameter: string): fc.Arbitrary<string> {
  return fc.constantFrom(...(fitting[parameter] ?? series));
}

const call = fc.oneof(anyCall, goodCall, goodCall);

/** Quotations of data: a figure that can be read, or the reason why there is none. */
export const quotes: Target = {
  name: "quotes",
  inputs: fc.oneof(
    { weight: 6, arbitrary: call },
    { weight: 1, arbitrary: fc.array(fc.oneof(value, call, repeated), { maxLength: 8 }).map((all) => all.join("")) },
  ),
  run(expression) {
    quoteIn(`a {{${expression}}} b \\{{ c`, samples);
    const quoted = quote(expression, samples);
    if ("text" in quoted) {
      assert.doesNotMatch(quoted.text, /NaN|undefined|\bnull\b|Infinity|\[object/);
      return "accepted";
    }
    const { offset, fact, help } = quoted;
    assert.ok(offset >= 0 && offset <= expression.length && fact !== "" && help !== "");
    return "rejected";
  },
};
