import { shortTitle } from "../axis-title.ts";
import type { Axis } from "../chart.ts";
import { FONT_SIZE, LINE, row } from "../frame.ts";
import type { Pen } from "../pen.ts";
import type { Scene } from "../scene.ts";
import type { Layer } from "./layer.ts";
import { half, text } from "./layer.ts";

/** What an axis' title may take: the width of a picture on a phone, but for a wide right margin. */
const TITLE_WIDTH = 240;

/** From the middle of a figure's height to its base line, which stands on a whole pixel, as text on a canvas does. */
const HALF_CAP = 4.5;

/**
 * The words at the axes. The title of the axis that runs upward is not in the picture: it stands above it as text of the
 * page, where it can wrap.
 */
export const labels: Layer = (pen, scene) => {
  pen.font = `${FONT_SIZE}px ${scene.theme.fontFamily}`;
  if (scene.chart.orientation === "lying") {
    below(pen, scene, scene.chart.y, scene.y);
    names(pen, scene);
    return;
  }
  below(pen, scene, scene.chart.x, scene.x);
  beside(pen, scene);
};

/** Labels under the plot, and under them the axis' title at its right end. */
function below(pen: Pen, scene: Scene, axis: Axis, at: (value: number) => number): void {
  const { area, theme } = scene;
  pen.fillStyle = theme.muted;
  pen.textAlign = "center";
  for (const { value, label } of axis.ticks) text(pen, label, [at(value), area.bottom], [0, 19]);
  pen.textAlign = "right";
  text(pen, shortTitle(axis, TITLE_WIDTH, FONT_SIZE), [area.right, area.bottom], [0, 40]);
}

function beside(pen: Pen, { chart, area, theme, y }: Scene): void {
  pen.fillStyle = theme.muted;
  pen.textAlign = "right";
  for (const { value, label } of chart.y.ticks) text(pen, label, [area.left, half(y(value))], [-8, HALF_CAP]);
}

/** The name of a category stands above its bars, from the left edge of the picture on. */
function names(pen: Pen, { chart, area, theme }: Scene): void {
  pen.fillStyle = theme.text;
  pen.textAlign = "left";
  const { name, height } = row(chart);
  for (const { value, label } of chart.x.ticks) {
    for (const [i, words] of label.split("\n").toReversed().entries()) {
      text(pen, words, [area.left, area.top + value * height + name], [-chart.yAxisWidth, -i * LINE - 6]);
    }
  }
}
