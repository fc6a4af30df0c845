import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { LIGHT } from "../../src/chart/palette.ts";
import { plainElements } from "../../src/drawing/plain.ts";
import { record } from "../../src/drawing/record.ts";
import { Recorder } from "../../src/drawing/recorder.ts";
import { replay, replayStandalone } from "../../src/drawing/replay.ts";
import { composeStandalone, drawStandalone } from "../../src/drawing/standalone.ts";
import { chartOf, servers } from "../chart/sample.ts";
import { cases } from "./cases.ts";
import { all, readSvg } from "./read-svg.ts";

describe("what was recorded", () => {
  for (const [name, chart] of Object.entries(cases)) {
    test(`is drawn again as it was: ${name}`, () => {
      const items = record(chart(), LIGHT, 720, 1);
      const pen = new Recorder(720, chart().height);
      replay(pen, items);
      assert.equal(plainElements(pen.items), plainElements(items));
    });
  }
});

const chart = chartOf(servers(30), { metric: "reply_rate" });

for (const panels of [false, true]) {
  test(`a picture that stands alone is drawn again on its background, all of it inside${panels ? ": panels" : ""}`, () => {
    const standalone = composeStandalone(chart, { panels });
    const pen = new Recorder(standalone.width, standalone.height);
    replayStandalone(pen, standalone);
    const [background, ...others] = pen.items;
    assert.ok(background!.kind === "path" && background!.style.fill === LIGHT.background);
    assert.deepEqual(
      background!.path.flatMap((segment) => ("x" in segment ? [[segment.x, segment.y]] : [])),
      [
        [0, 0],
        [standalone.width, 0],
        [standalone.width, standalone.height],
        [0, standalone.height],
      ],
    );
    const words = others.flatMap((item) => (item.kind === "text" ? [item] : []));
    assert.ok(words.length > 10);
    for (const { x, y, origin, text } of words)
      assert.ok(origin.x + x >= 0 && origin.y + y > 0 && origin.y + y < standalone.height, text);
  });
}

test("a picture leaves out what is switched off, in the legend too", () => {
  const hidden = new Set(["server-2"]);
  const svg = drawStandalone(chart, { view: { hidden } });
  const words = all(readSvg(svg), "text").map(({ text }) => text);
  assert.ok(words.includes("Server 1") && !words.includes("Server 2"));
  const [, second] = LIGHT.series;
  assert.ok(!svg.includes(second!) && drawStandalone(chart).includes(second!));
});
