import { LineChart } from "echarts/charts";
import { GridComponent, LegendComponent } from "echarts/components";
import { init, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";

use([LineChart, GridComponent, LegendComponent, SVGRenderer]);

/** A chart as static SVG, drawn at build. */
export function draw(x: readonly number[], series: readonly { label: string; y: readonly number[] }[]): string {
  const chart = init(null, null, { renderer: "svg", ssr: true, width: 720, height: 320 });
  chart.setOption({
    animation: false,
    legend: {},
    xAxis: { type: "value" },
    yAxis: { type: "value" },
    series: series.map(({ label, y }) => ({
      type: "line",
      name: label,
      showSymbol: false,
      data: y.map((value, i) => [x[i], value]),
    })),
  });
  const svg = chart.renderToSVGString();
  chart.dispose();
  // an empty line in it would end the HTML block of the Markdown around it
  return svg.replaceAll("\n", "");
}
