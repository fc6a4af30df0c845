import { type Adjustment, isSame, UNCHANGED } from "./adjustment.ts";
import { reveal } from "./zoom.ts";

/** What the reader has made of a post's charts. Everything interactive is computed from this; nothing else is remembered. */
export interface View {
  /** Ids of the series that are switched off. */
  readonly hidden: ReadonlySet<string>;
  /** Where the readout stands on the x-axis of `chart`, in the unit that the axis shows; null when there is none. */
  readonly x: number | null;
  /** The series that the keyboard walks along, by id. */
  readonly focus: string | null;
  /** Id of the chart in which the reader moves: it alone speaks. */
  readonly chart: string | null;
  /** What was changed in single charts, by id; a chart that shows what was described is not in it. */
  readonly adjustments: ReadonlyMap<string, Adjustment>;
  /** What `undo` goes back to, the latest last. */
  readonly past: readonly Shown[];
}

/** The part of a view that changes the pictures. */
export type Shown = Pick<View, "hidden" | "adjustments">;

export type Action =
  | { readonly type: "read"; readonly chart: string; readonly x: number; readonly focus?: string | null }
  | { readonly type: "leave" }
  | { readonly type: "toggle"; readonly series: string }
  | { readonly type: "only"; readonly series: string; readonly among: readonly string[] }
  /** Shows all series again. */
  | { readonly type: "reset" }
  | { readonly type: "adjust"; readonly chart: string; readonly change: Partial<Adjustment> }
  /** Gives a chart back as it was described, with all of its series. */
  | { readonly type: "restore"; readonly chart: string; readonly among: readonly string[] }
  /** Takes the last change of the pictures back. */
  | { readonly type: "undo" }
  /** Shows what an address asks for; without an x, what is read stays as it is. */
  | { readonly type: "open"; readonly shown: Shown; readonly chart: string; readonly x: number | null };

export const DEFAULT_VIEW: View = {
  hidden: new Set(),
  x: null,
  focus: null,
  chart: null,
  adjustments: new Map(),
  past: [],
};

/** So many changes can be taken back. */
const MEMORY = 50;

/** The view after an action; the same object when nothing changes, so that nobody redraws for nothing. */
export function nextView(view: View, action: Action): View {
  switch (action.type) {
    case "read": {
      const focus = action.focus === undefined ? view.focus : action.focus;
      const same = view.x === action.x && view.focus === focus && view.chart === action.chart;
      return same ? view : { ...followed(view, action.chart, action.x), x: action.x, focus, chart: action.chart };
    }
    case "leave":
      return view.x === null && view.focus === null ? view : { ...view, x: null, focus: null, chart: null };
    case "toggle": {
      const hidden = new Set(view.hidden);
      if (!hidden.delete(action.series)) hidden.add(action.series);
      return changed(view, { hidden });
    }
    case "only":
      return changed(view, { hidden: hiddenBut(view, action.series, action.among) });
    case "reset":
      return view.hidden.size === 0 ? view : changed(view, { hidden: new Set() });
    case "adjust": {
      const before = adjustmentOf(view, action.chart);
      const after = { ...before, ...action.change };
      return isSame(before, after) ? view : changed(view, { adjustments: withAdjustment(view, action.chart, after) });
    }
    case "restore": {
      const hidden = new Set([...view.hidden].filter((id) => !action.among.includes(id)));
      if (hidden.size === view.hidden.size && !view.adjustments.has(action.chart)) return view;
      return changed(view, { hidden, adjustments: withAdjustment(view, action.chart, UNCHANGED) });
    }
    case "undo": {
      const last = view.past.at(-1);
      return last === undefined ? view : { ...seen(view, last), past: view.past.slice(0, -1) };
    }
    case "open":
      return {
        ...seen(view, action.shown),
        ...(action.x === null ? {} : { x: action.x, chart: action.chart }),
        past: [],
      };
  }
}

/** What was changed in a chart. */
export function adjustmentOf({ adjustments }: Shown, chart: string): Adjustment {
  return adjustments.get(chart) ?? UNCHANGED;
}

function withAdjustment({ adjustments }: View, chart: string, adjustment: Adjustment): Map<string, Adjustment> {
  const others = [...adjustments].filter(([id]) => id !== chart);
  return new Map(isSame(adjustment, UNCHANGED) ? others : [...others, [chart, adjustment]]);
}

/** A reader who walks out of the part that is looked at takes it along. */
function followed(view: View, chart: string, x: number): View {
  const { xRange, ...rest } = adjustmentOf(view, chart);
  const range = reveal(xRange, x);
  return range === xRange ? view : { ...view, adjustments: withAdjustment(view, chart, { ...rest, xRange: range }) };
}

/** All others of the chart off; a second time on the only one left: all of them on again. */
function hiddenBut(view: View, series: string, among: readonly string[]): Set<string> {
  const others = among.filter((id) => id !== series);
  const alone = !view.hidden.has(series) && others.every((id) => view.hidden.has(id));
  const elsewhere = [...view.hidden].filter((id) => !among.includes(id));
  return new Set(alone ? elsewhere : [...elsewhere, ...others]);
}

function changed(view: View, change: Partial<Shown>): View {
  const { hidden, adjustments } = view;
  return {
    ...seen(view, { hidden, adjustments, ...change }),
    past: [...view.past, { hidden, adjustments }].slice(-MEMORY),
  };
}

function seen(view: View, { hidden, adjustments }: Shown): View {
  return { ...view, hidden, adjustments, focus: view.focus !== null && hidden.has(view.focus) ? null : view.focus };
}
