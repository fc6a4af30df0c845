import { Chart, Decimation, Legend, LinearScale, LineController, LineElement, PointElement, Tooltip } from "chart.js";
import { colours, element, loadLines, offer } from "./page.ts";

Chart.register(Decimation, Legend, LinearScale, LineController, LineElement, PointElement, Tooltip);

const lines = await loadLines();
const canvas = document.createElement("canvas");
element.append(canvas);
const scale = { type: "linear" as const, min: 0, max: lines[0]!.x.at(-1)! };
const chart = new Chart(canvas, {
  type: "line",
  data: {
    datasets: lines.map(({ label, x, y }, i) => ({
      label,
      borderColor: colours[i] ?? "#000",
      data: y.map((value, at) => ({ x: x[at]!, y: value })),
    })),
  },
  options: {
    animation: false,
    maintainAspectRatio: false,
    parsing: false,
    normalized: true,
    interaction: { mode: "nearest", axis: "x", intersect: false },
    elements: { point: { radius: 0 } },
    plugins: { decimation: { enabled: true, algorithm: "min-max" } },
    scales: { x: scale },
  },
});
offer(
  scale.max,
  () => canvas,
  (min, max) => {
    Object.assign(chart.options.scales!["x"]!, { min, max });
    chart.update("none");
  },
);
