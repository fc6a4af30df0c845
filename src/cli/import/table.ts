import type { Dataset, Metric, Series, Statistics } from "../../benchmark/dataset.ts";
import { formatValue } from "../../benchmark/number.ts";
import { displayUnit, type Unit } from "../../benchmark/unit.ts";

/** What a dataset holds, for a person to check before it is written: a line for each series and metric. */
export function describeSeries({ x, metrics, series }: Dataset): string {
  const head = ["series", x.name, "metric", "range", "statistics", "n"];
  const rows = series.flatMap((one) =>
    [...one.values].map(([id, statistics], i) => [
      i === 0 ? one.id : "",
      i === 0 ? placesOf(one, x) : "",
      id,
      rangeOf(statistics, metrics.get(id)!),
      [...statistics.columns.keys()].filter((stat) => stat !== "n").join(" "),
      countOf(statistics),
    ]),
  );
  return columns([head, ...rows]);
}

function placesOf({ x }: Series, axis: Dataset["x"]): string {
  const show = (value: number) => showPlace(value, axis);
  if (axis.kind === "category") {
    const names = x.map(show).join(", ");
    return names.length <= 40 ? names : `${x.length} names`;
  }
  return x.length === 1 ? show(x[0]!) : `${x.length} from ${show(x[0]!)} to ${show(x.at(-1)!)}`;
}

/** One x, as a person reads it. */
export function showPlace(value: number, axis: Dataset["x"]): string {
  if (axis.kind === "category") return axis.categories[value]!;
  if (axis.kind === "time") return new Date(value * 1000).toISOString().slice(0, 19).replace("T", " ");
  return formatValue(value, unitOf(axis.unit ?? "1", axis.display ?? "1"), { significant: 6 });
}

const centres = ["value", "mean", "median", "p50", "max", "min"];

/** The smallest and the largest figure of the statistic that stands for the metric. */
function rangeOf({ columns: all }: Statistics, { unit, display }: Metric): string {
  const name = centres.find((stat) => all.has(stat)) ?? [...all.keys()][0]!;
  const figures = (all.get(name) ?? []).filter((value) => value !== null);
  if (figures.length === 0) return "missing";
  const [least, most] = [Math.min(...figures), Math.max(...figures)].map((value) =>
    formatValue(value, unitOf(unit, display)),
  );
  const gaps = (all.get(name) ?? []).length - figures.length;
  return `${least === most ? least! : `${least} – ${most}`}${gaps > 0 ? ` (${gaps} missing)` : ""}`;
}

function countOf({ columns: all, nOf }: Statistics): string {
  const counts = (all.get("n") ?? []).filter((n) => n !== null);
  if (counts.length === 0) return "";
  const [least, most] = [Math.min(...counts), Math.max(...counts)];
  const noun = nOf === null ? "" : ` ${most === 1 ? nOf.replace(/s$/, "") : nOf}`;
  return `${least === most ? least : `${least}–${most}`}${noun}`;
}

function unitOf(base: string, display: string): Unit {
  return displayUnit(base, display) ?? { symbol: base, base, factor: 1 };
}

function columns(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]!.map((_, i) => Math.max(...rows.map((row) => row[i]!.length)));
  return rows
    .map(
      (row) =>
        `  ${row
          .map((text, i) => text.padEnd(widths[i]!))
          .join("  ")
          .trimEnd()}\n`,
    )
    .join("");
}
