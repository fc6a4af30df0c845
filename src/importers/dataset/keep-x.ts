import type { Found, Notes } from "./input.ts";
import { byFile } from "./series.ts";
import { fieldOf } from "./x.ts";

/**
 * The points that have the x an author asked for. Benchmarks of one file take different parameters: those that do not
 * have this one are left out, and that is told. A file in which none has it is left to the axis, which says so.
 */
export function keepWithX(found: readonly Found[], said: string | undefined, notes: Notes): readonly Found[] {
  if (said === undefined) return found;
  return [...byFile(found)].flatMap(([file, points]) => {
    const kept = points.filter(({ point }) => fieldOf(point, said) !== null);
    if (kept.length === 0 || kept.length === points.length) return points;
    const fact = `${points.length - kept.length} of ${points.length} points have no ${said}: they are left out`;
    notes.warn(file, "x-missing", fact, "Import them under another name, or leave --x out for bars over all names.");
    return kept;
  });
}
