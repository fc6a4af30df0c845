import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { Ajv2020 } from "ajv/dist/2020.js";
import { parse } from "csv-parse/sync";
import type { ChartDocument, Origin } from "../../src/chart/document.ts";
import { createNames } from "../../src/site/charts/addresses.ts";
import { makeSample, sampleRoot, textOf } from "./sample.ts";

const schema = JSON.parse(readFileSync(join(import.meta.dirname, "..", "..", "data", "chart.schema.json"), "utf8"));
const isValid = new Ajv2020({ strict: true, allowUnionTypes: true, strictRequired: false }).compile(schema);
const site = await makeSample();
const csvs = site.files.map(({ path }) => path).filter((path) => path.endsWith(".csv"));
const documentAt = (path: string): ChartDocument & Origin => JSON.parse(textOf(site, path));

describe("what is published of each chart for programs", () => {
  test("lies beside its CSV, in the form that the published schema describes", () => {
    assert.ok(csvs.length >= 6, `${csvs.length} charts`);
    assert.deepEqual(JSON.parse(textOf(site, "/data/chart.schema.json")), schema);
    for (const path of csvs) {
      for (const kind of ["json", "meta.json"]) {
        const document = documentAt(path.replace(/csv$/, kind));
        assert.ok(isValid(document), `${path}: ${JSON.stringify(isValid.errors)}`);
        assert.equal(new URL(document.$schema).pathname, "/data/chart.schema.json");
        assert.equal("rows" in document, kind === "json", path);
      }
    }
  });

  test("has the columns and figures of the CSV, with a unit for every figure", () => {
    for (const path of csvs) {
      const document = documentAt(path.replace(/csv$/, "json"));
      const [head, ...rows] = parse(textOf(site, path).replace(/^(?:#.*\n)*/, "")) as string[][];
      assert.deepEqual(
        document.columns.map(({ name }) => name),
        head,
      );
      assert.deepEqual(
        document.rows!.map((row) => row.map((cell) => (cell === null ? "" : String(cell)))),
        rows,
      );
      for (const { kind, unit } of document.columns) if (kind === "value") assert.equal(unit, document.y.unit);
    }
    const { y, spread } = documentAt("/data/imagined-servers/response-time.meta.json");
    assert.deepEqual([y.label, y.unit], ["Response time", "ms"]);
    assert.match(spread!.label, /standard deviation|confidence/);
  });

  test("leads to the article, the dataset and what that was made of", () => {
    const { article, data, sources, sampling, files } = documentAt("/data/imagined-servers/throughput.meta.json");
    assert.match(article!.url, /\/2026\/11\/02\/how-many-requests\.html#throughput$/);
    const text = textOf(site, new URL(data.url).pathname);
    assert.equal(data.sha256, createHash("sha256").update(text).digest("hex"));
    const written = JSON.parse(readFileSync(join(sampleRoot, "data", "imagined-servers.json"), "utf8"));
    assert.deepEqual(
      sources.map(({ file }) => file),
      (written.sources ?? []).map(({ file }: { file: string }) => file),
    );
    assert.deepEqual(sampling, written.sampling ?? {});
    for (const address of Object.values(files)) textOfAny(new URL(address).pathname);
  });
});

function textOfAny(path: string): void {
  assert.ok(
    site.files.some((file) => file.path === path),
    path,
  );
}

test("no chart takes the address of what is said of another", () => {
  const names = createNames();
  assert.equal(names.claim("/data/x", "a", "post"), "a");
  assert.notEqual(names.claim("/data/x", "a.meta", "post"), "a.meta");
});
