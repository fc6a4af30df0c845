import type { View } from "../chart/adjust/view.ts";
import type { Axis, Chart } from "../chart/chart.ts";
import { createStore, type Store } from "./store.ts";

/** One view for all charts of a page: what is off is off in each of them, and those over the same x are read together. */
export interface Linked {
  /** The view of all, in which an x is as `placeOf` has it. */
  readonly all: Store;
  /** The same as one chart sees it: with its own x, and without any where charts over another are read. */
  readonly of: (chart: Chart) => Store;
}

interface Place {
  /** The same for axes of the same x. */
  readonly group: string;
  readonly toShared: (x: number) => number;
  /** NaN where the chart has no such place. */
  readonly toOwn: (x: number) => number;
}

export function linkCharts(): Linked {
  const all = createStore();
  const groups = new Map<string, string>();
  return {
    all,
    of({ id, x: axis }) {
      const { group, toShared, toOwn } = placeOf(axis);
      groups.set(id, group);
      const own = (view: View): View => {
        if (view.x === null) return view;
        const x = groups.get(view.chart ?? "") === group ? toOwn(view.x) : Number.NaN;
        return Number.isNaN(x) ? { ...view, x: null, focus: null, chart: null } : { ...view, x };
      };
      return {
        view: () => own(all.view()),
        send: (action) => all.send("x" in action && action.x !== null ? { ...action, x: toShared(action.x) } : action),
        listen: (listener) =>
          all.listen((after, before) => {
            const [now, then] = [own(after), own(before)];
            if ((Object.keys(now) as (keyof View)[]).some((key) => now[key] !== then[key])) listener(now, then);
          }),
      };
    },
  };
}

/**
 * How charts know an x in common: figures as they are, names by their place in the order of letters, since each chart may have them
 * in an order of its own. Figures that stand as names, under bars, are figures again.
 */
export function placeOf({
  kind,
  label,
  unit,
  categories,
}: Pick<Axis, "kind" | "label" | "unit" | "categories">): Place {
  const measured = `${label} ${unit}`;
  if (kind !== "category") return { group: measured, toShared: (x) => x, toOwn: (x) => x };
  const names = [...categories].sort();
  const figures = categories.map((name) => Number(name.replace(/\s/g, "").replace("−", "-")));
  const areNames = new Set(figures).size < categories.length || figures.some(Number.isNaN);
  const shared = areNames ? categories.map((name) => names.indexOf(name)) : figures;
  return {
    group: areNames ? JSON.stringify(names) : measured,
    toShared: (x) => shared[x] ?? Number.NaN,
    toOwn: (x) => (shared.includes(x) ? shared.indexOf(x) : Number.NaN),
  };
}
