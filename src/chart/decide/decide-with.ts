import type { Dataset } from "../../benchmark/dataset.ts";
import type { ChartSpec, MarkName } from "../spec.ts";
import type { ChartContext, Decide, DecidedChart } from "./decided.ts";
import { type Picked, pick, pickForm } from "./pick.ts";
import { plainChart } from "./plain-chart.ts";
import type { Problem } from "./problem.ts";

/** Decides the charts of one form. */
export type FormChart = (
  dataset: Dataset,
  id: string,
  spec: ChartSpec,
  picked: Picked,
  context: ChartContext,
  problems: Problem[],
) => DecidedChart;

/**
 * What decides charts of the plain forms, and of those others that it is given: few articles show them, so that browsers load
 * what they take on need.
 */
export function decideWith(others: ReadonlyMap<MarkName, FormChart>): Decide {
  return (dataset, id, spec, context) => {
    const problems: Problem[] = [];
    const picked = pick(dataset, spec, problems);
    if (picked === null) return { chart: null, problems };
    const form = pickForm(dataset, picked, spec);
    const other = others.get(form);
    if (other !== undefined) return other(dataset, id, spec, picked, context, problems);
    return plainChart(dataset, id, spec, { ...picked, form }, context, problems);
  };
}

const PLAIN: ReadonlySet<MarkName> = new Set(["line", "bar", "dot", "strip"]);

/** Whether a chart is decided by `decideWith` alone, without other forms and with times as they are. */
export function isPlain(dataset: Dataset, spec: ChartSpec): boolean {
  if (spec.x?.origin !== undefined) return false;
  const picked = pick(dataset, spec, []);
  return picked === null || PLAIN.has(pickForm(dataset, picked, spec));
}
