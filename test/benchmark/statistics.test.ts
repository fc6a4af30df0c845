import assert from "node:assert/strict";
import { suite, test } from "node:test";
import * as fc from "fast-check";
import { differenceInterval, meanInterval, ratioInterval, type Summary } from "../../src/benchmark/interval.ts";
import { noneSeenBound, proportionInterval } from "../../src/benchmark/proportion.ts";
import { coefficientOfVariation, mean, median, quantile, sampleStdev } from "../../src/benchmark/statistics.ts";
import { studentDistribution, studentQuantile } from "../../src/benchmark/student.ts";

// Expected figures were computed with SciPy 1.17.
const a: Summary = { mean: 19.86, stdev: 1.8676188047886, n: 5 };
const b: Summary = { mean: 23.85, stdev: 3.734396107232639, n: 8 };
const figure = fc.double({ min: -1e6, max: 1e6, noNaN: true });

function near(found: number | null | undefined, expected: number, tolerance = 1e-9): void {
  assert(
    found != null && Math.abs(found - expected) <= tolerance * Math.max(1, Math.abs(expected)),
    `${found}, not ${expected}`,
  );
}

suite("statistics of a sample", () => {
  test("known figures", () => {
    near(mean([19.8, 20.4, 19.9, 17, 22.2]), a.mean);
    near(sampleStdev([19.8, 20.4, 19.9, 17, 22.2]), a.stdev);
    near(coefficientOfVariation([19.8, 20.4, 19.9, 17, 22.2]), a.stdev / a.mean);
    const sample = [20, 1, 4, 10, 3];
    for (const [probability, expected] of [
      [0, 1],
      [0.1, 1.8],
      [0.5, 4],
      [0.75, 10],
      [0.99, 19.6],
      [1, 20],
    ] as const) {
      near(quantile(sample, probability), expected);
    }
    assert.deepEqual(sample, [20, 1, 4, 10, 3], "the sample stays in its order");
  });

  test("an empty sample has no figures, a single value no spread", () => {
    for (const statistic of [mean, sampleStdev, median, coefficientOfVariation]) assert.equal(statistic([]), null);
    assert.equal(quantile([], 0.9), null);
    assert.equal(sampleStdev([7]), null);
    assert.equal(median([7]), 7);
    assert.equal(coefficientOfVariation([-1, 1]), null);
  });

  test("equal values vary by exactly nothing, whatever their size", () => {
    assert.equal(sampleStdev([1e15 + 0.3, 1e15 + 0.3, 1e15 + 0.3]), 0);
    assert.equal(sampleStdev([0.1, 0.1, 0.1]), 0);
  });

  test("moving a sample moves its mean and keeps its spread; the median lies inside", () => {
    fc.assert(
      fc.property(fc.array(figure, { minLength: 2, maxLength: 50 }), figure, (sample, by) => {
        const moved = sample.map((value) => value + by);
        near(mean(moved), mean(sample)! + by, 1e-6);
        near(sampleStdev(moved), sampleStdev(sample)!, 1e-6);
        assert(Math.min(...sample) <= median(sample)! && median(sample)! <= Math.max(...sample));
      }),
    );
  });
});

suite("Student's t", () => {
  test("quantiles", () => {
    const known = [
      [0.975, 1, 12.706204736174694],
      [0.975, 2, 4.302652729749462],
      [0.975, 2.5, 3.5746548420036817],
      [0.975, 9, 2.262157162798205],
      [0.995, 4, 4.604094871349992],
      [0.95, 30, 1.697260886593957],
      [0.975, 1e6, 1.959966356814107],
      [0.6, 0.7, 0.35603136523468015],
      [0.9999, 3, 22.203742273205],
      [0.025, 9, -2.262157162798205],
      [0.5, 3, 0],
    ] as const;
    for (const [probability, degrees, expected] of known) near(studentQuantile(probability, degrees), expected, 1e-8);
  });

  test("distribution", () => {
    const known = [
      [1, 1, 0.75],
      [2, 5, 0.9490302605850708],
      [-3, 10.5, 0.006337621925937049],
      [0.1, 200, 0.5397777537478394],
    ] as const;
    for (const [t, degrees, expected] of known) near(studentDistribution(t, degrees), expected);
  });

  test("quantile and distribution undo each other", () => {
    const probability = fc.double({ min: 0.001, max: 0.999, noNaN: true });
    fc.assert(
      fc.property(probability, fc.double({ min: 0.5, max: 1e4, noNaN: true }), (p, degrees) => {
        near(studentDistribution(studentQuantile(p, degrees), degrees), p, 1e-9);
      }),
    );
  });
});

suite("intervals", () => {
  test("of a mean", () => {
    near(meanInterval(a)?.low, 17.54104496772565);
    near(meanInterval(a)?.high, 22.17895503227435);
    assert.equal(meanInterval({ ...a, n: 1 }), null);
  });

  test("of a difference of means with unequal variances", () => {
    near(differenceInterval(a, b)?.low, -7.439636504334822);
    near(differenceInterval(a, b)?.high, -0.5403634956651819);
    assert.equal(differenceInterval(a, { ...b, n: 1 }), null);
  });

  test("of a ratio of means", () => {
    const interval = ratioInterval(a, b)!;
    const turned = ratioInterval(b, a)!;
    near(interval.low, 1 / turned.high);
    near(interval.high, 1 / turned.low);
    near(Math.sqrt(interval.low * interval.high), a.mean / b.mean);
    assert.equal(ratioInterval({ ...a, mean: 0 }, b), null);
    assert.deepEqual(ratioInterval({ mean: 2, stdev: 0, n: 3 }, { mean: 1, stdev: 0, n: 3 }), { low: 2, high: 2 });
  });

  test("of a proportion", () => {
    const known = [
      [1, 10, 0.017876213095072896, 0.4041500267952385],
      [0, 20, 0, 0.16112515805281935],
      [7, 3000, 0.0011307320906370837, 0.004808815340637359],
      [10, 10, 0.7224672001371109, 1],
    ] as const;
    for (const [count, n, low, high] of known) {
      near(proportionInterval(count, n)?.low, low);
      near(proportionInterval(count, n)?.high, high);
    }
    assert.equal(proportionInterval(0, 0), null);
  });

  test("none seen among many", () => {
    near(noneSeenBound(3000), 1 - 0.05 ** (1 / 3000));
    near(noneSeenBound(1), 0.95);
    assert.equal(noneSeenBound(0), 1);
  });
});
