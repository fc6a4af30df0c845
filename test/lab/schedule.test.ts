import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { every, roundOf } from "../../lab/schedule.ts";
import { tinyExperiment } from "./tiny.ts";

const experiment = tinyExperiment();
const order = (round: number) => ids(round).map((id) => id.replace(/#.*/, ""));
const ids = (round: number) => roundOf(experiment, experiment.full, round).map(({ id }) => id);

describe("schedule", () => {
  it("measures every rate of every series and every witness once a round", () => {
    assert.deepEqual(ids(1).toSorted(), ["one-wrk#1", "one@100#1", "one@200#1", "one@300#1", "two@100#1", "two@200#1"]);
  });

  it("keeps the order of a round, and gives each round another", () => {
    assert.deepEqual(order(1), order(1));
    assert.notDeepEqual(order(1), order(2));
    assert.deepEqual(order(1).toSorted(), order(2).toSorted());
  });

  it("interleaves the series", () => {
    const series = roundOf(experiment, experiment.full, 1).map((point) => point.series);
    assert.notDeepEqual(series, series.toSorted());
  });

  it("thins rates from the end, where the knees are", () => {
    assert.deepEqual(every([1, 2, 3, 4, 5], 2), [1, 3, 5]);
    assert.deepEqual(every([1, 2, 3, 4], 3), [1, 4]);
  });
});
