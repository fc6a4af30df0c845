import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { suite, test } from "node:test";
import { stringify } from "yaml";
import { rules } from "../../src/benchmark/lint/rules/list.ts";
import { toJson } from "../../src/cli/check/json.ts";
import type { Judged } from "../../src/cli/check/judged.ts";
import { formatFindings, verdict } from "../../src/cli/check/people.ts";
import { toSarif } from "../../src/cli/check/sarif.ts";
import { clean, type Draft } from "../benchmark/lint/clean.ts";
import { spoilt } from "../benchmark/lint/spoilt.ts";
import { said, temporaryFolder } from "./effects.ts";
import { benchpost } from "./program.ts";

const stale = rules.find(({ id }) => id === "BL47")!;

/** One finding of a rule, one of none, one rule waived. */
const judged: Judged = {
  posts: 2,
  charts: 3,
  stopped: false,
  diagnostics: [
    {
      severity: "error",
      code: "BL47",
      file: "posts/2026-01-01-zwei wörter.md",
      place: { line: 3, column: 5 },
      fact: "it is old",
      help: "Measure again.",
      rule: stale,
    },
    {
      severity: "warning",
      code: "dead-link",
      file: "posts/b.md",
      place: { line: 9, column: 1 },
      fact: "x leads nowhere",
      help: "Mend it.",
    },
  ],
  waived: [{ file: "posts/b.md", rule: "BL31", reason: "there is one machine" }],
};

suite("check", () => {
  test("tells people the place, the way out and who asks for it", () => {
    assert.equal(
      formatFindings(judged),
      [
        "posts/2026-01-01-zwei wörter.md:3:5 BL47: it is old",
        "  Measure again.",
        "  BL47 stale: ClickHouse/ClickBench#667",
        "posts/b.md:9:1 warning dead-link: x leads nowhere",
        "  Mend it.",
        "",
      ].join("\n"),
    );
    assert.equal(verdict(judged), "2 posts, 3 charts: 1 error, 1 warning; 1 rule waived");
    assert.equal(verdict({ ...judged, diagnostics: [], waived: [] }), "2 posts, 3 charts: no faults");
    assert.equal(verdict({ ...judged, stopped: true, waived: [] }), "a build would stop: 1 error, 1 warning");
  });

  test("tells programs all of it", () => {
    const { findings, ...rest } = JSON.parse(toJson(judged)) as { findings: unknown[] };
    assert.deepEqual(rest, {
      schema: "benchpost-check/1",
      stopped: false,
      posts: 2,
      charts: 3,
      waived: [{ file: "posts/b.md", rule: "BL31", reason: "there is one machine" }],
    });
    assert.deepEqual(findings[0], {
      severity: "error",
      code: "BL47",
      file: "posts/2026-01-01-zwei wörter.md",
      line: 3,
      column: 5,
      fact: "it is old",
      help: "Measure again.",
      rule: { name: "stale", summary: stale.summary, source: stale.source, waivable: true },
    });
    assert.equal(findings.length, 2);
  });

  test("gives code review SARIF: results that name their rules, places, and what is suppressed and why", () => {
    const { version, runs } = JSON.parse(toSarif(judged, "1.2.3")) as {
      version: string;
      runs: {
        tool: { driver: { name: string; version: string; rules: { id: string; name?: string }[] } };
        columnKind: string;
        results: { ruleId: string; ruleIndex: number; level: string; locations: unknown[]; suppressions?: unknown[] }[];
      }[];
    };
    const [run] = runs;
    assert.equal(version, "2.1.0");
    assert.equal(run!.columnKind, "utf16CodeUnits");
    const { rules: told } = run!.tool.driver;
    for (const { ruleId, ruleIndex } of run!.results) assert.equal(told[ruleIndex]?.id, ruleId);
    assert.deepEqual(
      run!.results.map(({ ruleId, level, suppressions }) => [ruleId, level, suppressions]),
      [
        ["BL47", "error", undefined],
        ["dead-link", "warning", undefined],
        ["BL31", "note", [{ kind: "inSource", justification: "there is one machine" }]],
      ],
    );
    assert.deepEqual(run!.results[0]!.locations, [
      {
        physicalLocation: {
          artifactLocation: { uri: "posts/2026-01-01-zwei%20w%C3%B6rter.md", uriBaseId: "%SRCROOT%" },
          region: { startLine: 3, startColumn: 5 },
        },
      },
    ]);
  });

  test("prints one form", async () => {
    const { exitCode, stderr } = await said(["check", "--json", "--sarif"]);
    assert.deepEqual(
      [exitCode, stderr],
      [2, "benchpost check: --json and --sarif exclude each other\n  Ask for one.\n"],
    );
  });
});

test("check ends with 1 where it shall", async (t) => {
  const cwd = temporaryFolder(t);
  const root = join(import.meta.dirname, "..", "..");
  const save = (draft: Draft): void => {
    const { head, text, data, raw } = draft;
    head.bench.measured_at = new Date().toISOString().slice(0, 10);
    mkdirSync(join(cwd, "posts"), { recursive: true });
    mkdirSync(join(cwd, "data/raw/bus"), { recursive: true });
    writeFileSync(
      join(cwd, ".eleventy.js"),
      `export { default } from ${JSON.stringify(join(root, ".eleventy.js"))};\n`,
    );
    writeFileSync(join(cwd, "package.json"), '{ "type": "module" }\n');
    writeFileSync(join(cwd, "site.json"), '{ "url": "https://a.example" }\n');
    writeFileSync(join(cwd, "posts/2026-11-02-bus.md"), `---\n${stringify(head)}---\n${text}`);
    writeFileSync(join(cwd, "data/bus.json"), JSON.stringify(data));
    writeFileSync(join(cwd, "data/raw/bus/node.txt"), raw);
  };
  save(clean());
  const good = await benchpost(["check", "--strict"], { cwd });
  assert.deepEqual([good.code, good.stderr], [0, "1 post, 3 charts: no faults\n"]);
  const poor = clean();
  spoilt["BL01"]!(poor);
  save(poor);
  const told = await benchpost(["check"], { cwd });
  assert.match(told.stderr, /^posts\/2026-11-02-bus\.md:\d+:\d+ BL01: [^]*\n1 post, 3 charts: 1 error\n$/);
  assert.equal(told.code, 0);
  const strict = await benchpost(["check", "--strict", "--sarif", "-q"], { cwd });
  assert.deepEqual([strict.code, strict.stderr], [1, ""]);
  assert.match(strict.stdout, /"ruleId": "BL01"/);
});
