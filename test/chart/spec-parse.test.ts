import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { chartAttributes } from "../../src/chart/spec-attributes.ts";
import { parseChartSpec } from "../../src/chart/spec-parse.ts";
import { parseJson } from "../../src/source/json.ts";
import { parseFrontMatter } from "../../src/site/posts/front-matter.ts";

const whole = {
  metric: "latency",
  stat: "p99",
  series: ["node", "gevent"],
  mark: "dot",
  x: { scale: "log", domain: [1, 100], label: "Requests" },
  y: { scale: "linear", domain: [0, 0.5], label: "Time" },
  title: "Response time, 10 requests",
  caption: "Lower is better.",
  spread: "stdev",
  reference: "demanded",
  annotations: [
    { x: 40, label: "limit: 40" },
    { x: "lists", label: "here" },
  ],
};

function attributes(values: Record<string, string>) {
  const all = Object.entries(values).map(([name, value], index) => ({ name, value, offset: 10 * (index + 1) }));
  return chartAttributes({ file: "posts/x.md", text: "x".repeat(500) }, 5, all);
}

suite("chart descriptions", () => {
  test("have no places where none of those asked for is one", () => {
    const json = parseJson({ file: "x.json", text: '{ "metric": "latency", "at": [" "] }' });
    const { spec, diagnostics } = parseChartSpec(json, []);
    assert.deepEqual(spec, { metric: "latency" });
    assert.equal(diagnostics[0]!.fact, "at[0] is an empty text; a text is needed");
  });

  test("say the same in a dataset, in front matter and in attributes", () => {
    const json = parseJson({ file: "x.json", text: JSON.stringify({ charts: { a: whole } }) });
    const yaml = parseFrontMatter({ file: "x.md", text: `---\ncharts:\n  a: ${JSON.stringify(whole)}\n---\n` }).fields;
    const element = attributes({
      class: "flot",
      "data-metric": "latency",
      "data-stat": "p99",
      "data-series": "node, gevent",
      "data-mark": "dot",
      "data-x-scale": "log",
      "data-x-domain": "1,100",
      "data-x-label": "Requests",
      "data-y-scale": "linear",
      "data-y-domain": "0, 0.5",
      "data-y-label": "Time",
      "data-title": "Response time, 10 requests",
      "data-caption": "Lower is better.",
      "data-spread": "stdev",
      "data-reference": "demanded",
      "data-annotations": "40: limit: 40; lists: here",
    });
    for (const [located, path] of [
      [json, ["charts", "a"]],
      [yaml, ["charts", "a"]],
      [element!, []],
    ] as const) {
      assert.deepEqual(parseChartSpec(located, path), { spec: whole, diagnostics: [] });
    }
  });

  test("may be empty, and one series may be named alone", () => {
    const located = parseJson({ file: "x.json", text: '{"a": {}, "b": {"series": "node", "title": null}}' });
    assert.deepEqual(parseChartSpec(located, ["a"]).spec, {});
    assert.deepEqual(parseChartSpec(located, ["b"]), { spec: { series: ["node"] }, diagnostics: [] });
  });

  test("an element without data attributes has none", () => {
    assert.equal(attributes({ id: "graph-1", class: "flot" }), null);
  });

  test("a fault in an attribute stands at that attribute", () => {
    const { diagnostics } = parseChartSpec(
      attributes({ "data-metrc": "latency", "data-y-domain": "0,max", "data-id": "7" })!,
    );
    assert.deepEqual(
      diagnostics.map(({ code, place }) => [code, place.column]),
      [
        ["unknown-field", 11],
        ["wrong-type", 21],
      ],
    );
  });

  test("what other tools call a field is told under its name here, unless that is there", () => {
    const text = '{"type": "bar", "y": {"min": 0}, "x": {"type": "log", "domain": [1, 9], "max": 9}, "constructor": 1}';
    const { spec, diagnostics } = parseChartSpec(parseJson({ file: "x.json", text }));
    assert.deepEqual(spec, { x: { domain: [1, 9] }, y: {} });
    assert.deepEqual(
      diagnostics.map(({ code, severity, fact, help }) => [code, severity, fact.split(" ")[0], help.split("?")[0]]),
      [
        ["unknown-field", "warning", '"type"', 'Did you mean "mark"'],
        ["unknown-field", "warning", '"min"', 'Did you mean "domain"'],
        ["unknown-field", "warning", '"type"', 'Did you mean "scale"'],
      ],
    );
  });

  test("ends that no computer can divide a scale between are refused, and places that name none", () => {
    const text = '{"small": [5e-324, 1], "large": [-1.7e308, 1.7e308], "zero": [0, 1e250]}';
    for (const [name, domain] of Object.entries(JSON.parse(text) as Record<string, number[]>)) {
      const { diagnostics } = parseChartSpec(parseJson({ file: "x.json", text: JSON.stringify({ y: { domain } }) }));
      assert.deepEqual(
        diagnostics.map(({ code }) => code),
        name === "zero" ? [] : ["bad-domain"],
      );
    }
    const { diagnostics } = parseChartSpec(parseJson({ file: "x.json", text: '{"mark": "percentiles", "at": []}' }));
    assert.equal(diagnostics[0]?.code, "wrong-type");
  });
});
