import type { Dataset } from "../../benchmark/dataset.ts";
import type { Unit } from "../../benchmark/unit.ts";
import type { ChartContext } from "../decide/decided.ts";
import type { Picked } from "../decide/pick.ts";
import type { Problem } from "../decide/problem.ts";
import { shown, shownUnit } from "../decide/shown.ts";
import type { ChartSpec } from "../spec.ts";
import { logarithmic } from "./figure-axis.ts";
import { type Has, type Loads, loadsOf } from "./loads.ts";
import { noSample, type Sample, sampleAt } from "./sample.ts";
import { logShares } from "./share-axis.ts";

/** What was measured at the places whose distributions are drawn; arrays are aligned with the loads. */
export interface Samples extends Loads {
  readonly samples: readonly Sample[];
  /** The values of the samples in the unit that people read. */
  readonly figures: readonly (readonly number[])[];
  readonly unit: Unit;
  /** Whether the axis of figures is logarithmic. */
  readonly log: boolean;
}

/** The samples that a chart of shares over figures is drawn from; null, and a problem, where there are none. */
export function samplesOf(
  dataset: Dataset,
  spec: ChartSpec,
  picked: Picked,
  context: ChartContext,
  problems: Problem[],
): Samples | null {
  const has: Has = (statistics, index) => sampleAt(statistics, index) !== null;
  const found = loadsOf(dataset, spec, picked, context, { has, missing: noSample(picked) }, problems);
  if (found === null) return null;
  if (spec.y?.scale === "log") problems.push(logShares());
  const unit = shownUnit(picked.metric.unit, picked.metric.display);
  const samples = found.loads.map(({ statistics, index }) => sampleAt(statistics, index)!);
  const figures = samples.map(({ values }) => values.map((value) => shown(value, unit)));
  return { ...found, samples, figures, unit, log: logarithmic(spec, figures) };
}
