import uPlot from "uplot";
import { loadCharts } from "./charts.ts";

const colours = ["#1b6ca8", "#c2571a", "#2f7d4f", "#8a3f9c", "#8c6d1f", "#b3315a"];

export const plots = (await loadCharts()).map(({ element, x, series }) => {
  const lines = series.map(({ label }, i) => ({ label, stroke: colours[i] ?? "#000" }));
  const options = { width: element.clientWidth, height: 320, scales: { x: { time: false } }, series: [{}, ...lines] };
  return new uPlot(options, [x, ...series.map(({ y }) => y)], element);
});
