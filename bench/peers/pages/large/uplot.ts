import uPlot from "uplot";
import { colours, element, loadLines, offer } from "./page.ts";

const lines = await loadLines();
const x = lines[0]!.x;
const plot = new uPlot(
  {
    width: 720,
    height: 320,
    scales: { x: { time: false } },
    series: [{}, ...lines.map(({ label }, i) => ({ label, stroke: colours[i] ?? "#000" }))],
  },
  [[...x], ...lines.map(({ y }) => [...y])],
  element,
);
offer(
  x.at(-1)!,
  () => plot.over,
  (min, max) => plot.setScale("x", { min, max }),
);
