import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { PNG } from "pngjs";
import { encodePng } from "../../src/drawing/png-file.ts";
import { createPngPool } from "../../src/drawing/png-pool.ts";

const width = 40;

/** An opaque picture of some rows, each pixel one of so many colours. */
function picture(colours: number, rows: number): Uint8Array {
  const bytes = new Uint8Array(4 * width * rows);
  for (let i = 0; i < width * rows; i++) {
    const colour = i % colours;
    bytes.set([colour & 255, (colour * 7) & 255, (colour >> 3) & 255, 255], 4 * i);
  }
  return bytes;
}

function farthest(a: Uint8Array, b: Uint8Array): number {
  return a.reduce((most, value, i) => Math.max(most, Math.abs(value - b[i]!)), 0);
}

test("a picture of few colours is read back as it was", () => {
  const pixels = fc.uint8Array({ minLength: 3, maxLength: 3 * width * 5 }).map((bytes) => {
    const rows = Math.ceil(bytes.length / 3 / width);
    const rgba = new Uint8Array(4 * width * rows).fill(255);
    for (let i = 0; i < bytes.length; i++) rgba[4 * Math.floor(i / 3) + (i % 3)] = bytes[i]!;
    return rgba;
  });
  fc.assert(
    fc.property(pixels, (rgba) => {
      const height = rgba.length / 4 / width;
      const read = PNG.sync.read(Buffer.from(encodePng(rgba, width, height)!));
      assert.deepEqual([read.width, read.height], [width, height]);
      assert.ok(Buffer.from(rgba).equals(read.data));
    }),
  );
});

test("of more shades than a palette has those that look alike become one", () => {
  const rgba = picture(900, 30);
  const read = PNG.sync.read(Buffer.from(encodePng(rgba, width, 30)!));
  const far = farthest(rgba, read.data);
  assert.ok(far > 0 && far < 32, String(far));
});

test("pale surfaces keep their colours, however many shades there are at edges", () => {
  const rgba = picture(900, 60);
  const pale = [0xf2f9f7, 0xe3f1ee, 0xe2e5f3, 0xf3e4df, 0xece4d5];
  // each row of another colour: nothing is more frequent
  for (let y = 0; y < 60; y++)
    for (let x = 0; x < 30; x++) {
      const colour = pale[y % pale.length]!;
      rgba.set([colour >> 16, (colour >> 8) & 255, colour & 255], 4 * (y * width + x));
    }
  const read = PNG.sync.read(Buffer.from(encodePng(rgba, width, 60)!));
  for (let y = 0; y < 60; y++) {
    const from = 4 * y * width;
    assert.deepEqual(read.data.subarray(from, from + 4), Buffer.from(rgba.subarray(from, from + 4)), `row ${y}`);
  }
});

test("a picture that is transparent somewhere, or of very many colours, is left to others", () => {
  const glass = picture(3, 2);
  glass[7] = 254;
  assert.equal(encodePng(glass, width, 2), null);
  let state = 1;
  const random = (): number => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) >>> 24;
  const noise = new Uint8Array(4 * width * 400).map((_, i) => (i % 4 === 3 ? 255 : random()));
  assert.equal(encodePng(noise, width, 400), null);
});

test("threads draw what is drawn here", async () => {
  const svg = (label: string): string =>
    `<svg xmlns="http://www.w3.org/2000/svg" width="60" height="30"><rect width="60" height="30" fill="#fff"/><text x="4" y="20">${label}</text></svg>`;
  const labels = Array.from({ length: 12 }, (_, i) => `no ${i}`);
  const draw = (pool: ReturnType<typeof createPngPool>): Promise<Uint8Array[]> =>
    Promise.all(labels.map((label) => pool.draw(svg(label))));
  const here = await draw(createPngPool({ most: 1 }));
  const there = await draw(createPngPool({ least: 1, most: 2 }));
  assert.deepEqual(
    there.map((png) => Buffer.from(png).toString("hex")),
    here.map((png) => Buffer.from(png).toString("hex")),
  );
  assert.equal(new Set(here.map(String)).size, labels.length);
});

test("what cannot be drawn is said to whoever asked, on threads too", async () => {
  for (const pool of [createPngPool({ most: 1 }), createPngPool({ least: 1, most: 2 })]) {
    const asked = Array.from({ length: 4 }, () => pool.draw("no picture"));
    await Promise.all(asked.map((one) => assert.rejects(one)));
  }
});
