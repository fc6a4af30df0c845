import type { Dataset } from "../../benchmark/dataset.ts";
import type { Unit } from "../../benchmark/unit.ts";
import type { Chart } from "../chart.ts";
import type { ChartSpec } from "../spec.ts";
import type { Picked } from "./pick.ts";

/**
 * Where throughput stands over the rate that was demanded, the line on which all is delivered belongs into the picture: without
 * it nobody sees where a server falls behind. Drawn by default where both are rates and x says so in its name.
 */
export function toReference(
  dataset: Dataset,
  { metric, stat }: Picked,
  spec: ChartSpec,
  units: { readonly x: Unit; readonly y: Unit },
): Chart["reference"] {
  const centre = ["mean", "median", "value", "p50"].includes(stat);
  const rates = dataset.x.unit === "1/s" && metric.unit === "1/s" && metric.better === "higher";
  const meant = rates && centre && /demand/i.test(`${dataset.x.name} ${dataset.x.label}`);
  const wanted = spec.reference === "demanded" || (spec.reference === undefined && meant);
  if (!wanted || dataset.x.kind !== "number") return null;
  return { label: "as demanded", slope: units.y.factor / units.x.factor };
}
