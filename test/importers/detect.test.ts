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
      "file-empty": [""],
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
