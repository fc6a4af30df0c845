import { decideWith } from "./decide/decide-with.ts";
import type { Decide } from "./decide/decided.ts";
import { counted } from "./decide/since-start.ts";
import { boxChart } from "./distribution/box.ts";
import { ecdfChart } from "./distribution/ecdf.ts";
import { histogramChart } from "./distribution/histogram.ts";
import { percentileChart } from "./distribution/percentiles.ts";

export type { ChartContext, DecidedChart } from "./decide/decided.ts";

const decide = decideWith(
  new Map([
    ["box", boxChart],
    ["ecdf", ecdfChart],
    ["histogram", histogramChart],
    ["percentiles", percentileChart],
  ]),
);

/**
 * Decides everything that a description leaves open, from the data: mark, statistic, units, domains, round ticks, titles,
 * margins. Pure, and the same at build time and in the browser. Author's mistakes come back as problems at fields of
 * the description.
 */
export const toChart: Decide = (dataset, id, spec, context) => decide(counted(dataset, spec), id, spec, context);
