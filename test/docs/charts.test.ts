import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { suite, test } from "node:test";
import { parseDocument } from "htmlparser2";
import { chartAttributes } from "../../src/chart/spec-attributes.ts";
import { type ParsedChartSpec, parseChartSpec } from "../../src/chart/spec-parse.ts";
import { parseFrontMatter } from "../../src/site/posts/front-matter.ts";
import { parseJson } from "../../src/source/json.ts";

const page = readFileSync(join(import.meta.dirname, "../../docs/charts.md"), "utf8");
const examples = (language: string): string[] =>
  [...page.matchAll(/^```(\w+)\n([^`]+)```$/gm)].flatMap(([, name, text]) => (name === language ? [text!] : []));

const file = "docs/charts.md";
const fromHtml = (text: string): ParsedChartSpec => {
  const [element] = parseDocument(text).children;
  assert(element && "attribs" in element);
  const attributes = Object.entries(element.attribs).map(([name, value]) => ({ name, value, offset: 0 }));
  const located = chartAttributes({ file, text }, 0, attributes);
  return located ? parseChartSpec(located) : { spec: {}, diagnostics: [] };
};
const fromYaml = (text: string): ParsedChartSpec[] => {
  const { fields } = parseFrontMatter({ file, text: `---\n${text}---\n` });
  const ids = Object.keys((fields.value as { charts?: object }).charts ?? {});
  return ids.map((id) => parseChartSpec(fields, ["charts", id]));
};
const fromJson = (text: string): ParsedChartSpec[] => {
  const located = parseJson({ file, text });
  return Object.keys(located.value as object).map((id) => parseChartSpec(located, [id]));
};

suite("docs/charts.md", () => {
  const html = examples("html").map(fromHtml);
  const yaml = examples("yaml").flatMap(fromYaml);
  const json = examples("json").flatMap(fromJson);

  test("its descriptions are good", () => {
    assert.deepEqual([html.length, yaml.length, json.length], [3, 12, 1]);
    for (const { diagnostics } of [...html, ...yaml, ...json]) assert.deepEqual(diagnostics, []);
  });

  test("says the same in an element, in front matter and in a dataset", () => {
    assert.deepEqual(html[1]!.spec, yaml[0]!.spec);
    assert.deepEqual(json[0]!.spec, yaml[0]!.spec);
  });

  test("has a row for every field", () => {
    const used = yaml.flatMap(({ spec }) => Object.keys(spec));
    const rows = [...page.matchAll(/^\| (`[^|]+`) \|/gm)].flatMap(([, cell]) => cell!.match(/\w+/g) ?? []);
    for (const field of used) assert(rows.includes(field), field);
  });
});
