import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { PNG } from "pngjs";
import { encodePng } from "../../src/drawing/png-file.ts";
import type { Drawn } from "../../src/drawing/png.ts";
import { createPngPool } from "../../src/drawing/png-pool.ts";
import { cover, createSurfaces, type Surface } from "../../src/drawing/raster/surface.ts";
import { drawStandalone } from "../../src/drawing/standalone.ts";
import { chartOf, servers } from "../chart/sample.ts";

const width = 40;

/** A picture of some rows, with the colours of its pixels. */
function picture(rows: number, colourOf: (pixel: number) => number): Surface {
  const surface = createSurfaces()(width, rows, 0xffffff);
  for (let i = 0; i < width * rows; i++) {
    cover(surface, Math.floor(i / width), i % width, (i % width) + 1, colourOf(i), 16, 1);
  }
  return surface;
}

/** Each pixel one of so many colours. */
const many = (colours: number) => (pixel: number) => {
  const colour = pixel % colours;
  return ((colour & 255) << 16) | (((colour * 7) & 255) << 8) | ((colour >> 3) & 255);
};

function read(surface: Surface): number[] {
  const { data, ...size } = PNG.sync.read(Buffer.from(encodePng(surface)));
  assert.deepEqual([size.width, size.height], [surface.width, surface.height]);
  return Array.from({ length: data.length / 4 }, (_, i) => data.readUInt32BE(4 * i) >>> 8);
}

function farthest(a: readonly number[], b: Int32Array): number {
  const bytes = [16, 8, 0];
  return a.reduce(
    (most, colour, i) => Math.max(most, ...bytes.map((by) => Math.abs(((colour >> by) & 255) - ((b[i]! >> by) & 255)))),
    0,
  );
}

test("a picture of few colours is read back as it was", () => {
  const pixels = fc.uint8Array({ minLength: 3, maxLength: 3 * width * 5 });
  fc.assert(
    fc.property(pixels, (bytes) => {
      const rows = Math.ceil(bytes.length / 3 / width);
      const surface = picture(rows, (i) => {
        const [red, green, blue] = bytes.subarray(3 * i);
        return blue === undefined ? 0xffffff : (red! << 16) | (green! << 8) | blue;
      });
      assert.deepEqual(read(surface), [...surface.pixels]);
    }),
  );
});

test("what was drawn before leaves nothing behind", () => {
  const surfaceOf = createSurfaces();
  for (const [rows, colour] of [
    [30, 0xffffff],
    [20, 0xffffff],
    [60, 0x15181b],
  ] as const) {
    const surface = surfaceOf(width, rows, colour);
    assert.ok(surface.pixels.every((pixel) => pixel === colour));
    for (let row = 0; row < rows; row += 3) cover(surface, row, row % 7, width, 0x023eb3, 16, 0.5);
    assert.deepEqual(read(surface), [...surface.pixels]);
  }
});

test("of more shades than a palette has those that look alike become one", () => {
  const surface = picture(30, many(900));
  const far = farthest(read(surface), surface.pixels);
  assert.ok(far > 0 && far < 32, String(far));
});

test("pale surfaces keep their colours, however many shades there are at edges", () => {
  const pale = [0xf2f9f7, 0xe3f1ee, 0xe2e5f3, 0xf3e4df, 0xece4d5];
  // each row of another colour: nothing is more frequent
  const surface = picture(60, (i) => (i % width < 30 ? pale[Math.floor(i / width) % pale.length]! : many(900)(i)));
  const found = read(surface);
  for (let y = 0; y < 60; y++) assert.equal(found[y * width], surface.pixels[y * width], `row ${y}`);
});

test("a picture of more colours than any chart has is read back with colours that look alike", () => {
  let state = 1;
  const random = (): number => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) >>> 8;
  const surface = picture(400, random);
  assert.ok(farthest(read(surface), surface.pixels) < 128);
});

test("threads draw what is drawn here", async () => {
  const charts = [20, 30, 40].map((points) => chartOf(servers(points), { metric: "reply_rate" }));
  const draw = (pool: ReturnType<typeof createPngPool>): Promise<Drawn[]> =>
    Promise.all(charts.flatMap((chart) => [1, 2].map((i) => pool.draw({ chart, source: `https://example.org/${i}` }))));
  const here = await draw(createPngPool({ most: 1 }));
  const there = await draw(createPngPool({ least: 1, most: 2 }));
  assert.deepEqual(
    there.map(({ png }) => Buffer.from(png).toString("hex")),
    here.map(({ png }) => Buffer.from(png).toString("hex")),
  );
  assert.deepEqual(
    there.map(({ svg }) => svg),
    charts.flatMap((chart) => [1, 2].map((i) => drawStandalone(chart, { source: `https://example.org/${i}` }))),
  );
  assert.equal(new Set(here.map(({ png }) => String(png))).size, here.length);
});

test("what cannot be drawn is said to whoever asked, on threads too", async () => {
  const chart = { ...chartOf(servers(20), { metric: "reply_rate" }), title: null as never };
  for (const pool of [createPngPool({ most: 1 }), createPngPool({ least: 1, most: 2 })]) {
    const asked = Array.from({ length: 4 }, () => pool.draw({ chart, source: "" }));
    await Promise.all(asked.map((one) => assert.rejects(one)));
  }
});
