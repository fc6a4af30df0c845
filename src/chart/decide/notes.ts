import type { Series } from "../../benchmark/dataset.ts";
import type { ChartSeries, Note } from "../chart.ts";
import type { Picked } from "./pick.ts";

/** What the data say about points that are drawn: of this statistic, or of all. */
export function toNotes(series: Series, { metric, stat }: Picked, drawn: ChartSeries): Note[] {
  return series.flags
    .filter((flag) => (flag.metric ?? metric.id) === metric.id && (flag.stat ?? stat) === stat)
    .flatMap(({ x, flag, note }) => {
      const at = drawn.x[series.x.indexOf(x)];
      return at === undefined ? [] : [{ series: series.id, x: at, text: note ?? flag.replaceAll("-", " ") }];
    });
}
