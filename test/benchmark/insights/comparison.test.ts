import assert from "node:assert/strict";
import { suite, test } from "node:test";
import type { Dataset } from "../../../src/benchmark/dataset.ts";
import { advantages } from "../../../src/benchmark/insights/advantage.ts";
import { crossovers } from "../../../src/benchmark/insights/crossover.ts";
import { dominances } from "../../../src/benchmark/insights/dominance.ts";
import { noiseFloors } from "../../../src/benchmark/insights/noise-floor.ts";
import { relativeDifferences } from "../../../src/benchmark/insights/relative-difference.ts";
import { seeded } from "../../../src/benchmark/random.ts";
import { normal, said, sweep } from "./simulate.ts";

const rates = [100, 200, 300, 400, 500, 600];

/** Two servers whose response times (in seconds) are functions of the rate, with noise from run to run. */
function duel(
  a: (rate: number) => number,
  b: (rate: number) => number,
  { runs = 8, noise = 0.02, seed = 1 } = {},
): Dataset {
  const random = normal(seeded(seed));
  const latency = (time: (rate: number) => number) =>
    rates.map((rate) => Array.from({ length: runs }, () => time(rate) * (1 + noise * random())));
  return sweep(rates, [
    { id: "node", latency: latency(a) },
    { id: "python", latency: latency(b) },
  ]);
}

const same = () => 0.01;

suite("two servers that change places at 350 req/s", () => {
  const dataset = duel(
    (rate) => 0.01 + rate * 1e-5,
    (rate) => 0.003 + rate * 3e-5,
  );

  test("are said to do so, between the rates around it", () => {
    const [crossover] = crossovers(dataset);
    assert.deepEqual(crossover?.data, { last: 300, first: 400, before: "python" });
    assert.deepEqual(said([crossover!]), ["Response time: up to 300 req/s python is lower; from 400 req/s node."]);
  });

  test("and so none of them is better everywhere, or here and there", () => {
    assert.deepEqual([...dominances(dataset), ...advantages(dataset)], []);
  });

  test("are said to do so in 99 of 100 simulations", () => {
    let right = 0;
    for (let seed = 0; seed < 100; seed++) {
      const noisy = duel(
        (rate) => 0.01 + rate * 1e-5,
        (rate) => 0.003 + rate * 3e-5,
        { seed, noise: 0.03 },
      );
      const [crossover] = crossovers(noisy);
      if (crossover?.data.before === "python" && crossover.data.last < 350 && crossover.data.first > 350) right++;
    }
    assert(right >= 99, `${right} of 100`);
  });

  test("two changes of place are no crossover", () => {
    const twice = duel(same, (rate) => (rate > 200 && rate < 500 ? 0.008 : 0.012));
    assert.deepEqual(crossovers(twice), []);
  });
});

suite("two servers of which one is always better", () => {
  const dataset = duel(same, () => 0.012);

  test("are said to be so", () => {
    assert.deepEqual(said(dominances(dataset)), ["Response time: at every tested point node is lower than python."]);
    assert.equal(dominances(dataset)[0]?.data.better, "node");
    assert.deepEqual(crossovers(dataset), []);
  });

  test("differ by a known share", () => {
    const [difference] = relativeDifferences(dataset);
    const { low, high } = difference!.data.interval;
    assert(low < 10 / 12 && 10 / 12 < high && high - low < 0.06);
    assert.match(
      said([difference!])[0]!,
      /^Response time at 600 req\/s: node is lower by 1\d(\.\d)? % than python \(95 % interval −\S+ to −\S+ %, n = 8 each\)\.$/,
    );
  });

  test("times ten times as long change no claim", () => {
    const slower = duel(
      () => 0.1,
      () => 0.12,
    );
    assert.deepEqual(said(dominances(slower)), said(dominances(dataset)));
    const [a, b] = [dataset, slower].map((one) => relativeDifferences(one)[0]!.data.ratio);
    assert(Math.abs(a! - b!) < 1e-9);
  });

  test("fewer than six runs give no interval, fewer than three common points no dominance", () => {
    assert.deepEqual(relativeDifferences(duel(same, () => 0.012, { runs: 5 })), []);
    const short = {
      ...dataset,
      series: dataset.series.map((one, index) => (index === 0 ? { ...one, x: [1, 2, 3, 4, 500, 600] } : one)),
    };
    assert.deepEqual(dominances(short), []);
  });

  test("saturated response times are not compared, as they depend on the length of the test", () => {
    const flags = rates.slice(1).map((x) => ({ x, flag: "saturated", metric: null, stat: null, note: null }));
    const saturated = { ...dataset, series: dataset.series.map((one) => ({ ...one, flags })) };
    assert.deepEqual(dominances(saturated), []);
    assert.equal(relativeDifferences(saturated)[0]?.data.x, 100);
  });

  test("figures that never vary show the tool's resolution, not a difference", () => {
    const still = duel(same, () => 0.012, { noise: 0 });
    assert.deepEqual([...dominances(still), ...relativeDifferences(still), ...crossovers(still)], []);
  });
});

suite("two equal servers", () => {
  test("are said to differ no more often than one time in twenty", () => {
    const claims = { difference: 0, dominance: 0, crossover: 0, advantage: 0 };
    let any = 0;
    const times = 1000;
    for (let seed = 0; seed < times; seed++) {
      const dataset = duel(same, same, { seed, noise: 0.05 });
      const before = Object.values(claims).join();
      if (relativeDifferences(dataset).some(({ data: { interval } }) => interval.low > 1 || interval.high < 1))
        claims.difference++;
      if (dominances(dataset).length > 0) claims.dominance++;
      if (crossovers(dataset).length > 0) claims.crossover++;
      if (advantages(dataset).some(({ data }) => data.better !== null)) claims.advantage++;
      if (Object.values(claims).join() !== before) any++;
    }
    assert(any <= 0.05 * times, `${any} of ${times}: ${JSON.stringify(claims)}`);
    assert(claims.difference > 0, "and the simulation can make false claims at all");
  });

  test("are said to be alike", () => {
    assert.deepEqual(said(advantages(duel(same, same))), [
      "Response time: no difference between node and python larger than the noise at any of 6 points.",
    ]);
  });

  test("a difference inside the noise is called so", () => {
    assert.match(
      said(relativeDifferences(duel(same, same)))[0]!,
      /no difference between node and python larger than the noise/,
    );
  });
});

suite("two servers that differ under load", () => {
  const dataset = duel(same, (rate) => (rate > 300 ? 0.02 : 0.01));

  test("are said to differ there and only there", () => {
    assert.deepEqual(said(advantages(dataset)), [
      "Response time: node is lower than python at 3 of 6 points (between 400 and 600 req/s); at the others no difference is larger than the noise.",
    ]);
    assert.deepEqual(advantages(dataset)[0]?.data, { better: "node", at: [400, 500, 600], of: 6 });
  });

  test("where most points cannot be compared, being alike at the rest says nothing", () => {
    const flags = rates.slice(2).map((x) => ({ x, flag: "saturated", metric: null, stat: null, note: null }));
    const series = duel(same, same).series.map((one) => ({ ...one, flags }));
    assert.deepEqual(advantages({ ...dataset, series }), []);
  });

  test("better at all points that can be compared is not better at every point", () => {
    const flags = rates.slice(4).map((x) => ({ x, flag: "saturated", metric: null, stat: null, note: null }));
    const better = duel(same, () => 0.02);
    assert.deepEqual(said(dominances({ ...better, series: better.series.map((one) => ({ ...one, flags })) })), [
      "Response time: at all 4 points that can be compared node is lower than python.",
    ]);
  });
});

suite("noise", () => {
  test("is what it was simulated with", () => {
    const [floor] = noiseFloors(duel(same, same, { runs: 50, noise: 0.03 }));
    assert(Math.abs(floor!.data.median - 0.03) < 0.004);
    assert(floor!.data.worst >= floor!.data.median);
    assert.match(
      said([floor!])[0]!,
      /^Response time: run-to-run variation is [23](\.\d)? % in the median, [34](\.\d)? % at worst \((node|python), \d00 req\/s\)\.$/,
    );
  });

  test("is not known from two runs", () => {
    assert.deepEqual(noiseFloors(duel(same, same, { runs: 2 })), []);
  });
});
