import { figureAt } from "../insights/replicates.ts";
import { sustainedPeaks } from "../insights/sustained-peak.ts";
import type { Series } from "../dataset.ts";
import { type Context, Refusal } from "./context.ts";

/** A statistic of the metric at an x; its centre where none is named. */
export function valueAt({ metric, stat }: Pick<Context, "metric" | "stat">, series: Series, x: number): number {
  const statistics = series.values.get(metric.id)!;
  const index = series.x.indexOf(x);
  const value = stat === null ? figureAt(statistics, index) : statistics.columns.get(stat)?.[index];
  if (value != null) return value;
  const known = [...statistics.columns.keys()].join(", ");
  throw new Refusal(`${series.id} has no ${stat ?? "figure"} of ${metric.id} at ${x}`, `Its statistics: ${known}.`);
}

/** The highest (1) or lowest (-1) figure, between `from` and `to` where they are given. */
export function extreme(context: Context, sign: 1 | -1): { readonly x: number; readonly value: number } {
  const series = context.series("series");
  const from = context.optionalNumber("from") ?? -Infinity;
  const to = context.optionalNumber("to") ?? Infinity;
  const statistics = series.values.get(context.metric.id)!;
  const points = series.x.flatMap((x, index) => {
    const value = context.stat === null ? figureAt(statistics, index) : statistics.columns.get(context.stat)?.[index];
    return value == null || x < from || x > to ? [] : [{ x, value }];
  });
  const [first, ...rest] = points;
  if (!first)
    throw new Refusal(`${series.id} has no figures of ${context.metric.id} there`, "Mend from, to, metric or stat.");
  return rest.reduce((best, point) => (sign * point.value > sign * best.value ? point : best), first);
}

/** How many times b's figure a's is. */
export function ratio(context: Context): number {
  const [a, b] = [context.series("a"), context.series("b")];
  const below = valueAt(context, b, context.x("x", b));
  if (below === 0) throw new Refusal(`${context.metric.id} of ${b.id} is 0 there`, "Nothing is a multiple of 0.");
  return valueAt(context, a, context.x("x", a)) / below;
}

/** A sentence that says "more" must not be made from figures that say "less". */
export function oneSided(context: Context, share: number, word: "more" | "less"): number {
  if (share >= 0) return share;
  const other = word === "more" ? "less" : "more";
  throw new Refusal(
    `${context.text("a")} has ${other} there, not ${word}`,
    `Write ${other}(…), and mend the sentence.`,
  );
}

/** The sustained peak. */
export function peak(context: Context): { readonly rate: number; readonly delivered: number } {
  const series = context.series("series");
  const [found] = sustainedPeaks({ ...context.dataset, series: [series] });
  if (found) return found.data;
  throw new Refusal(
    `no sustained peak of ${series.id} is known`,
    "It needs demanded rates, an open load and errors; highest(…) is the largest figure.",
  );
}

/** What a dataset recorded of its method, by its path. */
export function recorded({ dataset, plain }: Context, path: string): string {
  const { environment, load, sampling } = dataset;
  const value = path
    .split(".")
    .reduce<unknown>((at, step) => (typeof at === "object" && at !== null ? Reflect.get(at, step) : undefined), {
      environment,
      load,
      sampling,
    });
  if (typeof value === "number") return plain(value);
  if (typeof value === "string") return value;
  throw new Refusal(
    `"${dataset.name}" has recorded nothing under ${path}`,
    "Paths are like sampling.runs or load.generator.version.",
  );
}

/** `10 233` from `10 233 req/s` where the other figure has the same unit. */
export function withoutUnit(text: string, other: string): string {
  const unit = /[^\d.\u202F−]\S*$/u.exec(text)?.[0];
  return unit !== undefined && other.endsWith(unit) ? text.slice(0, -unit.length).trimEnd() : text;
}
