import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { suite, test } from "node:test";
import { Ajv2020 } from "ajv/dist/2020.js";
import { parseBench } from "../../src/benchmark/bench.ts";
import * as fields from "../../src/benchmark/method/fields.ts";
import { parseChartSpec } from "../../src/chart/spec-parse.ts";
import { readHead } from "../../src/site/posts/head.ts";
import { parseFrontMatter } from "../../src/site/posts/front-matter.ts";
import type { Located } from "../../src/source/located.ts";

const root = join(import.meta.dirname, "..", "..");
const read = (name: string) => JSON.parse(readFileSync(join(root, "data", name), "utf8"));
const schema = read("front-matter.schema.json");
const isValid = new Ajv2020({ strict: true, allowUnionTypes: true, strictRequired: false })
  .addSchema(read("dataset.schema.json"), "dataset.schema.json")
  .compile(schema);

/** A head in which every field stands that a post can have. */
const full = `---
title: Two servers
summary: Which answers more.
layout: post.html
tags: [node, queues]
id: 75ff3fe6-0439-4ab3-971e-abbfb15720dc
date: 2026-11-23
updated: 2026-11-24T10:00Z
author: Ada
draft: true
image: sign.svg
data: [bus, other]
charts:
  one: {metric: latency, stat: p99, series: [node, python], mark: line, title: A, caption: B, spread: ci, reference: none}
  two: {x: {scale: log, domain: [1, 10], label: X, order: data, origin: start}, y: {scale: linear}, at: [400, "800"], annotations: [{x: 4, label: Here}], runs: true, orientation: lying, was: [old]}
bench:
  question: Which?
  claims: [{metric: latency, a: node, b: python, at: peak, says: less, factor: 3.1, data: bus}]
  env:
    sut: {cpu: EPYC, sockets: 1, cores: 8, smt: on, governor: performance, turbo: off, ram_gb: 32, os: Debian, kernel: "6.1", host: vm, instance: m5, nic_gbps: 10}
    load: {same_host: false, cpu: EPYC, cores: 8, pinned: 0-3}
    software: {node: {runtime: node 22.9.0, framework: fastify 5.0, build: release, workers: 8}}
  load:
    generator: {name: wrk2, version: 44a94c1, command: "wrk2 -R{rate}"}
    model: open
    arrival: constant
    latency_from: intended-start
    connections: {count: 256, reuse: keepalive, http: 1.1, tls: false, pipelining: 1}
    timeout_s: 8
    warmup_s: 0
    duration_s: 60
    think_time_s: 0
    cache: warm
    order: interleaved
  sampling: {unit: run, runs: 10, centre: median, spread: ci95, outliers_removed: 0, outliers_method: none, percentiles_from: merged-histogram, correction: holm}
  artefacts: {data: data/bus.json, sha256: abc, repo: "https://example.org", commit: 1, run: make bench}
  measured_at: 2026-10-30
  interest: none
  subset_reason: too many
  waive: [{rule: BL24, reason: money}]
---
`;

/** What no schema can say: that a day exists, that one number is below another. */
const beyondSchema = new Set(["post-date", "bad-domain"]);

function codesOf(value: unknown): string[] {
  const located: Located = { source: { file: "x.md", text: "" }, value, offsetsOf: (all) => all.map(() => 0) };
  const { head, diagnostics } = readHead(located, "post");
  const all = [...diagnostics, ...parseBench(located).diagnostics];
  for (const id of head.charts) all.push(...parseChartSpec(located, ["charts", id]).diagnostics);
  return all.filter(({ severity }) => severity === "error").map(({ code }) => code);
}

function agree(value: unknown, what: string): void {
  const codes = codesOf(value);
  const valid = isValid(value);
  if (codes.length === 0) assert.equal(valid, true, `${what}: ${JSON.stringify(isValid.errors)}`);
  else if (!codes.every((code) => beyondSchema.has(code)))
    assert.equal(valid, false, `${what} has ${codes.join(", ")}`);
}

/** Every way to delete an entry of a value or to put something else in its place, with its path. */
function* changes(value: unknown): Generator<readonly [path: string, changed: unknown]> {
  for (const other of [null, 7, -1.5, "", "odd", "2026-11-23", true, [], {}, [null], ["a", "a"], { a: 1 }]) {
    yield [`: ${JSON.stringify(other)}`, other];
  }
  if (typeof value !== "object" || value === null) return;
  for (const [name, item] of Object.entries(value)) {
    const isList = Array.isArray(value);
    if (!isList)
      yield [`.${name} deleted`, Object.fromEntries(Object.entries(value).filter(([other]) => other !== name))];
    for (const [path, changed] of changes(item)) {
      yield [`.${name}${path}`, isList ? value.with(Number(name), changed) : { ...value, [name]: changed }];
    }
  }
}

suite("the schema of front matter and its parser agree", () => {
  const { value } = parseFrontMatter({ file: "x.md", text: full }).fields;

  test("on a head with every field and everything that one change makes of it", () => {
    assert.deepEqual(codesOf(value), []);
    agree(value, "the sample");
    for (const [path, changed] of changes(value)) if (!path.startsWith(":")) agree(changed, path);
  });

  test("on the names of fields", () => {
    const { bench } = schema.$defs;
    const { env, load, sampling, artefacts } = bench.properties;
    const { sut, load: machine, software } = env.properties;
    const pairs: [fields: Readonly<Record<string, { readonly name: string }>>, schema: { properties: object }][] = [
      [fields.sutFields, sut],
      [fields.loadMachineFields, machine],
      [fields.softwareFields, software.additionalProperties],
      [fields.loadFields, load],
      [fields.generatorFields, load.properties.generator],
      [fields.connectionFields, load.properties.connections],
      [fields.samplingFields, sampling],
      [fields.artefactFields, artefacts],
    ];
    for (const [table, { properties }] of pairs) {
      for (const { name } of Object.values(table)) assert.ok(name in properties, name);
    }
  });
});
