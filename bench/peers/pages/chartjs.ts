import { Chart, Legend, LinearScale, LineController, LineElement, PointElement, Tooltip } from "chart.js";
import { loadCharts } from "./charts.ts";

Chart.register(Legend, LinearScale, LineController, LineElement, PointElement, Tooltip);

for (const { element, x, series } of await loadCharts()) {
  const canvas = document.createElement("canvas");
  element.append(canvas);
  const datasets = series.map(({ label, y }) => ({ label, data: y.map((value, i) => ({ x: x[i] ?? 0, y: value })) }));
  const chart = new Chart(canvas, {
    type: "line",
    data: { datasets },
    options: { animation: false, maintainAspectRatio: false, scales: { x: { type: "linear" } } },
  });
  chart.update("none");
}
