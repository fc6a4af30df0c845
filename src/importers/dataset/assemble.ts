import type { Dataset, Flag, Metric, Series, XAxis } from "../../benchmark/dataset.ts";
import { chooseDisplay, typicalSize } from "../../benchmark/unit-choice.ts";
import { metrics as known } from "../metrics.ts";
import type { Notes } from "./input.ts";
import { compareNames } from "./order.ts";
import { describeQuantity, sentence } from "./quantity-names.ts";
import type { MergedCell } from "./runs.ts";
import { tidy, toStatistics } from "./statistics.ts";
import type { Axis } from "./x.ts";

/** The part of a dataset that the figures make. */
export type Figured = Pick<Dataset, "x" | "metrics" | "series">;

/** Puts merged points into series: x ascending, columns aligned with it, what is missing null. */
export function assemble(cells: readonly MergedCell[], axis: Axis, notes: Notes): Figured {
  const categories = axis.kind === "category" ? [...new Set(cells.map(({ x }) => String(x)))] : [];
  const position = (x: number | string) => (axis.kind === "category" ? categories.indexOf(String(x)) : Number(x));
  const names = [...new Set(cells.map(({ series }) => series))].toSorted(compareNames);
  const ids = toIds(names);
  const series = names.map((name): Series => {
    const points = cells.filter((cell) => cell.series === name).toSorted((a, b) => position(a.x) - position(b.x));
    const x = points.map((cell) => tidy(position(cell.x))!);
    const metrics = [...new Set(points.flatMap((cell) => Object.keys(cell.metrics)))];
    const values = metrics.map((metric) => {
      const figures = points.map(({ metrics: own }) => (Object.hasOwn(own, metric) ? own[metric] : undefined));
      return [metricId(metric), toStatistics(metric, figures, notes)] as const;
    });
    return {
      id: ids.get(name)!,
      label: name,
      x,
      values: new Map(values.filter(([, statistics]) => statistics.columns.size > 0)),
      flags: points.flatMap((cell, i) => cell.flags.map((one): Flag => toFlag(one, x[i]!, cell))),
      environment: {},
    };
  });
  const used = new Set(series.flatMap(({ values }) => [...values.keys()]));
  const metrics = new Map([...describeMetrics(cells)].filter(([id]) => used.has(id)));
  return { x: describeAxis(axis, categories), metrics, series };
}

function toFlag({ flag, metric, stat, note }: MergedCell["flags"][number], x: number, { metrics }: MergedCell): Flag {
  const there = metric !== null && Object.keys(metrics[metric]?.stats ?? {}).length > 0;
  return { x, metric: there ? metricId(metric) : null, stat: there ? stat : null, flag, note };
}

function describeAxis({ name, unit, kind }: Axis, categories: readonly string[]): XAxis {
  if (kind === "category") return { name, label: sentence(name), unit: null, display: null, kind, categories };
  if (kind === "time") return { name, label: "Time", unit: "s", display: null, kind, categories: [] };
  return { name, ...describeQuantity(name, unit), kind, categories: [] };
}

function describeMetrics(cells: readonly MergedCell[]): Map<string, Metric> {
  const described = new Map<string, Metric>();
  for (const { metrics } of cells) {
    for (const [name, { metric }] of Object.entries(metrics)) {
      const id = metricId(name);
      const bare = { label: sentence(name), unit: "1", display: "1", better: null, denominator: null };
      const own = { ...(metric ?? known.get(name) ?? bare), id };
      if (!described.has(id)) described.set(id, { ...own, display: own.display || displayOf(name, own.unit, cells) });
    }
  }
  return described;
}

/** A metric of any size, from nanoseconds to minutes, is read in the unit that its figures fill. */
function displayOf(name: string, unit: string, cells: readonly MergedCell[]): string {
  if (unit === "1") return unit;
  const sizes = cells.flatMap(({ metrics }) => Object.values(metrics[name]?.stats ?? {}));
  return chooseDisplay(unit, typicalSize(sizes));
}

/** A metric's name as an id: an author's column may be called anything. */
function metricId(name: string): string {
  return toId(name).replaceAll("-", "_");
}

/** Letters, digits and `. _ + -`, as ids of datasets have them. */
export function toId(name: string): string {
  const plain = name
    .normalize("NFKD")
    .replace(/\p{Mark}/gu, "")
    .replace(/[^\w.+-]+/g, "-")
    .replace(/^[-.+]+|-+$/g, "")
    .slice(0, 80);
  return plain === "" ? "series" : plain;
}

/** An id for each name, told apart by a number where two would be the same. */
function toIds(names: readonly string[]): Map<string, string> {
  const ids = new Map<string, string>();
  const taken = new Set<string>();
  for (const name of names) {
    const plain = toId(name);
    let id = plain;
    for (let k = 2; taken.has(id); k++) id = `${plain.slice(0, 76)}-${k}`;
    taken.add(id);
    ids.set(name, id);
  }
  return ids;
}
