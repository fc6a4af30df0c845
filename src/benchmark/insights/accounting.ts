import type { Dataset, Series } from "../dataset.ts";
import type { Insight } from "./insight.ts";
import { figureAt } from "./replicates.ts";
import { count } from "./words.ts";

/** What became of the requests of a point. */
export interface Account {
  readonly x: number;
  readonly sent: number;
  /** Sent and neither answered well, nor failed, nor dropped. Negative: more came back than went out. */
  readonly missing: number;
}

export type Accounting = Insight<"accounting", { readonly sent: number }>;

/** sent − ok − errors − dropped at each point, from metrics of these names that count requests; `dropped` may be absent. */
export function accountsOf(series: Series): Account[] {
  const [sent, ok, errors] = ["sent", "ok", "errors"].map((id) => series.values.get(id));
  const dropped = series.values.get("dropped");
  if (!sent || !ok || !errors) return [];
  return series.x.flatMap((x, index) => {
    const figures = [sent, ok, errors].map((statistics) => figureAt(statistics, index));
    const [out, good, bad] = figures;
    const lost = dropped ? figureAt(dropped, index) : 0;
    if (out == null || good == null || bad == null || lost === null) return [];
    return [{ x, sent: out, missing: out - good - bad - lost }];
  });
}

/** That no request is unaccounted for; silent unless that holds at every point of every series that has counts. */
export function accountings(dataset: Dataset): Accounting[] {
  const counted = dataset.series.filter(({ values }) => values.has("sent"));
  const accounts = counted.flatMap((series) => accountsOf(series));
  const sent = accounts.reduce((sum, account) => sum + account.sent, 0);
  const points = counted.reduce((sum, { x }) => sum + x.length, 0);
  if (sent === 0 || accounts.length < points || accounts.some(({ missing }) => Math.abs(missing) >= 0.5)) return [];
  return [
    {
      name: "accounting",
      metric: dataset.metrics.has("error_ratio") ? "error_ratio" : "errors",
      series: counted.map(({ id }) => id),
      data: { sent },
      sentence: `All ${count(sent)} requests are accounted for: answered or counted as errors.`,
    },
  ];
}
