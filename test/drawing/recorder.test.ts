import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { Recorder } from "../../src/drawing/recorder.ts";

describe("the recorder", () => {
  test("throws at what it does not know, instead of drawing something else", () => {
    const unknown = new Recorder(10, 10) as unknown as Record<string, (...args: unknown[]) => void>;
    assert.throws(() => unknown["bezierCurveTo"]!(0, 0, 1, 1, 2, 2), TypeError);
    assert.throws(() => Object.assign(unknown, { shadowBlur: 3 }), TypeError);
    const pen = new Recorder(10, 10);
    assert.throws(() => pen.arc(0, 0, 1, 0, 3), /whole circles/);
    assert.throws(() => pen.setTransform(1, 0.5, 0, 1, 0, 0), /device pixels/);
    pen.beginPath();
    pen.moveTo(0, 0);
    assert.throws(() => pen.clip(), /rectangles/);
    assert.throws(() => pen.stroke({}), /browser's own/);
  });

  test("keeps apart what stretches and what keeps its shape", () => {
    const pen = new Recorder(10, 10);
    pen.beginPath();
    pen.moveTo(1, 2);
    pen.lineTo(3, 4);
    pen.stroke();
    pen.save();
    pen.translate(5, 6);
    pen.translate(1, 1);
    pen.fillText("a", 1, 0);
    pen.restore();
    pen.fillText("b", 2, 3);
    assert.deepEqual(
      pen.items.map(({ origin }) => origin),
      [null, { x: 6, y: 7 }, { x: 0, y: 0 }],
    );
  });

  test("makes one element of a shape and its outline", () => {
    const pen = new Recorder(10, 10);
    pen.fillStyle = "red";
    pen.strokeStyle = "white";
    pen.beginPath();
    pen.rect(0, 0, 2, 2);
    pen.fill();
    pen.stroke();
    pen.beginPath();
    pen.rect(4, 0, 2, 2);
    pen.stroke();
    assert.deepEqual(
      pen.items.map((item) => item.kind === "path" && [item.style.fill, item.style.stroke?.colour]),
      [
        ["red", "white"],
        [null, "white"],
      ],
    );
  });

  test("restores what was saved", () => {
    const pen = new Recorder(10, 10);
    pen.lineWidth = 3;
    pen.setLineDash([4, 2]);
    pen.save();
    pen.lineWidth = 1;
    pen.setLineDash([]);
    pen.restore();
    pen.beginPath();
    pen.moveTo(0, 0);
    pen.lineTo(1, 1);
    pen.stroke();
    const [item] = pen.items;
    assert.ok(item?.kind === "path");
    assert.deepEqual([item.style.stroke?.width, item.style.stroke?.dash], [3, [4, 2]]);
  });
});
