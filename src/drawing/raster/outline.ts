import { DrawFuncs, type Font } from "harfbuzzjs";

/** How far a chord may be from its curve, in pixels. */
const NEAR = 0.05;

/** Closed polygons (x and y by turns, y upward, in font units times a scale) of a letter's outline. */
export function outlineOf(font: Font, letter: number, scale: number): readonly (readonly number[])[] {
  const polygons: number[][] = [];
  const at = (): readonly [number, number] => [polygons.at(-1)!.at(-2)!, polygons.at(-1)!.at(-1)!];
  const step = (x: number, y: number): void => void polygons.at(-1)!.push(x, y);
  const draw = new DrawFuncs();
  draw.setMoveToFunc((x, y) => void polygons.push([x * scale, y * scale]));
  draw.setLineToFunc((x, y) => step(x * scale, y * scale));
  draw.setQuadraticToFunc((cx, cy, x, y) => {
    const [[x0, y0], x1, y1, x2, y2] = [at(), cx * scale, cy * scale, x * scale, y * scale];
    const [bendX, bendY] = [x0 - 2 * x1 + x2, y0 - 2 * y1 + y2];
    const chords = Math.max(1, Math.ceil(Math.sqrt(Math.sqrt(bendX * bendX + bendY * bendY) / (4 * NEAR))));
    for (let i = 1; i <= chords; i++) {
      const [t, rest] = [i / chords, 1 - i / chords];
      step(rest * rest * x0 + 2 * rest * t * x1 + t * t * x2, rest * rest * y0 + 2 * rest * t * y1 + t * t * y2);
    }
  });
  draw.setCubicToFunc(() => {
    throw new Error("TrueType outlines have no cubic curves");
  });
  font.drawGlyph(letter, draw);
  return polygons;
}
