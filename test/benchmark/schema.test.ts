import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { suite, test } from "node:test";
import { Ajv2020 } from "ajv/dist/2020.js";
import { flagNames } from "../../src/benchmark/flag-names.ts";
import { parseDataset } from "../../src/benchmark/parse.ts";
import { statisticNames } from "../../src/benchmark/statistic-names.ts";
import { parseChartSpec } from "../../src/chart/spec-parse.ts";
import { SourceError } from "../../src/source/error.ts";
import type { Located } from "../../src/source/located.ts";
import { sample } from "./sample.ts";

const schema = JSON.parse(readFileSync(join(import.meta.dirname, "../../data/dataset.schema.json"), "utf8"));
const isValid = new Ajv2020({ strict: true, allowUnionTypes: true, strictRequired: false }).compile(schema);

/** What no schema can say: how parts of the file belong together, and what units mean. */
const beyondSchema = new Set([
  "length-mismatch",
  "duplicate-series",
  "duplicate-key",
  "x-order",
  "x-duplicate",
  "unknown-metric",
  "unknown-category",
  "unknown-x",
  "not-a-base-unit",
  "unknown-unit",
  "incompatible-unit",
  "bad-time",
  "not-finite",
  "json-syntax",
  "reserved-name",
  "bad-domain",
]);

/** Whether x may be a text, or absent, depends on the axis. */
const decidedByAxis = /^\.series\.0(\.flags\.0)?\.x/;

/** A dataset with descriptions of charts in which every field stands. */
const described = {
  ...sample(),
  charts: {
    one: {
      metric: "reply_rate",
      stat: "mean",
      series: ["gevent-1"],
      mark: "line",
      title: "A",
      caption: "B",
      spread: "ci",
      runs: true,
      orientation: "lying",
      reference: "none",
      was: ["old"],
      at: [20, "40"],
      x: { scale: "log", domain: [1, 10], label: "X", order: "data", origin: "start" },
      y: { scale: "linear", domain: [0, 1], label: "Y" },
      annotations: [{ x: 4, label: "Here" }],
    },
  },
};

function codesOf(text: string): string[] {
  try {
    const { dataset } = parseDataset({ file: "x.json", text }, "x");
    const value: unknown = JSON.parse(text);
    const located: Located = { source: { file: "x.json", text: "" }, value, offsetsOf: (all) => all.map(() => 0) };
    const charts = [...dataset.charts.keys()].flatMap((id) => parseChartSpec(located, ["charts", id]).diagnostics);
    return charts.filter(({ severity }) => severity === "error").map(({ code }) => code);
  } catch (error) {
    assert(error instanceof SourceError);
    return error.diagnostics.filter(({ severity }) => severity === "error").map(({ code }) => code);
  }
}

function agree(text: string, what: string): void {
  const codes = codesOf(text);
  const valid = isValid(JSON.parse(text));
  if (codes.length === 0) assert.equal(valid, true, `${what}: ${JSON.stringify(isValid.errors)}`);
  else if (!codes.every((code) => beyondSchema.has(code)))
    assert.equal(valid, false, `${what} has ${codes.join(", ")}`);
}

/** Every way to delete an entry of a value or to put something else in its place, with its path. */
function* changes(value: unknown): Generator<[path: string, changed: unknown]> {
  for (const other of [null, 7, -1.5, "", "odd", true, [], {}, [null], ["a", "a"], { a: 1 }]) {
    yield [`: ${JSON.stringify(other)}`, other];
  }
  if (typeof value !== "object" || value === null) return;
  for (const [name, item] of Object.entries(value)) {
    const isList = Array.isArray(value);
    if (!isList)
      yield [`.${name} deleted`, Object.fromEntries(Object.entries(value).filter(([other]) => other !== name))];
    for (const [path, changed] of changes(item)) {
      yield [`.${name}${path}`, isList ? value.with(Number(name), changed) : { ...value, [name]: changed }];
    }
  }
}

suite("the schema and the parser agree", () => {
  test("on the sample and everything that one change makes of it", () => {
    assert.deepEqual(codesOf(JSON.stringify(described)), []);
    agree(JSON.stringify(described), "the sample");
    for (const [path, changed] of changes(described)) {
      if (!decidedByAxis.test(path)) agree(JSON.stringify(changed), path);
    }
  });

  test("on categories and time", () => {
    const values = { reply_rate: { mean: [1, 2] } };
    for (const x of [
      { values: ["lists", "maps"] },
      { type: "category", values: ["lists", "maps"] },
      { type: "category" },
      { type: "number", values: ["a", "b"], unit: "1" },
      { values: [] },
      { type: "time" },
      { type: "tim" },
    ]) {
      for (const series of [
        { id: "a", values },
        { id: "a", x: ["lists", "maps"], values },
        { id: "a", x: [1, 2], values },
      ]) {
        const text = JSON.stringify({ ...sample(), x, series: [series] });
        if (x.type !== "time" || "x" in series) agree(text, text);
      }
    }
  });

  test("on the bad files that are JSON", () => {
    const folder = join(import.meta.dirname, "bad");
    for (const file of readdirSync(folder).filter(
      (name) => name.endsWith(".json") && !/^(json-|empty-file|too-deep)/.test(name),
    )) {
      agree(readFileSync(join(folder, file), "utf8"), file);
    }
  });

  test("on their lists of words", () => {
    const { flag, statistics } = schema.$defs;
    assert.deepEqual(flag.properties.flag.enum, flagNames);
    for (const name of statisticNames) assert(name in statistics.properties, name);
  });
});
