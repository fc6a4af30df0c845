import assert from "node:assert/strict";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { drawStandalone } from "../../src/drawing/standalone.ts";
import { cases } from "./cases.ts";

const folder = join(import.meta.dirname, "golden");
const update = process.env["UPDATE_GOLDENS"] === "1";

/** Pictures that a person can open. After a wanted change: `UPDATE_GOLDENS=1`, look at them, and commit them with it. */
describe("the picture is the one that somebody looked at", () => {
  for (const [name, chart] of Object.entries(cases)) {
    test(name, () => {
      const file = join(folder, `${name}.svg`);
      const svg = drawStandalone(chart(), { source: "https://example.org/2026/11/23/article.html" });
      if (update) writeFileSync(file, svg);
      assert.equal(svg, readFileSync(file, "utf8"));
    });
  }

  test("there is no picture of nothing", () => {
    const names = Object.keys(cases).map((name) => `${name}.svg`);
    assert.deepEqual(readdirSync(folder).toSorted(), names.toSorted());
  });
});
