import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { suite, test } from "node:test";
import { parse } from "jsonc-parser";
import { parseBench } from "../../src/benchmark/bench.ts";
import { parseChartSpec } from "../../src/chart/spec-parse.ts";
import { parseFrontMatter } from "../../src/site/posts/front-matter.ts";
import { readHead } from "../../src/site/posts/head.ts";
import { type Diagnostic, formatDiagnostic } from "../../src/source/diagnostic.ts";

const root = join(import.meta.dirname, "..", "..");
const read = <T>(file: string): T => parse(readFileSync(join(root, ".vscode", file), "utf8")) as T;

interface Snippet {
  readonly prefix: string;
  readonly body: readonly string[];
}

/** A snippet as it stands when its places are left as they are; an empty place gets a word. */
function expand({ body }: Snippet): string {
  return body
    .join("\n")
    .replace("$CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE", "2026-11-23")
    .replace(/\$\{\d+\|([^,|]*)[^}]*\}/g, "$1")
    .replace(/\$\{\d+:([^}]*)\}/g, "$1")
    .replace(/\$\d+/g, "some");
}

suite("what VS Code is told", () => {
  const snippets = Object.values(read<Readonly<Record<string, Snippet>>>("benchpost.code-snippets"));

  test("its schemas are there", () => {
    const settings = read<{ "json.schemas": { url: string }[]; "yaml.schemas": object }>("settings.json");
    const files = [...settings["json.schemas"].map(({ url }) => url), ...Object.keys(settings["yaml.schemas"])];
    assert.equal(files.length, 2);
    for (const file of files) assert.ok(existsSync(join(root, file)), file);
  });

  test("its snippets come with Tab, which Markdown has not by itself", () => {
    const { "[markdown]": own } = read<{ "[markdown]": Record<string, string> }>("settings.json");
    assert.equal(own["editor.tabCompletion"], "onlySnippets");
    const table = readFileSync(join(root, "docs/site.md"), "utf8").split("## In an editor")[1]!.split("\n## ")[0]!;
    const told = [...table.matchAll(/^\| (`.*?) \|/gm)].flatMap(([, cell]) =>
      [...cell!.matchAll(/`([^`]+)`/g)].map(([, word]) => word),
    );
    assert.deepEqual(told.toSorted(), snippets.map(({ prefix }) => prefix).toSorted());
  });

  for (const snippet of snippets) {
    test(`the snippet ${snippet.prefix} is right as it stands`, () => {
      const text = expand(snippet);
      if (text.includes("<div")) return assert.match(text, /^<div id="[\w-]+" class="flot( flot-short)?"><\/div>\n$/);
      const head = /^\S/.test(text) ? text : `bench:\n${text}`;
      const { fields } = parseFrontMatter({ file: "x.md", text: `---\ntitle: T\nsummary: S\n${head}\n---\n` });
      const charts = readHead(fields, "post");
      const { bench, diagnostics } = parseBench(fields);
      const all = [...charts.diagnostics, ...diagnostics];
      for (const id of charts.head.charts) all.push(...parseChartSpec(fields, ["charts", id]).diagnostics);
      assert.deepEqual(all.map(formatDiagnostic), []);
      assert.ok(bench !== null || charts.head.charts.length > 0);
    });
  }

  test("it finds the places in what check says", () => {
    const { tasks } = read<{ tasks: { problemMatcher: { pattern: { regexp: string } } }[] }>("tasks.json");
    const pattern = new RegExp(tasks[0]!.problemMatcher.pattern.regexp, "m");
    const fault: Diagnostic = {
      severity: "warning",
      code: "BL12",
      file: "posts/a.md",
      place: { line: 12, column: 3 },
      fact: "the band: reaches",
      help: "Show: quantiles.",
    };
    assert.deepEqual(pattern.exec(formatDiagnostic(fault))?.slice(1), [
      "posts/a.md",
      "12",
      "3",
      "warning",
      "BL12",
      "the band: reaches",
    ]);
    assert.equal(pattern.exec(formatDiagnostic({ ...fault, severity: "error" }))?.[4], undefined);
    assert.equal(pattern.exec("  Show: quantiles."), null);
  });
});
