import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { assignStyles, orderSeries } from "../../src/chart/styles.ts";

const named = (prefix: string, count: number): string[] => Array.from({ length: count }, (_, i) => `${prefix}${i}`);

suite("the order of looks", () => {
  test("is that of the first chart, while there are colours", () => {
    assert.deepEqual(orderSeries([["b", "a"], ["c", "a"], ["d"]]), ["b", "a", "c", "d"]);
  });

  test("gives one chart no colour twice, where the post has more series than colours", () => {
    const first = named("first", 6);
    const second = ["first0", "first1", ...named("second", 4)];
    const third = ["second0", ...named("third", 5)];
    const charts = [first, second, third];
    const styles = assignStyles(orderSeries(charts));
    for (const ids of charts) assert.equal(new Set(ids.map((id) => styles.get(id)!.colour)).size, ids.length);
    const looks = [...styles].filter(([id]) => id !== "").map(([, style]) => JSON.stringify(style));
    assert.equal(looks.length, 15);
    assert.equal(new Set(looks).size, looks.length);
  });

  test("repeats colours in one chart only where it has more series than there are", () => {
    const many = named("s", 20);
    assert.deepEqual(orderSeries([many]), many);
  });
});
