import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Dataset } from "../../src/benchmark/dataset.ts";
import { writeDataset } from "../../src/benchmark/render.ts";
import { takeRows } from "../../src/benchmark/rows.ts";
import { adjustChart } from "../../src/chart/adjust/adjust.ts";
import { type Range, UNCHANGED } from "../../src/chart/adjust/adjustment.ts";
import { toChart } from "../../src/chart/to-chart.ts";
import { openLevels } from "../../src/client/levels.ts";
import { chartOf, count, noise, sample } from "../chart/sample.ts";

const rows = 4000;
const next = noise(3);
const whole = sample([{ id: "one", x: count(rows), values: { latency: { value: count(rows).map(() => next()) } } }]);
/** Four tiles of a thousand points. */
const levels = {
  path: "/levels/",
  edges: [0, 1000, 2000, 3000, 3999],
  measured: { one: { points: rows, missing: 0, columns: 800 } },
};

function part(from: number, to: number, every = 1): Dataset {
  const kept = count(rows).filter((row) => row >= from && row < to && row % every === 0);
  return { ...whole, series: whole.series.map((one) => takeRows(one, kept)) };
}

/** A chart of which every hundredth point is here, and what was asked for. */
function opened(answer: (address: string) => Promise<string>) {
  const dataset = part(0, rows, 100);
  const context = { styles: new Map(), measured: new Map(Object.entries(levels.measured)) };
  const spec = { metric: "latency" };
  const subject = { dataset, spec, context, chart: chartOf(dataset, spec), decide: toChart };
  const asked: string[] = [];
  const state = { arrived: 0, missed: 0 };
  const finer = openLevels({
    subject,
    levels,
    arrived: () => void (state.arrived += 1),
    missed: () => void (state.missed += 1),
    fetch: (address) => {
      asked.push(address);
      return answer(address);
    },
  });
  const look = (xRange: Range | null): readonly number[] => {
    const adjustment = { ...UNCHANGED, xRange };
    const { x } = adjustChart(finer.of(adjustment), adjustment, new Set()).series[0]!;
    return xRange === null ? x : x.filter((at) => at >= xRange[0] && at <= xRange[1]);
  };
  return { asked, state, look, finer };
}

/** As a host would answer. */
async function tile(address: string): Promise<string> {
  const index = Number(/0-(\d)\.json$/.exec(address)![1]);
  return JSON.stringify(writeDataset(part(index * 1000, (index + 1) * 1000)));
}

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe("the finer levels of a chart", () => {
  test("are not asked for while all of it is looked at", () => {
    const { asked, look } = opened(tile);
    assert.equal(look(null).length, 40);
    assert.deepEqual(asked, []);
  });

  test("come for the part that is looked at, each once, and coarse rows stand in until then", async () => {
    const { asked, state, look, finer } = opened(tile);
    assert.deepEqual(look([1950, 2049]), [2000]);
    assert.deepEqual(asked, ["/levels/0-1.json", "/levels/0-2.json"]);
    await settled();
    assert.equal(state.arrived, 1);
    assert.equal(finer.come(), 2);
    assert.deepEqual(
      look([1950, 2049]),
      count(100).map((i) => 1950 + i),
    );
    assert.deepEqual(
      look([2500, 2509]),
      count(10).map((i) => 2500 + i),
    );
    assert.deepEqual(look([3990, 3999]).length, 0);
    await settled();
    assert.deepEqual(
      look([3990, 3999]),
      count(10).map((i) => 3990 + i),
    );
    assert.equal(asked.length, 3);
  });

  test("that cannot be loaded leave the coarse ones, and are asked for again", async () => {
    const { asked, state, look } = opened(() => Promise.reject(new Error("gone")));
    assert.deepEqual(look([50, 149]), [100]);
    await settled();
    assert.deepEqual(look([50, 149]), [100]);
    assert.deepEqual([state.arrived, asked.length, state.missed], [0, 2, 1]);
  });
});
