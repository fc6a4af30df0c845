import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { outstanding } from "../../lab/journal.ts";
import { keepBest } from "../../lab/kept.ts";
import { roundOf } from "../../lab/schedule.ts";
import { bestAttempt, reasonsSpoiled, severity } from "../../lab/spoiled.ts";
import { attemptAt, calm, tinyExperiment } from "./tiny.ts";

const experiment = tinyExperiment();
const { limits } = experiment;
const busy = calm({ foreign: { server: 0, load: 0.3 } });
const busier = calm({ steal: { server: 0, load: 0.2 } });

describe("spoiled points", () => {
  it("are named with what spoiled them and how much", () => {
    assert.deepEqual(reasonsSpoiled(calm(), limits), []);
    assert.deepEqual(reasonsSpoiled(busy, limits), ["foreign load on the generator's core 30.0 %"]);
    assert.deepEqual(reasonsSpoiled(busier, limits), ["steal on the generator's core 20.0 %"]);
  });

  it("are not those where other work only used what was left over", () => {
    assert.deepEqual(reasonsSpoiled(calm({ foreign: { server: 0.5, load: 0 } }), limits), []);
    assert.deepEqual(reasonsSpoiled(calm({ generatorCpu: 0.1, foreign: { server: 0, load: 0.6 } }), limits), []);
    assert.deepEqual(reasonsSpoiled(calm({ serverWait: 0.25 }), limits), ["server waited for its core 25.0 %"]);
  });

  it("are compared by their largest excess", () => {
    assert.ok(severity(calm(), limits) <= 1);
    assert.ok(severity(busy, limits) < severity(busier, limits));
  });

  it("give way to a good attempt, else to the least spoiled", () => {
    const good = { watch: calm() };
    assert.equal(bestAttempt([{ watch: busy }, good, { watch: calm() }], limits), good);
    const lesser = { watch: busy };
    assert.equal(bestAttempt([{ watch: busier }, lesser], limits), lesser);
    assert.equal(bestAttempt([], limits), undefined);
  });

  it("are measured again, but not for ever", () => {
    const points = roundOf(experiment, experiment.full, 1).filter(({ series }) => series === "one");
    const left = (...attempts: ReturnType<typeof attemptAt>[]) =>
      outstanding(points, attempts, limits).map(({ id }) => id);
    const spoiled = attemptAt({ watch: busy });
    assert.ok(left().includes("one@100#1"));
    assert.ok(!left(attemptAt()).includes("one@100#1"));
    assert.ok(left(spoiled).includes("one@100#1"));
    assert.ok(!left(spoiled, attemptAt({ attempt: 2 })).includes("one@100#1"));
    assert.ok(!left(spoiled, attemptAt({ attempt: 2, watch: busier })).includes("one@100#1"));
  });

  it("do not vanish: the one that lost is kept apart", () => {
    const first = attemptAt({ watch: busy });
    const second = attemptAt({ attempt: 2 });
    const later = attemptAt({ id: "one@50#1", rate: 50 });
    assert.deepEqual(keepBest([first, second, later], limits), { kept: [later, second], replaced: [first] });
  });
});
