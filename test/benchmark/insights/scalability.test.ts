import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { bestLevel, fitLaw, throughputAt } from "../../../src/benchmark/scalability.ts";
import { scalabilities } from "../../../src/benchmark/insights/scalability.ts";
import { seeded } from "../../../src/benchmark/random.ts";
import { parseValue } from "../sample.ts";
import { normal, said } from "./simulate.ts";

const law = { gamma: 900, alpha: 0.03, beta: 1e-4 };

/** Throughput measured at some levels of concurrency. */
function measured(levels: readonly number[], throughput: (n: number) => number, name = "concurrency") {
  return parseValue({
    schema: "benchpost/1",
    title: "Simulated",
    x: { name, label: "Connections", unit: "1" },
    metrics: { throughput: { label: "Throughput", unit: "1/s", display: "req/s", better: "higher" } },
    series: [{ id: "node", x: levels, values: { throughput: { mean: levels.map(throughput) } } }],
  }).dataset;
}

const levels = [1, 2, 4, 8, 16, 32, 64, 96, 128, 192, 256];

function noisy(seed: number, noise: number) {
  const random = normal(seeded(seed));
  return measured(levels, (n) => throughputAt(law, n) * (1 + noise * random()));
}

suite("the Universal Scalability Law", () => {
  test("has its peak where its derivative is 0", () => {
    assert.ok(Math.abs(bestLevel(law) - 98.489) < 0.001);
    assert.ok(throughputAt(law, 98) > throughputAt(law, 97) && throughputAt(law, 98) > throughputAt(law, 99));
    assert.equal(bestLevel({ ...law, beta: 0 }), Infinity);
  });

  test("is found again from exact figures, whatever their unit", () => {
    for (const scale of [1e-3, 1, 1e6]) {
      const fitted = fitLaw(levels.map((n) => ({ n, throughput: scale * throughputAt(law, n) })))!;
      assert.ok(Math.abs(fitted.gamma / (scale * law.gamma) - 1) < 1e-6);
      assert.ok(Math.abs(fitted.alpha - law.alpha) < 1e-7 && Math.abs(fitted.beta - law.beta) < 1e-9);
    }
  });

  test("cannot be found from one level", () => {
    assert.equal(fitLaw([1, 1, 1].map((n) => ({ n, throughput: 5 }))), null);
  });
});

suite("what is said of it", () => {
  test("contention, coherency and the peak, with intervals", () => {
    assert.match(
      said(scalabilities(noisy(1, 0.01)))[0]!,
      /^node, Universal Scalability Law fitted to 11 levels: contention [23]\.?\d? % \(\S+ % to \S+ %\), coherency 0\.0\d+ % \(\S+ % to \S+ %\); most throughput at about (9\d|10\d) at once \(\d+ to \d+\)\.$/,
    );
  });

  test("the intervals hold the truth nearly always", () => {
    let held = 0;
    const seeds = Array.from({ length: 25 }, (_, seed) => seed);
    const found = seeds.flatMap((seed) => scalabilities(noisy(seed, 0.01)));
    for (const { data } of found) if (data.alpha.low <= law.alpha && law.alpha <= data.alpha.high) held++;
    assert.ok(found.length >= 22 && held >= 0.85 * found.length, `${held} of ${found.length}`);
  });

  test("no peak without coherency, and none beyond what was tested", () => {
    const [flat] = scalabilities(measured(levels, (n) => throughputAt({ ...law, beta: 0 }, n) * (1 + (n % 3) / 200)));
    assert.equal(flat?.data.best, null);
    assert.doesNotMatch(flat.sentence, /most throughput/);
    const low = levels.slice(0, 7);
    for (const { data } of scalabilities(measured(low, (n) => throughputAt(law, n) * (1 + (n % 3) / 500))))
      assert.equal(data.best, null, "the peak at 98 lies beyond 64");
  });

  test("nothing over a demanded rate, from few levels, or where the law does not describe the figures", () => {
    const rate = measured(levels, (n) => throughputAt(law, n), "demanded_request_rate");
    assert.deepEqual(scalabilities(rate), []);
    assert.deepEqual(scalabilities(measured(levels.slice(0, 5), (n) => throughputAt(law, n))), []);
    const step = measured(levels, (n) => (n < 32 ? 1000 : n < 128 ? 8000 : 2000));
    assert.deepEqual(scalabilities(step), []);
  });
});
