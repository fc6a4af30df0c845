import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { detect, importerNamed } from "../../src/importers/detect.ts";
import { importers } from "../../src/importers/list.ts";
import { sniff } from "../../src/importers/sniff.ts";
import { SourceError } from "../../src/source/error.ts";

const bytes = (text: string) => sniff("some-file", new TextEncoder().encode(text));
const code = (act: () => unknown) => {
  try {
    act();
  } catch (error) {
    if (error instanceof SourceError) return error.diagnostics[0]!.code;
    throw error;
  }
  return "nothing thrown";
};

describe("detect", () => {
  it("knows no importer for files that are no tool's output", () => {
    const others = {
      "format-unknown": [
        "# A project\n\nWith a readme.\n",
        "2026-11-23 10:00:00 INFO started\n",
        readFileSync("package.json", "utf8"),
        "a,b\n1,2\n",
        '{"x":1}\n{"x":2}\n',
      ],
      "html-page": ["<!DOCTYPE html>\n<title>502 Bad Gateway</title>"],
      "file-empty": ["", "\ufeff \r\n\r\n"],
      "file-binary": ["\u007fELF\u0000\u0001\u0002"],
      "json-truncated": ['{"results": [{"command": "node"'],
      "json-syntax": ['{"results": nonsense}'],
    };
    for (const [expected, texts] of Object.entries(others)) {
      for (const text of texts)
        assert.equal(
          code(() => detect(bytes(text))),
          expected,
          text.slice(0, 40),
        );
    }
  });

  it("takes nothing out of the middle of JSON that breaks off", () => {
    const whole = '{"results": [\n  {"transactions": 1, "availability": 100, "transaction_rate": 2},\n  {"mean": 1}]}';
    for (let end = 1; end < whole.length; end++)
      assert.equal(
        code(() => detect(bytes(whole.slice(0, end)))),
        "json-truncated",
      );
  });

  it("names the columns of a table, in CSV and in JSON, and none in prose with commas", () => {
    const help = (text: string) => {
      try {
        detect(bytes(text));
      } catch (error) {
        return error instanceof SourceError ? error.diagnostics[0]!.help : "";
      }
      return "";
    };
    assert.match(help("a,b\n1,2\n"), /^A table with the columns a, b:/);
    assert.match(help('[{"size": 1, "ms": 2},\n{"size": 2, "ms": 3}]'), /^A table with the columns size, ms:/);
    assert.match(help("Here, as elsewhere, we measured\nwhat we could.\n"), /^Nearest are /);
    assert.match(help('{"name": "x", "version": "1"}'), /^Nearest are .*JSON/);
    assert.match(help('{\n  "schema": "benchpost/1",\n  "title": "Bus"\n}'), /^This is a dataset already/);
  });

  it("names each importer once", () => {
    assert.equal(new Set(importers.map((importer) => importer.name)).size, importers.length);
  });

  it("says so when --as names the wrong format or none", () => {
    const table = bytes("dem_req_rate\treq_rate_a\n1\t2\n");
    assert.equal(
      code(() => importerNamed("httperf", table)),
      "format-mismatch",
    );
    assert.equal(
      code(() => importerNamed("autobnch", table)),
      "importer-unknown",
    );
    assert.equal(importerNamed("autobench", table).name, "autobench");
  });
});
