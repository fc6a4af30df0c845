import type { Chart } from "../chart/chart.ts";
import { namesAt } from "../chart/ends/names.ts";
import type { Theme } from "../chart/theme.ts";
import { drawHead } from "./head.ts";
import type { Item } from "./item.ts";
import { record } from "./record.ts";
import { Recorder } from "./recorder.ts";

/** Times its size on a page: networks show a picture at half its pixels, and text must be read there. The largest that fits is taken. */
const SCALES = [1.9, 1.75, 1.6, 1.45, 1.3] as const;

/** Height in CSS pixels below which a picture shows no shape. */
const LEAST = 140;

/** Height of a legend of two lines with the axis' title: more of it leaves no room for the picture. */
const LEGEND = 72;

export interface Fitted {
  readonly scale: number;
  /** The legend, and below it the chart, in CSS pixels. */
  readonly head: readonly Item[];
  readonly chart: readonly Item[];
  /** Where the chart begins. */
  readonly top: number;
}

/** The chart in a room of so many pixels with its legend, enlarged; null where its text would be too small. */
export function fitChart(chart: Chart, theme: Theme, width: number, height: number): Fitted | null {
  for (const scale of SCALES) {
    const drawn = drawIn(chart, theme, Math.floor(width / scale), Math.floor(height / scale));
    if (drawn !== null) return { scale, ...drawn };
  }
  return null;
}

/** As high as there is room; bars that lie stand where their height puts them. */
function drawIn(chart: Chart, theme: Theme, width: number, height: number): Omit<Fitted, "scale"> | null {
  const bare = headOf(chart, theme, width, false);
  const isNamed = namesAt({ ...chart, height: height - bare.top }, width)?.isWhole === true;
  const { pen, top } = isNamed ? bare : legend(chart, theme, width);
  const room = height - top;
  const lying = chart.orientation === "lying";
  if (room < (lying ? chart.height : LEAST)) return null;
  const sized = lying ? chart : { ...chart, height: room };
  return { head: pen.items, chart: record(sized, theme, width, 1), top };
}

interface Head {
  readonly pen: Recorder;
  readonly top: number;
}

function headOf(chart: Chart, theme: Theme, width: number, legend: boolean): Head {
  const pen = new Recorder(width, chart.height);
  return { pen, top: drawHead(pen, chart, theme, width, { titled: false, legend }) };
}

/** The head of the chart, with as many of its series as two lines name. */
function legend(chart: Chart, theme: Theme, width: number): Head {
  const all = chart.series.length;
  for (let count = all; ; count--) {
    const { pen, top } = headOf({ ...chart, series: chart.series.slice(0, count) }, theme, width, true);
    if (top > LEGEND && count > 2) continue;
    if (count < all) {
      pen.textAlign = "right";
      pen.fillText(`and ${all - count} more series`, width, top - 6);
    }
    return { pen, top };
  }
}
