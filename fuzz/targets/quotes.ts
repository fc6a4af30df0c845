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

/** What makes sense more often than not: one or two series of the sweep, a rate, a metric. */
const goodCall = fc
  .tuple(
    fc.constantFrom(...Object.keys(quotables)),
    fc.constantFrom("1", "2", "3", "4"),
    fc.option(fc.constantFrom("1", "2", "3", "4")),
    fc.option(fc.constantFrom("100", "500", "2000", "300.5")),
    fc.constantFrom(
      "",
      ', metric: "latency"',
      ', metric: "error_ratio"',
      ", digits: 2",
      ", unit: false",
      ", from: 900",
    ),
  )
  .map(([name, a, b, at, more]) => {
    const other = b === null ? "" : `, "server-${b}"`;
    return `${name}("server-${a}"${other}${at === null ? "" : `, ${at}`}${more})`;
  });
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
