import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { collectFaults, written } from "../../src/source/faults.ts";
import { asFields, asOneOf, asText } from "../../src/source/fields.ts";
import { parseJson } from "../../src/source/json.ts";
import { showPath } from "../../src/source/located.ts";

function open(value: unknown) {
  const located = parseJson({ file: "x.json", text: JSON.stringify(value) });
  const faults = collectFaults(located);
  return { at: written(located, faults), faults, located };
}

suite("fields", () => {
  test("null counts as absent", () => {
    const { at, faults } = open({ title: null });
    const fields = asFields(at, ["title"])!;
    assert.equal(fields.get("title"), null);
    assert.equal(fields.need("title", "Write one."), null);
    assert.deepEqual(
      faults.diagnostics().map(({ code }) => code),
      ["missing-field"],
    );
  });

  test("a name that is not known is the author's, unless it looks like one that is absent", () => {
    const { at, faults } = open({ titel: "A", colour: "red" });
    asFields(at, ["title", "summary"]);
    assert.deepEqual(
      faults.diagnostics().map(({ code, severity, help }) => [code, severity, help]),
      [["unknown-field", "warning", 'Did you mean "title"? It is left out for now.']],
    );
    const whole = open({ title: "A", titel: "B" });
    asFields(whole.at, ["title", "summary"]);
    assert.deepEqual(whole.faults.diagnostics(), [], "the known one is there, so the other means something else");
  });

  test("a field of every object is not taken for the map's own", () => {
    const { at } = open({});
    assert.equal(asFields(at, ["constructor", "toString"])!.get("constructor"), null);
    const { located, faults } = open({ a: {} });
    assert.equal(written(located, faults, ["a", "constructor"]).value, undefined);
    assert.equal(written(located, faults, ["__proto__"]).value, undefined);
  });

  test("all faults come in reading order, warnings among them", () => {
    const { at, faults } = open({ titel: 1, mark: "lines", title2: {} });
    const fields = asFields(at, ["title", "mark"])!;
    asOneOf(fields.get("mark")!, ["line", "bar"]);
    asText(fields.at);
    assert.deepEqual(
      faults.diagnostics().map(({ code }) => code),
      ["wrong-type", "unknown-field", "unknown-value", "unknown-field"],
    );
    assert.equal(faults.hasErrors(), true);
  });

  test("paths are shown as people write them", () => {
    assert.equal(showPath(["series", 2, "x", 7]), "series[2].x[7]");
    assert.equal(showPath(["values", "p99.9"]), 'values["p99.9"]');
    assert.equal(showPath([]), "the file");
  });
});
