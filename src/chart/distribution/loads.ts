import type { Dataset, Series, Statistics } from "../../benchmark/dataset.ts";
import type { SeriesStyle } from "../chart.ts";
import type { ChartContext } from "../decide/decided.ts";
import type { Picked } from "../decide/pick.ts";
import { error, listNames, type Problem } from "../decide/problem.ts";
import { shown, shownUnit } from "../decide/shown.ts";
import type { ChartSpec } from "../spec.ts";
import { assignStyles } from "../styles.ts";
import { placeWords } from "../words.ts";

/** One place of one series whose distribution is drawn. */
export interface Load {
  readonly id: string;
  readonly label: string;
  readonly style: SeriesStyle;
  readonly statistics: Statistics;
  /** The row of its figures. */
  readonly index: number;
}

export interface Loads {
  /** Never empty. */
  readonly loads: readonly Load[];
  /** " at 200 req/s" or ": sort" where all are at one place, else empty. */
  readonly where: string;
}

/** Whether there is a distribution at a row. */
export type Has = (statistics: Statistics, index: number) => boolean;

export interface Wanted {
  readonly has: Has;
  /** The problem where there is none anywhere. */
  readonly missing: Problem;
}

/**
 * The places whose distributions are drawn, a line for each and for each series: as asked, else over categories all, over numbers
 * and times the last at which all series have one. Null, and a problem, where there are none.
 */
export function loadsOf(
  dataset: Dataset,
  spec: ChartSpec,
  { metric, series }: Picked,
  { styles }: ChartContext,
  { has, missing }: Wanted,
  problems: Problem[],
): Loads | null {
  const { kind, categories } = dataset.x;
  const unit = shownUnit(dataset.x.unit, dataset.x.display);
  const statisticsOf = (one: Series): Statistics => one.values.get(metric.id)!;
  const having = series.map((one) => new Set(one.x.filter((_, i) => has(statisticsOf(one), i))));
  const all = [...new Set(having.flatMap((places) => [...places]))].sort((a, b) => a - b);
  if (all.length === 0) {
    problems.push(missing);
    return null;
  }
  const words = (x: number): string => {
    if (kind === "category") return categories[x] ?? "";
    const axis = { kind: kind === "time" ? "time" : "linear", unit: unit.symbol, categories: [] } as const;
    return placeWords(axis, kind === "time" ? x : shown(x, unit));
  };
  const nameOf = (x: number): string =>
    kind === "category" ? categories[x]! : String(kind === "time" ? x : shown(x, unit));
  const last = (): number => all.findLast((x) => having.every((places) => places.has(x))) ?? all.at(-1)!;
  const usual = kind === "category" ? all : [last()];
  const places = spec.at === undefined ? usual : asked(spec.at, all, nameOf, metric.id, problems);
  const several = places.length > 1;
  const found = places.flatMap((x) =>
    series.flatMap((one, i) => (having[i]!.has(x) ? [{ one, x, id: several ? `${one.id}@${x}` : one.id }] : [])),
  );
  const ids = found.map(({ id }) => id);
  const looks = several ? assignStyles(ids) : new Map([...assignStyles(ids), ...styles]);
  const loads = found.map(({ one, x, id }): Load => {
    const label = several
      ? kind === "category" && series.length === 1
        ? words(x)
        : `${one.label}, ${words(x)}`
      : one.label;
    return { id, label, style: looks.get(id)!, statistics: statisticsOf(one), index: one.x.indexOf(x) };
  });
  return loads.length === 0
    ? null
    : { loads, where: several ? "" : `${kind === "category" ? ":" : " at"} ${words(places[0]!)}` };
}

function asked(
  at: NonNullable<ChartSpec["at"]>,
  all: readonly number[],
  nameOf: (x: number) => string,
  metric: string,
  problems: Problem[],
): number[] {
  const wanted = typeof at === "object" ? at : [at];
  return wanted.flatMap((one, i) => {
    const found = all.find((x) => nameOf(x) === String(one));
    if (found !== undefined) return [found];
    const path = typeof at === "object" ? ["at", i] : ["at"];
    const help = listNames(all.map(nameOf), "places");
    problems.push(error("unknown-place", path, `no series has a distribution of ${metric} at ${one}`, help));
    return [];
  });
}
