import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { basename, join, relative } from "node:path";
import { describe, it } from "node:test";
import { importers } from "../../src/importers/list.ts";
import { sniff } from "../../src/importers/sniff.ts";

const root = join(import.meta.dirname, "..", "..");
const claimants = (file: string, bytes: Uint8Array) =>
  importers.filter((importer) => importer.claims(sniff(file, bytes))).map(({ name }) => name);
const filesBelow = (folder: string) =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

describe("claims", () => {
  it("has one importer for each output of a tool", () => {
    const outputs = filesBelow("test/importers/fixtures").filter(
      (file) => !/^(?:SOURCE|expected)\./.test(basename(file)),
    );
    const others = outputs
      .map((file) => `${relative(root, file)}: ${claimants(file, readFileSync(file)).join(", ") || "none"}`)
      .filter((line) => !/: [\w-]+$/.test(line) || line.endsWith(": none"));
    assert.deepEqual(others, []);
    assert.ok(outputs.length > 100);
  });

  it("has none for the files of a project", () => {
    const files = [
      ...["README.md", "CHANGELOG.md", "LICENSE", "package.json", "package-lock.json", "tsconfig.json"].map((file) =>
        join(root, file),
      ),
      ...["docs", "data", "pages", "src/benchmark", "src/site/styles", "assets"].flatMap(filesBelow),
    ];
    const claimed = files
      .filter((file) => !file.includes(`${join("data", "raw")}`))
      .flatMap((file) => claimants(file, readFileSync(file)).map((name) => `${relative(root, file)}: ${name}`));
    assert.deepEqual(claimed, []);
    assert.ok(files.length > 100);
  });

  it("has none for logs and results of other kinds", () => {
    const others: Readonly<Record<string, string>> = {
      "access log":
        '127.0.0.1 - - [23/Nov/2026:10:00:00 +0100] "GET /total?requests=1 HTTP/1.1" 200 512 "-" "curl/8"\n',
      "application log":
        "2026-11-23T10:00:00Z INFO Running 10s job @ worker-1\n2026-11-23T10:00:01Z WARN Requests/sec high\n",
      "NDJSON log": '{"level":"info","time":1700000000,"msg":"request","latency":12,"code":200}\n'.repeat(3),
      "test report": "TAP version 13\nok 1 - works\n# tests 1\n# pass 1\n",
      JUnit: '<?xml version="1.0"?>\n<testsuites><testsuite name="a" tests="1"/></testsuites>\n',
      "Go test": "=== RUN   TestSum\n--- PASS: TestSum (0.00s)\nPASS\nok  \texample.com/sum\t0.002s\n",
      "cargo test": "running 2 tests\ntest tests::adds ... ok\ntest result: ok. 2 passed; 0 failed\n",
      pytest: "collected 2 items\ntest_a.py ..  [100%]\n2 passed in 0.01s\n",
      ls: "total 12\ndrwxr-xr-x 2 me me 4096 Nov 23 10:00 results\n",
      vmstat: "procs -----------memory----------\n r  b   swpd   free\n 1  0      0 100000\n",
      people: "name,age,city\nAnn,31,Bonn\nBen,45,Bern\n",
      "measurements without a tool": "size,ms\n1,2\n2,4\n",
      GeoJSON: '{"type":"FeatureCollection","features":[]}',
      "package lock": '{"name":"x","lockfileVersion":3,"packages":{"":{"version":"1.0.0"}}}',
      trace: '{"traceEvents":[{"name":"a","ph":"X","ts":1,"dur":2}]}',
      ESLint: '[{"filePath":"a.js","messages":[],"errorCount":0,"warningCount":0}]',
      YAML: "results:\n  - mean: 1\n    median: 1\n",
      diff: "--- a/x\n+++ b/x\n@@ -1 +1 @@\n-Requests per second: 1\n+Requests per second: 2\n",
    };
    for (const [what, text] of Object.entries(others))
      assert.deepEqual(claimants("file", new TextEncoder().encode(text)), [], what);
  });
});
