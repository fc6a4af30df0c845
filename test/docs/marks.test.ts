import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { suite, test } from "node:test";
import { parseDataset } from "../../src/benchmark/parse.ts";
import { parseChartSpec } from "../../src/chart/spec-parse.ts";
import { toChart } from "../../src/chart/to-chart.ts";
import { parseFrontMatter } from "../../src/site/posts/front-matter.ts";

const root = join(import.meta.dirname, "../..");
const page = readFileSync(join(root, "docs/charts.md"), "utf8");
const section = /^## Marks\n([^]*?)\n## /m.exec(page)![1]!;
const examples = [...section.matchAll(/^```yaml\n([^`]+)```$/gm)].map(([, text]) => text!);

function datasetNamed(name: string) {
  const file = `test/site/marks/data/${name}.json`;
  return parseDataset({ file, text: readFileSync(join(root, file), "utf8") }, name).dataset;
}

/** What the examples draw of figures that tools wrote, in their order. */
const forms = {
  sorted: "bar lying",
  grouped: "bar lying",
  upright: "bar upright",
  strip: "strip lying",
  box: "box lying",
  "bars-with-runs": "bar lying",
  distribution: "ecdf upright",
  shape: "histogram upright",
  "one-run": "line upright",
};

suite("the marks of docs/charts.md", () => {
  test("are drawn as they stand there", () => {
    const drawn: Record<string, string> = {};
    for (const text of examples) {
      const { fields } = parseFrontMatter({ file: "docs/charts.md", text: `---\n${text}---\n` });
      const { data, charts } = fields.value as { data: string | string[]; charts: object };
      const datasets = [data].flat().map(datasetNamed);
      for (const id of Object.keys(charts)) {
        const { spec, diagnostics } = parseChartSpec(fields, ["charts", id]);
        const dataset = datasets.find(({ metrics }) => metrics.has(spec.metric!))!;
        const { chart, problems } = toChart(dataset, id, spec, { styles: new Map() });
        assert.deepEqual([diagnostics, problems], [[], []], id);
        drawn[id] = `${chart!.form} ${chart!.orientation}`;
      }
    }
    assert.deepEqual(drawn, forms);
  });

  test("are all that there are", () => {
    const named = ["line", "dot", "percentiles"].concat(Object.values(forms).map((words) => words.split(" ")[0]!));
    const schema = readFileSync(join(root, "data/dataset.schema.json"), "utf8");
    const { enum: marks } = JSON.parse(schema).$defs.chart.properties.mark as { enum: (string | null)[] };
    assert.deepEqual([...new Set(named)].sort(), marks.filter((mark) => mark !== null).sort());
  });
});
