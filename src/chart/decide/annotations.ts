import type { Annotation, Axis } from "../chart.ts";
import type { AnnotationSpec } from "../spec.ts";
import { error, type Problem, suggest, warning } from "./problem.ts";

/** The author's remarks at their places on the axis; a place that the axis does not have is a problem. */
export function toAnnotations(specs: readonly AnnotationSpec[], axis: Axis, problems: Problem[]): Annotation[] {
  return specs.flatMap(({ x, label }, i) => {
    const path = ["annotations", i, "x"];
    const place = placeOf(x, axis);
    if (place === null) {
      const fact = `the x-axis has no place "${x}"`;
      const help = axis.kind === "category" ? suggest(String(x), axis.categories, "categories") : "Write a number.";
      problems.push(error("unknown-place", path, fact, help));
      return [];
    }
    if (place < axis.domain[0] || place > axis.domain[1]) {
      const [low, high] = axis.domain;
      const fact = `the annotation at ${x} is outside the x-axis, which goes from ${low} to ${high}`;
      problems.push(warning("outside-axis", path, fact, "Move it, or widen the x-axis with a domain."));
    }
    return [{ x: place, label }];
  });
}

function placeOf(x: number | string, axis: Axis): number | null {
  if (axis.kind === "category") {
    const index = axis.categories.indexOf(String(x));
    return index < 0 ? null : index;
  }
  if (typeof x === "number") return x;
  const time = axis.kind === "time" ? Date.parse(x) : Number.NaN;
  return Number.isNaN(time) ? null : time / 1000;
}
