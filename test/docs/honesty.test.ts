import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { suite, test } from "node:test";
import { parseBench } from "../../src/benchmark/bench.ts";
import { rules } from "../../src/benchmark/lint/rules/list.ts";
import { parseFrontMatter } from "../../src/site/posts/front-matter.ts";
import { readSettings } from "../../src/site/settings.ts";

const page = readFileSync(join(import.meta.dirname, "../../docs/honesty.md"), "utf8");

/** The blocks of code in a language. */
function blocks(language: string): string[] {
  return [...page.matchAll(new RegExp(`^\`\`\`${language}\n([^]*?)^\`\`\`$`, "gm"))].map(([, code]) => code!);
}

suite("docs/honesty.md", () => {
  const [, ...sections] = page.split(/^### /m);

  test("has a section for each rule, in their order", () => {
    assert.deepEqual(
      sections.map((section) => section.split("\n")[0]),
      rules.map(({ id }) => id),
    );
  });

  for (const [index, rule] of rules.entries()) {
    test(`says of ${rule.id} what the program does, why, and who asks for it`, () => {
      const parts = (sections[index] ?? "").split("\n\n").slice(1);
      const [first, reason = "", last] = parts.filter((part) => !part.startsWith("!["));
      const fixed = rule.waivable ? "" : ", cannot be waived";
      assert.equal(first, `**${rule.name}**, ${rule.severity}${fixed}. ${rule.summary}`);
      assert(reason.length > 60);
      const thresholds = Object.entries(rule.thresholds).map(([name, value]) => `\`${name}\` ${value}`);
      const numbers = thresholds.length === 0 ? "" : ` Thresholds: ${thresholds.join(", ")}.`;
      assert.equal(last?.trim(), `Asked for by: ${rule.source}.${numbers}`);
    });
  }

  test("has examples that can be read as they are", () => {
    const benches = blocks("yaml").filter((code) => code.startsWith("bench:"));
    assert.equal(benches.length, 2);
    for (const code of benches) {
      const { fields } = parseFrontMatter({ file: "posts/x.md", text: `---\n${code}---\n` });
      assert.deepEqual(parseBench(fields).diagnostics, []);
    }
    for (const text of blocks("json")) {
      const { diagnostics } = readSettings({ file: "site.json", text }, { url: "https://a.example" });
      assert.deepEqual(diagnostics, []);
    }
  });
});
