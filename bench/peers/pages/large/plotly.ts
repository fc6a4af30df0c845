import Plotly from "plotly.js-basic-dist-min";
import { element, loadLines, offer } from "./page.ts";

const lines = await loadLines();
await Plotly.newPlot(
  element,
  lines.map(({ label, x, y }) => ({ type: "scatter", mode: "lines", name: label, x, y })),
  { hovermode: "x" },
);
offer(
  lines[0]!.x.at(-1)!,
  () => element.querySelector(".nsewdrag")!,
  (low, high) => Plotly.relayout(element, { "xaxis.range": [low, high] }),
);
