import type { Chart } from "../chart/chart.ts";
import { type EndNames, endNames } from "../chart/ends/names.ts";
import { GRID, margins } from "../chart/frame.ts";
import { bridges, ends } from "../chart/layer/ends.ts";
import { VARIABLES } from "../chart/theme.ts";
import { ALL_VISIBLE, type ChartView } from "../chart/view.ts";
import { pathAttributes, runsBy, textAttributes } from "./element.ts";
import { escapeXml, short } from "./escape.ts";
import type { Item, PathItem, TextItem } from "./item.ts";
import { type Grid, pathData } from "./path-data.ts";
import { plainElements } from "./plain.ts";
import { FINEST, record } from "./record.ts";
import { Recorder } from "./recorder.ts";

/** Width at which the plot is laid out; also its width in units, so that x needs no scaling. Fine enough for any screen. */
const PLOT = GRID.across;
/** Units per pixel downward of what is faint: bands, whose edges are two thirds of all numbers, and half a pixel off at most. */
const FAINT = 1;
/** What keeps its shape is written around its origin in hundredths of pixels. */
const AROUND: Grid = { left: 0, top: 0, across: 100, down: 100, divisor: 100 };

/**
 * The chart as SVG for a page: the plot stretches with the page, text and markers keep their size. Margins come from classes
 * and colours from variables (plot.css), because a strict content security policy forbids style in the markup. The outer
 * element is as wide as the plot alone, so that percentages place things in it; labels hang over its edges. The names at the
 * ends of lines are in it too, and shown where the picture is wide enough; a class says what room they need then. Null leaves them out.
 */
export function drawFluid(
  chart: Chart,
  named: EndNames | null = endNames(chart),
  view: ChartView = ALL_VISIBLE,
): string {
  const { left, right } = margins(chart);
  const items = record(chart, VARIABLES, left + PLOT + right, FINEST, view, null);
  const parts = runsBy(items, (item) => (stretches(item) ? "stretched" : "rigid"));
  const body = parts.map((run) =>
    stretches(run[0]!) ? stretched(run as PathItem[], left, chart.height) : rigid(run, left),
  );
  const classes = `plot plot-l${left} plot-r${right}${named === null ? "" : ` plot-e${named.width}`}`;
  return `<svg class="${classes}" height="${chart.height}" fill="none" aria-hidden="true">${body.join("")}${named === null ? "" : namesOf(chart, view)}</svg>`;
}

/** What leads to the names stretches with the plot; they themselves stand at its right end. */
function namesOf(chart: Chart, { hidden }: ChartView): string {
  const visible = chart.series.filter(({ id }) => !hidden.has(id));
  const draw = (layer: typeof ends, right: number): readonly Item[] => {
    const pen = new Recorder(right, chart.height);
    layer(pen, {
      chart,
      theme: VARIABLES,
      area: { left: 0, top: 0, right, bottom: chart.height },
      visible,
    });
    return pen.items;
  };
  const leading = draw(bridges, PLOT) as PathItem[];
  const names = draw(ends, 0);
  return [
    leading.length === 0 ? "" : `<g class="ends">${stretched(leading, 0, chart.height)}</g>`,
    names.length === 0 ? "" : `<svg class="ends" x="100%">${plainElements(names)}</svg>`,
  ].join("");
}

function stretches(item: Item): boolean {
  return item.kind === "path" && item.origin === null;
}

/** Lines, bars and bands; those that are cut at the plot's edges in an element of their own, which cuts. */
function stretched(items: readonly PathItem[], left: number, height: number): string {
  return runsBy(items, (item) => [down(item), item.clip?.top, item.clip?.bottom].join(" "))
    .map((run) => {
      const clip = run[0]!.clip;
      const grid: Grid = { left, top: 0, across: 1, down: down(run[0]!) };
      const [top, bottom] = clip === null ? [0, height] : [clip.top, clip.bottom];
      const view = `viewBox="0 ${top * grid.down} ${PLOT} ${(bottom - top) * grid.down}" preserveAspectRatio="none"`;
      const place = clip === null ? "" : ` class="cut" y="${short(top, 1)}"`;
      const paths = runsBy(run, ({ style }) => pathAttributes(style)).map((same) => stretchedPath(same, grid));
      return `<svg${place} width="100%" height="${short(bottom - top, 1)}" ${view}>${paths.join("")}</svg>`;
    })
    .join("");
}

/** Units per pixel downward. */
function down({ style }: PathItem): number {
  return style.stroke === null && style.alpha < 0.5 ? FAINT : GRID.down;
}

/** Neighbours of one look as one path: grid lines, the bars of a series. */
function stretchedPath(same: readonly PathItem[], grid: Grid): string {
  const data = same.map((item) => pathData(item.path, grid)).join("");
  return `<path d="${data}"${pathAttributes(same[0]!.style)}/>`;
}

/** Markers and text, at percentages of the plot's width. */
function rigid(items: readonly Item[], left: number): string {
  return runsBy(items, attributes)
    .map((run) => {
      const inner = run.map((item) => {
        const { x, y } = item.origin!;
        const percent = ((x - left) / PLOT) * 100;
        if (item.kind === "text") return words(item, `${short(percent, 2)}%`);
        // a hundredth of a percent may be another device pixel
        return shape(item, `${short(percent, isUpright(item) ? 3 : 2)}%`, short(y, 1));
      });
      return `<g${attributes(run[0]!)}>${inner.join("")}</g>`;
    })
    .join("");
}

function attributes(item: Item): string {
  if (item.kind === "text") return textAttributes(item);
  return pathAttributes(item.style) + (isUpright(item) ? ` shape-rendering="crispEdges"` : "");
}

/** A thin upright line must be sharp. */
function isUpright({ path, style }: PathItem): boolean {
  const [first] = path;
  return style.stroke?.width === 1 && path.every((segment) => "x" in segment && "x" in first! && segment.x === first.x);
}

function words(item: TextItem, x: string): string {
  const shift = item.x === 0 ? "" : ` dx="${short(item.x, 1)}"`;
  return `<text x="${x}" y="${short(item.origin.y + item.y, 1)}"${shift}>${escapeXml(item.text)}</text>`;
}

/** A circle takes a percentage itself; any other shape moves with a frame of its own. */
function shape(item: PathItem, x: string, y: string): string {
  const [first] = item.path;
  if (first?.type === "O") return `<circle cx="${x}" cy="${y}" r="${short(first.radius, 1)}"/>`;
  const lower = y === "0" ? "" : ` y="${y}"`;
  return `<svg x="${x}"${lower}><path d="${pathData(item.path, AROUND)}"/></svg>`;
}
