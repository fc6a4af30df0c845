import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { checkClaim } from "../../src/benchmark/claim/check.ts";
import { type Claim, readClaims } from "../../src/benchmark/claim/claim.ts";
import { seeded } from "../../src/benchmark/random.ts";
import { collectFaults, written } from "../../src/source/faults.ts";
import { normal, sweep } from "./insights/simulate.ts";

const rates = [100, 200, 300];
const random = normal(seeded(7));
const runs = (figure: (rate: number) => number) =>
  rates.map((rate) => Array.from({ length: 8 }, () => figure(rate) * (1 + 0.005 * random())));
const none = { share: rates.map(() => 0), n: rates.map((rate) => 30 * rate) };
const dataset = sweep(rates, [
  { id: "node", throughput: runs((rate) => rate), latency: runs(() => 0.01), errors: none },
  { id: "python", throughput: runs((rate) => Math.min(rate, 102)), latency: runs(() => 0.01), errors: none },
]);

const claim: Claim = {
  metric: "throughput",
  a: "node",
  b: "python",
  at: 300,
  says: "greater",
  factor: null,
  data: null,
  path: [],
};
const check = (change: Partial<Claim>) => checkClaim({ ...claim, ...change }, [dataset]);

suite("a claim", () => {
  test("is carried where the interval leaves 1 out on its side, and by no other", () => {
    assert.equal(check({}), null);
    assert.equal(check({ a: "python", b: "node", says: "less" }), null);
    assert.match(
      check({ says: "less" })!.fact,
      /^claim "node < python at 300.req\/s" is not supported: ratio 2\.9\d?, /,
    );
    assert.match(
      check({ at: 100 })!.fact,
      /not supported: ratio (0\.99\d*|1(\.00\d*)?), 95 % interval 0\.99\d* to 1(\.\d+)?$/,
    );
    assert.equal(check({ at: 100, says: "equal" }), null);
    assert.notEqual(check({ says: "equal" }), null);
  });

  test("of a factor is carried where the interval holds it", () => {
    assert.equal(check({ factor: 2.94 }), null);
    assert.equal(check({ factor: 2.94, a: "python", b: "node", says: "less" }), null);
    assert.match(check({ factor: 3.2 })!.fact, /, factor 3\.2" is not supported/);
  });

  test("of peaks compares each at its own, and of every place asks each", () => {
    assert.equal(check({ at: "peak", factor: 3 }), null);
    assert.match(check({ at: "every" })!.fact, /node > python at 100.req\/s"/);
  });

  test("of figures that are 0 is held against their difference", () => {
    const x = [100, 200];
    const failing = sweep(x, [
      { id: "node", latency: x.map(() => [0, 0, 0]) },
      { id: "python", latency: x.map((rate) => (rate === 100 ? [0, 0, 0] : [0.2, 0.21, 0.19])) },
    ]);
    const held = (change: Partial<Claim>) => checkClaim({ ...claim, metric: "latency", at: 200, ...change }, [failing]);
    assert.equal(held({ says: "less" }), null);
    assert.match(held({ says: "greater" })!.fact, /the means are 0 and 0\.2/);
    assert.equal(held({ says: "equal", at: 100 }), null);
    assert.match(held({ says: "less", factor: 2 })!.fact, /there is no factor$/);
  });

  test("of what there is not names what there is", () => {
    assert.deepEqual(check({ metric: "throughputs" }), {
      field: "metric",
      fact: 'there is no metric "throughputs"',
      help: 'Did you mean "throughput"?',
    });
    assert.equal(check({ b: "pyton" })?.help, 'Did you mean "python"?');
    assert.equal(check({ at: 150 })?.help, "Both were measured at 100, 200, 300.");
    assert.equal(check({ data: "other" })?.field, "data");
  });

  test("from single runs is not carried", () => {
    const single = sweep(rates, [
      { id: "node", throughput: rates.map((rate) => [rate]) },
      { id: "python", throughput: rates.map((rate) => [rate / 2]) },
    ]);
    assert.match(checkClaim(claim, [single])!.fact, /nothing says how much the figures vary \(n = 1 and 1\)$/);
    assert.match(checkClaim({ ...claim, at: "peak" }, [single])!.fact, /^no sustained peak of node is known$/);
  });
});

test("claims are read with all their faults", () => {
  const read = (claims: unknown) => {
    const located = {
      source: { file: "a.md", text: "" },
      value: { claims },
      offsetsOf: (all: readonly unknown[]) => all.map(() => 0),
    };
    const faults = collectFaults(located);
    return {
      claims: readClaims(written(located, faults, ["claims"])),
      codes: faults.diagnostics().map(({ code }) => code),
    };
  };
  assert.deepEqual(read([{ metric: "throughput", a: "node", b: "python", at: "peak", says: "greater", factor: 3 }]), {
    claims: [{ ...claim, at: "peak", factor: 3, path: ["claims", 0] }],
    codes: [],
  });
  assert.deepEqual(read([{ metric: "throughput", a: "node", at: 3, says: "more", factor: 0.5 }]), {
    claims: [],
    codes: ["missing-field", "unknown-value", "out-of-range"],
  });
});
