import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Locator } from "playwright-core";
import { all, type Element, pointsOf, readSvg } from "../drawing/read-svg.ts";
import { chartOf, figureSite } from "./figures.ts";

/** A series in a data file. */
export interface Series {
  readonly id: string;
  readonly x: readonly number[];
  readonly values: Readonly<Record<string, Readonly<Record<string, readonly number[]>>>>;
}

/** A data file of the article. */
export async function published(name: string): Promise<{ readonly series: readonly Series[] }> {
  return JSON.parse(readFileSync(join((await figureSite()).folder, "data", name), "utf8"));
}

/** Figures of the article with what they show: their metric, and how many of its units in the file one of theirs is. */
export const measured = [
  ["throughput", "reply_rate", 1],
  ["response-time", "latency", 1000],
] as const;

/** The static picture of a figure. */
export async function pictureOf(figure: Locator): Promise<Element> {
  return readSvg(await figure.locator(".chart-plot > svg.plot").evaluate((svg) => svg.outerHTML));
}

export interface Path {
  readonly attributes: Element["attributes"];
  /** In CSS pixels from the top, and in shares of the plot's width. */
  readonly points: readonly (readonly [number, number])[];
}

/** The paths that stretch with the plot. */
export function stretched(picture: Element): Path[] {
  return picture.children
    .filter(({ attributes }) => attributes["viewBox"] !== undefined)
    .flatMap((frame) => {
      const [, top, width, height] = frame.attributes["viewBox"]!.split(" ").map(Number);
      const down = height! / Number(frame.attributes["height"]);
      return all(frame, "path").flatMap(({ attributes }) =>
        pointsOf(attributes["d"]!).map((points) => ({
          attributes,
          points: points.map(([x, y]) => [x / width!, (y - top!) / down + Number(frame.attributes["y"] ?? 0)] as const),
        })),
      );
    });
}

/** The colour of a series, by its place. */
export const series = (colour: number): string => `var(--series-${colour})`;

/** Where a figure stands, in pixels from the top, as the labels beside the plot say; each of them stands where it should. */
export async function heights(figure: Locator, picture: Element): Promise<(figure: number) => number> {
  const { y } = await chartOf(figure);
  const along = y.kind === "log" ? Math.log : (value: number): number => value;
  const [low, high] = y.domain.map(along);
  const bottom = Number(picture.attributes["height"]) - 46;
  const at = (value: number): number =>
    bottom - ((along(Math.max(value, y.domain[0])) - low!) / (high! - low!)) * (bottom - 10);
  const labels = all(picture, "g")
    .filter(({ attributes }) => attributes["text-anchor"] === "end")
    .flatMap((group) => all(group, "text"))
    .flatMap(({ text, attributes }) => {
      const value = Number(text.replace(/\s/g, ""));
      return Number.isNaN(value) ? [] : [{ value, y: Number(attributes["y"]) }];
    });
  assert.ok(labels.length >= 3);
  // half a label's height below its line, which stands in the middle of a pixel
  for (const { value, y } of labels) assert.ok(Math.abs(y - 5 - at(value)) <= 1, `${value} at ${y}`);
  return at;
}

/** Where a picture says that requests failed in the series of a colour: middles of rings and of holes in signs, from left to right. */
export function failuresIn(picture: Element, colour: number): [across: number, down: number][] {
  const rings = stretched(picture).filter(
    ({ attributes }) => attributes["stroke"] === series(colour) && attributes["stroke-width"] === "6.3",
  );
  const holes = all(picture, "g").filter(
    ({ attributes }) => attributes["fill"] === "var(--chart-background)" && attributes["stroke"] === series(colour),
  );
  return [
    ...rings.map(({ points }): [number, number] => [...points[0]!]),
    ...holes.flatMap(({ children }) =>
      children.map(({ attributes: { cx, cy } }): [number, number] => [Number.parseFloat(cx!) / 100, Number(cy)]),
    ),
  ].toSorted(([a], [b]) => a - b);
}
