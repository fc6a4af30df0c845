import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { suite, test } from "node:test";
import * as fc from "fast-check";
import { parseBench } from "../../src/benchmark/bench.ts";
import { methodOf, recordedMethod } from "../../src/benchmark/method/method.ts";
import { parseDataset } from "../../src/benchmark/parse.ts";
import { formatDiagnostic } from "../../src/source/diagnostic.ts";
import { parseFrontMatter } from "../../src/site/posts/front-matter.ts";

function read(bench: string) {
  const { fields } = parseFrontMatter({ file: "posts/some.md", text: `---\n${bench}---\n` });
  return parseBench(fields);
}

const file = "data/message-bus.json";
const text = readFileSync(join(import.meta.dirname, "../..", file), "utf8");
const { dataset: messageBus } = parseDataset({ file, text }, "message-bus");
const recorded = () => messageBus;

/** Names that mean something at some depth, and one that means nothing. */
const keys = [
  "env",
  "sut",
  "cpu",
  "software",
  "load",
  "generator",
  "connections",
  "sampling",
  "waive",
  "rule",
  "claims",
  "x",
];

suite("bench: of a front matter", () => {
  test("is null where the post says nothing", () => {
    assert.deepEqual(read("title: x\n"), { bench: null, diagnostics: [] });
    assert.deepEqual(read("bench:\n"), { bench: null, diagnostics: [] });
  });

  test("gives what is declared, typed, and null for the rest", () => {
    const { bench, diagnostics } = read(
      [
        "bench:",
        "  env:",
        '    sut: {cpu: EPYC, cores: 8, smt: on, turbo: false, kernel: "6.1"}',
        "    software: {node: {runtime: node 22.9.0, workers: 8}}",
        "  load: {model: open, connections: {count: 256, http: 1.1, tls: false}}",
        "  sampling: {unit: run, runs: 10}",
        "  measured_at: 2026-10-30",
        "  waive: [{rule: BL24, reason: the sweep ends where money did}]",
        "",
      ].join("\n"),
    );
    assert.deepEqual(diagnostics, []);
    const { method, waivers } = bench!;
    assert.equal(method.sut.smt, "on");
    assert.equal(method.sut.turbo, "off");
    assert.equal(method.sut.kernel, "6.1");
    assert.equal(method.sut.os, null);
    assert.equal(method.software.get("node")?.workers, 8);
    assert.equal(method.load.connections.http, "1.1");
    assert.equal(method.load.connections.tls, false);
    assert.equal(method.load.generator.name, null);
    assert.equal(method.measuredAt, "2026-10-30");
    assert.deepEqual(waivers, [
      { rule: "BL24", reason: "the sweep ends where money did", path: ["bench", "waive", 0] },
    ]);
  });

  test("tells all faults with their places", () => {
    const { diagnostics } = read(
      [
        "bench:",
        "  env: {sut: {cores: many, kernel: 6.1}}",
        "  load: {model: opne, warmup_s: -1, conections: {}}",
        "  measured_at: yesterday",
        "  waive: [{rule: BL24}]",
        "",
      ].join("\n"),
    );
    assert.deepEqual(
      diagnostics.map(formatDiagnostic).map((text) => text.split("\n")[0]),
      [
        'posts/some.md:3:22 wrong-type: bench.env.sut.cores is the text "many"; a number is needed',
        "posts/some.md:3:36 wrong-type: bench.env.sut.kernel is the number 6.1; a text is needed",
        'posts/some.md:4:17 unknown-value: bench.load.model is the text "opne"',
        "posts/some.md:4:33 out-of-range: bench.load.warmup_s is the number -1",
        'posts/some.md:4:37 warning unknown-field: "conections" is not a field here',
        'posts/some.md:5:16 wrong-type: bench.measured_at is the text "yesterday"; a day is needed',
        'posts/some.md:6:11 missing-field: bench.waive[0] has no "reason"',
      ],
    );
  });
});

suite("the method of a dataset in a post", () => {
  test("is what the dataset recorded", () => {
    const method = recordedMethod(recorded());
    assert.equal(method.sut.cores, 2);
    assert.equal(method.sut.governor, null);
    assert.equal(method.loadMachine.sameHost, true);
    assert.equal(method.software.get("gevent-1")?.runtime, "cpython 3.11.2");
    assert.equal(method.load.generator.name, "httperf");
    assert.equal(method.load.connections.tls, false);
    assert.equal(method.load.latencyFrom, "actual-send");
    assert.equal(method.sampling.spread, "stdev");
    assert.equal(method.measuredAt, "2026-11-23");
    assert.deepEqual(methodOf(recorded(), null), method);
  });

  test("is changed field by field by what the post declares", () => {
    const { bench } = read(
      "bench: {env: {software: {node-1: {build: debug}}}, load: {order: sequential, generator: {version: 0.9.1}}}\n",
    );
    const method = methodOf(recorded(), bench);
    assert.equal(method.load.order, "sequential");
    assert.equal(method.load.model, "partly-open");
    assert.deepEqual([method.load.generator.name, method.load.generator.version], ["httperf", "0.9.1"]);
    assert.deepEqual(
      [method.software.get("node-1")?.build, method.software.get("node-1")?.runtime],
      ["debug", "node 20.20.2"],
    );
  });

  test("is read from anything without an error of the program's", () => {
    const anything = fc.object({ key: fc.constantFrom(...keys), maxDepth: 3 });
    fc.assert(
      fc.property(anything, anything, (bench, recordedThere) => {
        const source = { file: "posts/x.md", text: "" };
        const located = { source, value: { bench }, offsetsOf: (all: readonly unknown[]) => all.map(() => 0) };
        const dataset = { ...recorded(), environment: recordedThere, load: recordedThere, sampling: recordedThere };
        const { bench: read } = parseBench(located);
        assert.deepEqual(Object.keys(methodOf(dataset, read)), Object.keys(recordedMethod(dataset)));
      }),
      { numRuns: 100, seed: 4 },
    );
  });

  test("takes words of a dataset's own for nothing said", () => {
    const dataset = { ...recorded(), load: { model: "bursts", warmup_s: "some", connections: "a few" } };
    const { load } = recordedMethod(dataset);
    assert.deepEqual([load.model, load.warmupS, load.connections.count], [null, null, null]);
  });
});
