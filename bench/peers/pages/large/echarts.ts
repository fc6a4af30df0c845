import { LineChart } from "echarts/charts";
import { DataZoomComponent, GridComponent, LegendComponent, TooltipComponent } from "echarts/components";
import { init, use } from "echarts/core";
import { CanvasRenderer } from "echarts/renderers";
import { element, loadLines, offer } from "./page.ts";

use([LineChart, GridComponent, LegendComponent, TooltipComponent, DataZoomComponent, CanvasRenderer]);

const lines = await loadLines();
const chart = init(element);
chart.setOption({
  animation: false,
  legend: {},
  tooltip: { trigger: "axis" },
  xAxis: { type: "value" },
  yAxis: { type: "value" },
  dataZoom: [{ type: "inside" }],
  series: lines.map(({ label, x, y }) => ({
    type: "line",
    name: label,
    showSymbol: false,
    sampling: "lttb",
    data: y.map((value, i) => [x[i], value]),
  })),
});
chart.getZr().flush();
offer(
  lines[0]!.x.at(-1)!,
  () => element.querySelector("canvas")!,
  (startValue, endValue) => chart.dispatchAction({ type: "dataZoom", startValue, endValue }),
);
