import assert from "node:assert/strict";
import { suite, test } from "node:test";
import * as fc from "fast-check";
import { collapses } from "../../../src/benchmark/insights/collapse.ts";
import { deliveryRatios } from "../../../src/benchmark/insights/delivery-ratio.ts";
import { errorOnsets } from "../../../src/benchmark/insights/error-onset.ts";
import { insightsOf } from "../../../src/benchmark/insights/list.ts";
import { saturations } from "../../../src/benchmark/insights/saturation.ts";
import { sustainedPeaks } from "../../../src/benchmark/insights/sustained-peak.ts";
import { seeded } from "../../../src/benchmark/random.ts";
import { normal, said, sweep } from "./simulate.ts";

const rates = Array.from({ length: 15 }, (_, index) => 100 * (index + 1));

/** Runs of a server that does what is demanded up to its capacity, and then `after` of it. */
function server(capacity: number, { runs = 5, noise = 0.003, seed = 1, after = (_rate: number) => capacity } = {}) {
  const random = normal(seeded(seed));
  const delivered = (rate: number): number => (rate <= capacity ? rate : after(rate));
  return rates.map((rate) => Array.from({ length: runs }, () => delivered(rate) * (1 + noise * random())));
}

const none = { share: rates.map(() => 0), n: rates.map((rate) => rate * 30) };

suite("a server with a known capacity of 850 req/s", () => {
  const dataset = sweep(rates, [{ id: "node", throughput: server(850), errors: none }]);

  test("saturates between the rates around it", () => {
    assert.deepEqual(said(saturations(dataset)), ["node saturates between 800 and 900 req/s."]);
    assert.deepEqual(saturations(dataset)[0]?.data, { above: 800, upTo: 900 });
  });

  test("sustains what it delivered at the last rate before", () => {
    const [peak] = sustainedPeaks(dataset);
    assert.equal(peak?.data.rate, 800);
    assert.equal(peak?.data.reached, true);
    assert.match(
      said([peak!])[0]!,
      /^node sustains 80\d req\/s \(98 % delivered, errors ≤ 0\.1 %\)\.$|^node sustains 79\d/,
    );
  });

  test("delivers a known share at the end", () => {
    const [ratio] = deliveryRatios(dataset);
    assert(Math.abs(ratio!.data.at(-1)!.ratio - 850 / 1500) < 0.01);
    assert.match(said([ratio!])[0]!, /^At 1 500 req\/s node delivered 5[67](\.\d)? % of the demand\.$/);
  });

  test("does not collapse, as it goes on delivering", () => {
    assert.deepEqual(collapses(dataset), []);
  });

  test("the bracket is right in 99 of 100 simulated sweeps, wherever the capacity lies", () => {
    let right = 0;
    for (let seed = 0; seed < 100; seed++) {
      const below = 100 * (3 + (seed % 10));
      const throughput = server(below + 30 + (seed % 7) * 5, { seed, runs: 3, noise: 0.005 });
      const [found] = saturations(sweep(rates, [{ id: "a", throughput }]));
      if (found?.data.above === below && found.data.upTo === below + 100) right++;
    }
    assert(right >= 99, `${right} of 100`);
  });
});

suite("other servers", () => {
  test("one that falls under overload collapses", () => {
    const falling = server(850, { after: (rate) => 850 - 0.4 * (rate - 850) });
    const [collapse] = collapses(sweep(rates, [{ id: "node", throughput: falling }]));
    assert(Math.abs(collapse!.data.fall - 0.306) < 0.02);
    assert.match(
      said([collapse!])[0]!,
      /^Beyond [89]00 req\/s node falls by (29|30|31) %: it collapses under overload\.$/,
    );
  });

  test("one that was never overloaded is said to be so, and its peak is a least one", () => {
    const dataset = sweep(rates, [{ id: "node", throughput: server(1e6), errors: none }]);
    assert.deepEqual(said(saturations(dataset)), ["node is not saturated up to 1 500 req/s."]);
    assert.match(
      said(sustainedPeaks(dataset))[0]!,
      /^node sustains at least .*; 1 500 req\/s was the highest rate tested\.$/,
    );
  });

  test("one that was always overloaded is said to be so from the first rate", () => {
    const dataset = sweep(rates, [{ id: "node", throughput: server(50), errors: none }]);
    assert.deepEqual(said(saturations(dataset)), ["node is saturated from 100 req/s on."]);
    assert.deepEqual(sustainedPeaks(dataset), []);
  });

  test("single runs say nothing about saturation, unless their length and arrivals are known", () => {
    const throughput = server(850, { runs: 1, noise: 0 });
    const one = (load: object) => saturations(sweep(rates, [{ id: "a", throughput }], load)).map(({ data }) => data);
    assert.deepEqual(one({}), []);
    assert.deepEqual(one({ duration_s: 30, arrival: "constant" }), [{ above: 800, upTo: 900 }]);
    assert.deepEqual(one({ duration_s: 1, arrival: "poisson" }), [], "a second is too short to see 2 %");
    assert.deepEqual(one({ duration_s: 300, arrival: "poisson" }), [{ above: 800, upTo: 900 }]);
  });

  test("a closed load demanded no rate", () => {
    const dataset = sweep(rates, [{ id: "a", throughput: server(850), errors: none }], { model: "closed" });
    for (const insights of [deliveryRatios, sustainedPeaks, saturations, collapses])
      assert.deepEqual(insights(dataset), []);
  });

  test("a partly open load did, with its connections", () => {
    const dataset = sweep(rates, [{ id: "a", throughput: server(850) }], { model: "partly-open" });
    assert.deepEqual(saturations(dataset)[0]?.data, { above: 800, upTo: 900 });
  });

  test("figures that a flag doubts are left out", () => {
    const flags = rates.slice(8).map((x) => ({ x, flag: "sentinel" }));
    const [found] = saturations(sweep(rates, [{ id: "a", throughput: server(850), flags }]));
    assert.deepEqual(found?.data, { above: 800, upTo: null });
  });
});

/** Errors as a share of the requests of 30 s at each rate. */
function at(share: (rate: number) => number) {
  return { share: rates.map(share), n: none.n };
}

suite("errors", () => {
  test("begin where they are more than chance", () => {
    const [onset] = errorOnsets(sweep(rates, [{ id: "node", errors: at((rate) => (rate >= 1200 ? 0.021 : 0)) }]));
    const below = 30 * rates.filter((rate) => rate < 1200).reduce((sum, rate) => sum + rate, 0);
    assert.deepEqual(onset?.data, { x: 1200, share: 0.021, below: { errors: 0, n: below } });
    assert.deepEqual(said([onset!]), [
      "node makes its first errors at 1 200 req/s (2.1 %). Below, no error in 198 000 requests: under 0.0015 % with 95 % confidence.",
    ]);
  });

  test("one among thousands is chance, and then nothing is said", () => {
    const errors = at((rate) => (rate === 300 ? 1 / 9000 : 0));
    assert.deepEqual(errorOnsets(sweep(rates, [{ id: "a", errors }])), []);
  });

  test("none at all has a bound", () => {
    assert.deepEqual(said(errorOnsets(sweep(rates, [{ id: "node", errors: none }]))), [
      "node made no error in 360 000 requests: under 0.00083 % with 95 % confidence.",
    ]);
  });

  test("a share without the number that it is of says nothing", () => {
    const dataset = sweep(rates, [{ id: "a", errors: none }]);
    const [series] = dataset.series;
    const statistics = { ...series!.values.get("error_ratio")!, nOf: null };
    const changed = { ...dataset, series: [{ ...series!, values: new Map([["error_ratio", statistics]]) }] };
    assert.deepEqual(errorOnsets(changed), []);
  });
});

suite("all insights", () => {
  const figures = fc.array(fc.double({ min: 0, max: 2000, noNaN: true }), { minLength: 1, maxLength: 6 });
  const sweeps = fc.array(figures, { minLength: rates.length, maxLength: rates.length });

  test("do not depend on the order of runs", () => {
    fc.assert(
      fc.property(sweeps, (throughput) => {
        const turned = throughput.map((runs) => runs.toReversed());
        const [a, b] = [throughput, turned].map((one) =>
          said(insightsOf(sweep(rates, [{ id: "a", throughput: one }]))),
        );
        assert.deepEqual(a, b);
      }),
      { numRuns: 50 },
    );
  });

  test("say only finite figures about any data", () => {
    fc.assert(
      fc.property(sweeps, sweeps, (throughput, latency) => {
        const dataset = sweep(rates, [
          { id: "a", throughput, latency },
          { id: "b", throughput: latency, latency: throughput },
        ]);
        for (const { sentence } of insightsOf(dataset))
          assert(!/NaN|Infinity|undefined|null|∞|–/.test(sentence), sentence);
      }),
      { numRuns: 50 },
    );
  });

  test("are silent about a dataset without repetitions or a sweep", () => {
    const dataset = sweep(rates, [{ id: "a", latency: rates.map(() => [0.01]) }]);
    assert.deepEqual(insightsOf(dataset), []);
  });
});
