import type { Dataset, Series, Statistics } from "../../benchmark/dataset.ts";
import type { Figures, PointFlag } from "../reading.ts";
import type { Cell } from "./input.ts";

/** The points of a dataset as they were before they were put into columns, by the ids of its series. */
export function toCellsAgain({ x, metrics, series }: Dataset): Cell[] {
  return series.flatMap((one) =>
    one.x.map((value, i): Cell => {
      const figures = [...one.values].flatMap(([id, statistics]) => {
        const { id: _id, ...metric } = metrics.get(id)!;
        const at = figuresAt(statistics, i);
        return at === null ? [] : [[id, { ...at, metric }] as const];
      });
      const place = x.kind === "category" ? x.categories[value]! : value;
      return { series: one.id, x: place, runs: [{ metrics: Object.fromEntries(figures), flags: flagsAt(one, value) }] };
    }),
  );
}

function figuresAt({ columns, nOf, stdevKind, ci, runs, histograms }: Statistics, i: number): Figures | null {
  const stats = [...columns].filter(([stat]) => !["n", "ci_low", "ci_high"].includes(stat));
  const [low, high, n] = ["ci_low", "ci_high", "n"].map((stat) => columns.get(stat)?.[i] ?? null);
  if (stats.every(([, column]) => column[i] === null) && !runs?.[i]) return null;
  return {
    stats: Object.fromEntries(stats.map(([stat, column]) => [stat, column[i] ?? null])),
    ...(n == null ? {} : { n }),
    ...(nOf === null ? {} : { nOf: nOf as NonNullable<Figures["nOf"]> }),
    ...(stdevKind === null ? {} : { stdevKind: stdevKind as NonNullable<Figures["stdevKind"]> }),
    ...(ci === null || low == null || high == null ? {} : { ci: { low, high, ...ci } }),
    ...(runs?.[i] ? { runs: runs[i] } : {}),
    ...(histograms?.[i] ? { histogram: histograms[i] } : {}),
  };
}

function flagsAt({ flags }: Series, x: number): PointFlag[] {
  return flags
    .filter((one) => one.x === x)
    .map(({ flag, metric, stat, note }) => ({ flag: flag as PointFlag["flag"], metric, stat, note: note ?? "" }));
}
