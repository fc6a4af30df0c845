import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { readLintSettings } from "../../../src/benchmark/lint/settings.ts";
import { collectFaults, written } from "../../../src/source/faults.ts";
import { parseJson } from "../../../src/source/json.ts";
import { formatDiagnostic } from "../../../src/source/diagnostic.ts";
import { clean, lintDraft } from "./clean.ts";
import { spoilt } from "./spoilt.ts";

function waiving(broken: string, waiver: { rule: string; reason?: string }) {
  const draft = clean();
  spoilt[broken]!(draft);
  draft.head.bench.waive = [waiver];
  return lintDraft(draft);
}

function settings(value: unknown) {
  const located = parseJson({ file: "site.json", text: JSON.stringify(value) });
  const faults = collectFaults(located);
  const lint = readLintSettings(written(located, faults));
  return { lint, said: faults.diagnostics().map(({ code, fact, help }) => `${code}: ${fact} | ${help}`) };
}

suite("a waiver", () => {
  test("sets a rule aside, and its reason is known", () => {
    for (const rule of ["BL34", "bl34", "order-of-runs"]) {
      const { found, waived, diagnostics } = waiving("BL34", { rule, reason: "the machine was ours for an hour" });
      assert.deepEqual([...found, ...diagnostics], []);
      assert.deepEqual(
        waived.map((one) => [one.rule.id, one.reason, one.facts.length]),
        [["BL34", "the machine was ours for an hour", 1]],
      );
    }
  });

  test("needs a reason", () => {
    const { found, waived, read } = waiving("BL34", { rule: "BL34" });
    assert.deepEqual(
      read.map(({ code }) => code),
      ["missing-field"],
    );
    assert.equal(waived.length, 0);
    assert.deepEqual(
      found.map(({ code }) => code),
      ["BL34"],
    );
  });

  test("cannot stand for arithmetic or identity", () => {
    for (const rule of ["BL15", "BL21", "BL30"]) {
      const { found, waived, diagnostics } = waiving(rule, { rule, reason: "it is so" });
      assert(found.some(({ code }) => code === rule));
      assert.deepEqual(waived, []);
      assert.deepEqual(
        diagnostics.map(({ code, severity }) => [code, severity]),
        [["rule-fixed", "error"]],
      );
    }
  });

  test("names a rule that exists and that finds something", () => {
    const unknown = waiving("BL34", { rule: "order-of-run", reason: "…" }).diagnostics.map(formatDiagnostic);
    assert.match(unknown.join(), /unknown-rule: there is no rule "order-of-run"\n {2}Did you mean order-of-runs\?$/);
    const unused = waiving("BL34", { rule: "BL24", reason: "…" }).diagnostics.map(formatDiagnostic);
    assert.match(unused.join(), /^posts\/\S+:\d+:\d+ warning unused-waiver: BL24 finds nothing to waive here/);
  });
});

suite("the settings of a site", () => {
  test("silence rules, weigh them otherwise and move their thresholds", () => {
    const { lint, said } = settings({ BL34: "off", BL47: { severity: "error", months: 1 }, BL35: "warning" });
    assert.deepEqual(said, []);
    const draft = clean();
    spoilt["BL34"]!(draft);
    assert.deepEqual(lintDraft(draft, { lint, today: "2026-11-23" }).found, []);
    const late = lintDraft(draft, { lint, today: "2026-12-24" }).found;
    assert.deepEqual(
      late.map(({ code, severity }) => [code, severity]),
      [["BL47", "error"]],
    );
  });

  test("are told from mistakes", () => {
    assert.deepEqual(settings({ BL99: "off", BL15: "warning", BL47: { days: 3 }, BL12: "loud" }).said, [
      'unknown-rule: there is no rule "BL99" | Rules are BL01 to BL50; docs/honesty.md explains them.',
      "rule-fixed: BL15 is an error and stays one | Arithmetic and identity hold for everybody: delete this line.",
      'unknown-threshold: BL47 has no "days" | It has severity, months.',
      'unknown-value: BL12 is the text "loud" | Write one of "error", "warning", "off".',
    ]);
  });
});

test("only contradictions keep an article from being published", () => {
  const contradictory = Object.entries(spoilt).flatMap(([id, spoil]) => {
    const draft = clean();
    spoil(draft);
    return lintDraft(draft).contradictions.length > 0 ? id : [];
  });
  assert.deepEqual(contradictory, ["BL15", "BL21", "BL30"]);
});
