import assert from "node:assert/strict";
import { suite, test } from "node:test";
import * as fc from "fast-check";
import { parseDataset } from "../../src/benchmark/parse.ts";
import { renderDataset } from "../../src/benchmark/render.ts";
import { SourceError } from "../../src/source/error.ts";
import { placeOf } from "../../src/source/located.ts";
import { parseValue, sample } from "./sample.ts";

function onlySourceErrors(read: () => unknown): void {
  try {
    read();
  } catch (error) {
    assert(error instanceof SourceError, String(error));
    assert(error.diagnostics.length > 0);
  }
}

suite("datasets", () => {
  test("are read whole", () => {
    const { dataset, warnings } = parseValue(sample());
    const [series] = dataset.series;
    const throughput = series!.values.get("reply_rate")!;
    assert.deepEqual(warnings, []);
    assert.equal(dataset.name, "bus");
    assert.deepEqual([dataset.license, dataset.publishRaw], ["CC-BY-4.0", true]);
    assert.deepEqual(series!.x, [20, 40]);
    assert.deepEqual(throughput.columns.get("stdev"), [0.4, 0.5]);
    assert.deepEqual(
      [throughput.nOf, throughput.stdevKind, throughput.ci],
      ["runs", "sample", { level: 0.95, method: "t" }],
    );
    assert.deepEqual(throughput.runs, [[19.8, 20.4], null]);
    assert.deepEqual(series!.values.get("latency")!.histograms, [{ values: [0.01, 0.02], counts: [3, 0] }, null]);
    assert.deepEqual(series!.flags, [{ x: 40, metric: "latency", stat: "p99", flag: "too-short", note: "…" }]);
    assert.deepEqual(dataset.sources[0]?.toolVersion, null);
    assert.deepEqual(dataset.charts.get("graph-1-rps"), { metric: "reply_rate", series: ["gevent-1"] });
  });

  test("may leave out what has a default", () => {
    const { dataset } = parseValue({
      schema: "benchpost/1",
      title: "Sorting",
      x: { unit: "1" },
      metrics: { time_per_op: { unit: "s" } },
      series: [{ id: "quick", x: [1, 2], values: { time_per_op: { value: [2e-6, 5e-6] } } }],
    });
    assert.deepEqual(dataset.x, { name: "x", label: "x", unit: "1", display: "1", kind: "number", categories: [] });
    assert.equal(dataset.metrics.get("time_per_op")?.label, "time per op");
    assert.equal(dataset.metrics.get("time_per_op")?.display, "µs", "chosen by the size of the figures");
    assert.equal(dataset.series[0]?.label, "quick");
  });

  test("know categories by their order, all of them where x is left out", () => {
    const x = { values: ["lists", "maps", "sets"] };
    const series = [
      { id: "a", values: { latency: { mean: [1, 2, 3] } } },
      { id: "b", x: ["lists", "sets"], values: { latency: { mean: [1, 3] } } },
    ];
    const { dataset } = parseValue({ ...sample(), x, series });
    assert.deepEqual(
      dataset.series.map((one) => one.x),
      [
        [0, 1, 2],
        [0, 2],
      ],
    );
    assert.equal(dataset.x.unit, null);
  });

  test("know time as dates, moments and seconds since 1970", () => {
    const series = [
      { id: "a", x: ["1970-01-02", "1970-01-02T02:00:00+01:00", 172_800.5], values: { latency: { mean: [1, 2, 3] } } },
    ];
    const { dataset } = parseValue({ ...sample(), x: { type: "time" }, series });
    assert.deepEqual(dataset.series[0]?.x, [86_400, 90_000, 172_800.5]);
  });

  test("lead back to their text, for the chart descriptions in them", () => {
    const text = JSON.stringify(sample(), null, 2);
    const { located } = parseDataset({ file: "data/bus.json", text }, "bus");
    const { line } = placeOf(located, ["charts", "graph-1-rps", "metric"]);
    assert.match(text.split("\n")[line - 1]!, /"metric": "reply_rate"/);
  });

  test("names of every object are plain names here", () => {
    const metrics = { constructor: { unit: "s" }, toString: { unit: "s" } };
    const series = [{ id: "hasOwnProperty", x: [1], values: { constructor: { mean: [1] }, valueOf: { mean: [1] } } }];
    assert.throws(() => parseValue({ ...sample(), metrics, series }), /unknown-metric: "valueOf"/);
    const { dataset } = parseValue({
      ...sample(),
      metrics,
      series: [{ ...series[0], values: { constructor: { mean: [1] } } }],
    });
    assert.deepEqual([...dataset.metrics.keys()], ["constructor", "toString"]);
  });

  test("labels may hold anything", () => {
    const label = '<script>alert("&")</script> ‏עברית 😀';
    assert.equal(parseValue({ ...sample(), title: label }).dataset.title, label);
  });
});

suite("bad datasets", () => {
  test("any JSON value gives a dataset or a SourceError", () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => onlySourceErrors(() => parseValue(value))));
  });

  test("so does a dataset with anything in place of any part", () => {
    const whole = sample() as Record<string, unknown>;
    const hostile = fc.oneof(
      fc.jsonValue({ maxDepth: 3 }),
      fc.constantFrom("__proto__", 1e308, -0, "\u0000", "🏳️‍🌈", [[[]]]),
    );
    const paths = [...pathsIn(whole)];
    fc.assert(
      fc.property(fc.constantFrom(...paths), hostile, (path, value) => {
        const changed = structuredClone(whole);
        let parent: Record<string, unknown> = changed;
        for (const step of path.slice(0, -1)) parent = parent[step] as Record<string, unknown>;
        parent[path.at(-1)!] = value;
        onlySourceErrors(() => parseValue(changed));
      }),
      { numRuns: 1000 },
    );
  });

  test("so does a dataset that is cut off at any character", () => {
    const text = JSON.stringify(sample());
    for (let length = 0; length < text.length; length++) {
      assert.throws(() => parseDataset({ file: "x.json", text: text.slice(0, length) }, "x"), SourceError);
    }
  });

  test("all faults come at once and in reading order", () => {
    const bad = { ...sample(), title: 7, x: { unit: "1/s", display: "KiB" }, publish_raw: "yes" };
    assert.throws(
      () => parseDataset({ file: "x.json", text: JSON.stringify(bad, null, 1) }, "x"),
      (error) => {
        assert(error instanceof SourceError);
        assert.deepEqual(
          error.diagnostics.map(({ code }) => code),
          ["wrong-type", "incompatible-unit", "wrong-type"],
        );
        return true;
      },
    );
  });
});

suite("written datasets", () => {
  const id = fc.stringMatching(/^[A-Za-z0-9_][A-Za-z0-9_.+-]{0,8}$/).filter((name) => name !== "__proto__");
  const text = fc.string({ unit: "grapheme", minLength: 1, maxLength: 12 }).filter((words) => words.trim() !== "");
  const cell = fc.option(
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0),
    { nil: null },
  );
  const points = 3;
  const column = fc.array(cell, { minLength: points, maxLength: points });
  const axis = fc.constantFrom({ unit: "1/s" }, { type: "time" }, { values: ["lists", "maps", "sets"] });

  test("say the same when they are read again", () => {
    fc.assert(
      fc.property(
        axis,
        fc.uniqueArray(id, { minLength: 1, maxLength: 3 }),
        text,
        column,
        column,
        (x, ids, title, mean, p90) => {
          const at = "values" in x ? {} : { x: [0, 20.5, 1e9] };
          const series = ids.map((one) => ({
            id: one,
            label: title,
            ...at,
            values: { latency: { mean, "p99.9": p90 } },
          }));
          const { dataset } = parseValue({ ...sample(), title, x, series });
          const again = parseDataset({ file: "x.json", text: renderDataset(dataset) }, "bus").dataset;
          assert.deepEqual(again, dataset);
        },
      ),
    );
    const { dataset } = parseValue(sample());
    assert.deepEqual(parseDataset({ file: "x.json", text: renderDataset(dataset) }, "bus").dataset, dataset);
  });
});

/** Paths of all parts of a value. */
function* pathsIn(value: unknown, path: readonly string[] = []): Generator<readonly string[]> {
  if (path.length > 0) yield path;
  if (typeof value !== "object" || value === null) return;
  for (const [name, item] of Object.entries(value)) yield* pathsIn(item, [...path, name]);
}
