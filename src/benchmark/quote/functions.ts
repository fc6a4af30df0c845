import { crossovers } from "../insights/crossover.ts";
import { errorOnsets } from "../insights/error-onset.ts";
import { firstErrors } from "../insights/first-errors.ts";
import { noiseFloors } from "../insights/noise-floor.ts";
import { saturations } from "../insights/saturation.ts";
import { targetRates } from "../insights/target-rate.ts";
import { bracketWords } from "../insights/words.ts";
import { displayUnit } from "../unit.ts";
import { type Context, Refusal } from "./context.ts";
import { extreme, oneSided, peak, ratio, recorded, valueAt, withoutUnit } from "./figures.ts";

/** What can be quoted: a name, the arguments by their places, and the words that come of it. */
export interface Quotable {
  readonly parameters: readonly string[];
  /** What it gives, in a few words. */
  readonly gives: string;
  readonly quote: (context: Context) => string;
}

/** Every function, one entry each. Percentiles (`p99`) come beside them. */
export const quotables: Readonly<Record<string, Quotable>> = {
  value: {
    parameters: ["series", "x"],
    gives: "the figure at an x",
    quote: (context) => {
      const series = context.series("series");
      return context.figure(valueAt(context, series, context.x("x", series)));
    },
  },
  highest: {
    parameters: ["series"],
    gives: "the highest figure",
    quote: (context) => context.figure(extreme(context, 1).value),
  },
  highest_at: {
    parameters: ["series"],
    gives: "where it is highest",
    quote: (context) => context.place(extreme(context, 1).x),
  },
  lowest: {
    parameters: ["series"],
    gives: "the lowest figure",
    quote: (context) => context.figure(extreme(context, -1).value),
  },
  lowest_at: {
    parameters: ["series"],
    gives: "where it is lowest",
    quote: (context) => context.place(extreme(context, -1).x),
  },
  range: {
    parameters: ["series"],
    gives: "the lowest and the highest figure",
    quote: (context) => {
      const [low, high] = [-1, 1].map((sign) => context.figure(extreme(context, sign as -1 | 1).value));
      return `${withoutUnit(low!, high!)} to ${high}`;
    },
  },
  ratio: {
    parameters: ["a", "b", "x"],
    gives: "how many times b's figure a's is",
    quote: (context) => context.plain(ratio(context)),
  },
  more: {
    parameters: ["a", "b", "x"],
    gives: "by how many percent a's figure is higher than b's",
    quote: (context) => context.percent(oneSided(context, ratio(context) - 1, "more")),
  },
  less: {
    parameters: ["a", "b", "x"],
    gives: "by how many percent a's figure is lower than b's",
    quote: (context) => context.percent(oneSided(context, 1 - ratio(context), "less")),
  },
  delivered: {
    parameters: ["series", "x"],
    gives: "the share of the demanded rate that was answered",
    quote: (context) => {
      const series = context.series("series");
      const x = context.x("x", series);
      if (context.dataset.x.name !== "demanded_request_rate" || context.metric.unit !== "1/s")
        throw new Refusal("nothing was demanded here", "It needs a rate over demanded rates.");
      return context.percent(valueAt(context, series, x) / x);
    },
  },
  peak: {
    parameters: ["series"],
    gives: "the sustained peak",
    quote: (context) => context.figure(peak(context).delivered),
  },
  peak_at: {
    parameters: ["series"],
    gives: "the demanded rate at the sustained peak",
    quote: (context) => context.place(peak(context).rate),
  },
  knee: {
    parameters: ["series"],
    gives: "between which rates it saturates",
    quote: (context) => {
      const series = context.series("series");
      const [found] = saturations({ ...context.dataset, series: [series] });
      if (found?.data.above == null || found.data.upTo === null)
        throw new Refusal(
          `no saturation of ${series.id} is known between two rates`,
          "Say nothing of one, or measure it.",
        );
      return bracketWords(context.dataset, found.data.above, found.data.upTo);
    },
  },
  onset: {
    parameters: ["series"],
    gives: "the first x with more than 0.1 % errors",
    quote: (context) => {
      const series = context.series("series");
      const only = { ...context.dataset, series: [series] };
      const x = [...errorOnsets(only), ...firstErrors(only)].find(({ data }) => data.x !== null)?.data.x;
      if (x == null)
        throw new Refusal(`no onset of errors of ${series.id} is known`, "Say nothing of one, or measure it.");
      return context.place(x);
    },
  },
  crossover: {
    parameters: ["a", "b"],
    gives: "between which x two series change places",
    quote: (context) => {
      const [a, b] = [context.series("a"), context.series("b")];
      const { dataset, metric } = context;
      const [found] = crossovers({ ...dataset, series: [a, b], metrics: new Map([[metric.id, metric]]) });
      if (!found) throw new Refusal(`${a.id} and ${b.id} do not change places beyond the noise`, "Say nothing of it.");
      return bracketWords(dataset, found.data.last, found.data.first);
    },
  },
  within: {
    parameters: ["series", "stat", "limit"],
    gives: "the demanded rate up to which a percentile stays within a limit, in the unit that people read",
    quote: (context) => {
      const latency = context.dataset.metrics.get("latency");
      const unit = latency && displayUnit(latency.unit, latency.display);
      const series = context.series("series");
      const stat = context.text("stat");
      const limit = context.number("limit") / (unit?.factor ?? 1);
      const [found] = targetRates({ ...context.dataset, series: [series] }, { stat, limit });
      if (!found)
        throw new Refusal(
          `at no rate ${stat} of ${series.id} is known to stay within it`,
          "It needs the percentile from enough requests, and errors.",
        );
      return context.place(found.data.x);
    },
  },
  noise: {
    parameters: ["series"],
    gives: "the median variation from run to run",
    quote: (context) => {
      const { dataset, metric } = context;
      const series = context.series("series");
      const [found] = noiseFloors({ ...dataset, series: [series], metrics: new Map([[metric.id, metric]]) });
      if (!found)
        throw new Refusal(`the noise of ${metric.id} is not known`, "It needs three runs or more at a point.");
      return context.percent(found.data.median);
    },
  },
  points: {
    parameters: ["series"],
    gives: "at how many x it was measured",
    quote: (context) => context.plain(context.series("series").x.length),
  },
  recorded: {
    parameters: ["path"],
    gives: "what the dataset recorded of its method: sampling.runs",
    quote: (context) => recorded(context, context.text("path")),
  },
};

/** A percentile by its name: `p99("node-1", 400)`. */
export function percentile(stat: string): Quotable {
  return {
    parameters: ["series", "x"],
    gives: `the ${stat} at an x`,
    quote: (context) => {
      const series = context.series("series");
      return context.figure(valueAt({ ...context, stat }, series, context.x("x", series)));
    },
  };
}
