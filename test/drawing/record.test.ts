import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { namesAt } from "../../src/chart/ends/names.ts";
import { LIGHT } from "../../src/chart/palette.ts";
import { VARIABLES } from "../../src/chart/theme.ts";
import { FINEST, record } from "../../src/drawing/record.ts";
import { cases } from "./cases.ts";
import { recordWhole } from "./whole.ts";

describe("lines and bars stand where the whole of Chart.js puts them, to the last bit", () => {
  for (const [name, make] of Object.entries(cases)) {
    test(name, () => {
      const chart = make();
      const hidden = new Set(chart.series.filter((_, i) => i % 2 === 1).map(({ id }) => id));
      for (const view of [{ hidden: new Set<string>() }, { hidden }]) {
        for (const [theme, width, ratio] of [
          [LIGHT, 688, 1],
          [LIGHT, 250, 3],
          [VARIABLES, 4096, FINEST],
        ] as const)
          assert.deepEqual(record(chart, theme, width, ratio, view), recordWhole(chart, theme, width, ratio, view));
      }
    });
  }
});

test("a picture that is drawn in parts is the one that is drawn at once", () => {
  for (const [name, make] of Object.entries(cases)) {
    const chart = make();
    const [at, view] = [[chart, LIGHT, 688, 1] as const, { hidden: new Set([chart.series.at(-1)!.id]) }];
    assert.deepEqual(recordWhole(...at, view, namesAt(chart, 688), true), recordWhole(...at, view), name);
  }
});
