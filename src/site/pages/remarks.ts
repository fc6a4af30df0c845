import { formatNumber, thinSpace } from "../../benchmark/number.ts";
import type { Chart } from "../../chart/chart.ts";
import { escapeHtml } from "../../chart/figure/html.ts";
import { placeCell } from "../../chart/table.ts";
import { placeWords } from "../../chart/words.ts";

/** More places nobody reads one by one. */
const MOST = 12;

/**
 * What is remarked at points of a chart, as a list: each remark once, with all its places. Sentences have no room in a table of
 * figures. Empty where nothing is remarked.
 */
export function renderRemarks(chart: Chart): string {
  const labels = new Map(chart.series.map(({ id, label }) => [id, label]));
  const remarks = [
    ...chart.notes.map(({ series, x, text }) => ({ x, text: `${labels.get(series) ?? series}: ${text}` })),
    ...chart.annotations.map(({ x, label }) => ({ x, text: label })),
  ];
  const places = new Map<string, number[]>();
  for (const { x, text } of remarks) places.set(text, [...(places.get(text) ?? []), x]);
  const items = [...places].map(([text, at]) => `<li>${escapeHtml(`${text} (at ${placesWords(chart, at)})`)}</li>`);
  return items.length === 0 ? "" : `<h3 id="notes">Notes</h3><ul>${items.join("")}</ul>`;
}

function placesWords({ x: axis }: Chart, places: readonly number[]): string {
  if (places.length > MOST) {
    const [first, last] = [Math.min(...places), Math.max(...places)];
    return `${formatNumber(places.length)} points from ${placeWords(axis, first)} to ${placeWords(axis, last)}`;
  }
  const cells = places.map((x) => placeCell(axis, x));
  const unit = cells.every((cell) => typeof cell === "number") && axis.unit !== "" ? thinSpace + axis.unit : "";
  return (
    cells.map((cell) => (typeof cell === "number" ? formatNumber(cell, { significant: 5 }) : cell)).join(", ") + unit
  );
}
