import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { suite, test } from "node:test";
import type { Bench } from "../../src/benchmark/bench.ts";
import { parseBench } from "../../src/benchmark/bench.ts";
import { type Card, toCard } from "../../src/benchmark/method/card.ts";
import { asDeclared } from "../../src/benchmark/method/declared.ts";
import { methodOf } from "../../src/benchmark/method/method.ts";
import { sustainedPeaks } from "../../src/benchmark/insights/sustained-peak.ts";
import { parseFrontMatter } from "../../src/site/posts/front-matter.ts";
import { sweep } from "./insights/simulate.ts";
import { parseValue, sample } from "./sample.ts";

const declared = `bench:
  question: Which one?
  interest: none
  measured_at: 2026-10-30T12:00:00Z
  env:
    sut: {cpu: EPYC, sockets: 2, cores: 8, smt: on, governor: performance, turbo: off, ram_gb: 32, os: Debian 12, kernel: "6.1",
      host: vm, instance: m5.large, nic_gbps: 10}
    load: {same_host: false, cpu: Xeon, cores: 1, pinned: true}
    software: {gevent-1: {runtime: cpython 3.13, framework: gevent 24, build: release, workers: 1}}
  load:
    generator: {name: wrk2, version: 44a94c1, command: "wrk2 -R{rate} URL"}
    model: open
    arrival: poisson
    latency_from: intended-start
    connections: {count: 1024, reuse: keepalive, http: 1.1, tls: false, pipelining: 1}
    timeout_s: 8
    warmup_s: 0.5
    duration_s: 60
    cache: warm
    order: randomised
    errors: every answer but 200
  sampling: {unit: process, runs: 10, centre: median, spread: ci95, outliers_removed: 2, outliers_method: Grubbs,
    percentiles_from: merged-histogram, correction: holm}
  artefacts: {repo: "https://bench.example", commit: abc, run: make bench}
`;

function bench(text: string): Bench {
  const { fields } = parseFrontMatter({ file: "posts/a.md", text: `---\n${text}---\n` });
  const { bench: read, diagnostics } = parseBench(fields);
  assert.deepEqual(diagnostics, []);
  return read!;
}

function cardOf(value: unknown, said: Bench | null, underLoad = true): Card {
  const { dataset } = parseValue(value);
  return toCard(dataset, methodOf(dataset, said), { bench: said, underLoad });
}

const plain = (text: string) => text.replaceAll("\u202F", " ");

suite("the method card", () => {
  test("shows everything that is declared, and then nothing is unknown", () => {
    const { groups, facts } = cardOf(sample(), bench(declared));
    const said = groups.flatMap(({ title, rows, unknown }) => [
      `# ${title}`,
      ...rows.map(({ label, text }) => `${label}: ${plain(text)}`),
      ...unknown.map((name) => `${name}?`),
    ]);
    assert.deepEqual(`${said.join("\n")}\n`, readFileSync(join(import.meta.dirname, "card.txt"), "utf8"));
    assert.equal(facts.join(), "wrk2 44a94c1,open load,10 runs,Debian 12,8 cores,virtual machine");
  });

  test("names all that nobody said", () => {
    const { groups, facts } = cardOf({ ...sample(), environment: {}, load: {}, sampling: {} }, null);
    assert.deepEqual(facts, []);
    const unknown = groups.flatMap((group) => group.unknown);
    for (const name of ["CPU", "Kernel", "Generator", "Model", "Warm-up", "Runs", "Spread"])
      assert.ok(unknown.includes(name), name);
  });

  test("asks for no generator where nothing was under load", () => {
    const { groups } = cardOf(sample(), null, false);
    assert.deepEqual(
      groups.filter(({ title }) => title === "Load" || title === "Connections"),
      [],
    );
  });

  test("puts versions beside the generators that they are of, as far as that can be known", () => {
    for (const [name, version, shown] of [
      ["httperf and wrk", "0.9.0 and 4.1.0", "httperf 0.9.0 and wrk 4.1.0"],
      ["httperf, wrk, and k6", "0.9.0, 4.1.0, v1.0", "httperf 0.9.0, wrk 4.1.0 and k6 v1.0"],
      ["httperf and wrk", "0.9.0", "httperf and wrk 0.9.0"],
      ["httperf and wrk", "0.9.0, self-built and patched", "httperf and wrk 0.9.0, self-built and patched"],
      ["httperf and wrk", "4.1.0 and self-built", "httperf and wrk 4.1.0 and self-built"],
      ["wrk2", "44a94c1, patched", "wrk2 44a94c1, patched"],
      ["httperf and wrk", null, "httperf and wrk"],
    ]) {
      const { groups, facts } = cardOf({ ...sample(), load: { generator: { name, version } } }, null);
      const row = groups.flatMap(({ rows }) => rows).find(({ label }) => label === "Generator");
      assert.equal(row?.text, shown);
      assert.equal(facts[0], shown);
    }
  });

  test("no field of the declaration is without effect", () => {
    const whole = JSON.stringify(cardOf(sample(), bench(declared)));
    const fields = [...declared.matchAll(/[{,] ?\w+: (?:"[^"]*"|[^,{}]+)/g)].filter(
      ([field]) => !/software|gevent-1/.test(field),
    );
    assert.ok(fields.length > 30);
    for (const [field] of fields) {
      const without = declared.replace(field, field[0] === "{" ? "{own: 1" : "");
      assert.notEqual(JSON.stringify(cardOf(sample(), bench(without))), whole, field);
    }
  });
});

test("a load that the post calls closed demanded no rate, whatever the dataset says", () => {
  const rates = [100, 200];
  const runs = rates.map((rate) => [rate, rate]);
  const errors = { share: [0, 0], n: [100, 100] };
  const dataset = sweep(rates, [{ id: "a", throughput: runs, errors }], { model: "open" });
  assert.equal(sustainedPeaks(dataset).length, 1);
  assert.deepEqual(sustainedPeaks(asDeclared(dataset, bench("bench: {load: {model: closed}}\n"))), []);
  assert.equal(asDeclared(dataset, null), dataset);
});
