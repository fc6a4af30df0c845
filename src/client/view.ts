/** What the reader has made of a post's charts. Everything interactive is computed from this; nothing else is remembered. */
export interface View {
  /** Ids of the series that are switched off. */
  readonly hidden: ReadonlySet<string>;
  /** Where the readout stands on the x-axis, in the unit that the axis shows; null when there is none. */
  readonly x: number | null;
  /** The series that the keyboard walks along, by id. */
  readonly focus: string | null;
  /** Id of the chart in which the reader moves: it alone speaks. */
  readonly chart: string | null;
}

export type Action =
  | { readonly type: "read"; readonly chart: string; readonly x: number; readonly focus?: string | null }
  | { readonly type: "leave" }
  | { readonly type: "toggle"; readonly series: string }
  | { readonly type: "only"; readonly series: string; readonly among: readonly string[] }
  | { readonly type: "reset" };

export const DEFAULT_VIEW: View = { hidden: new Set(), x: null, focus: null, chart: null };

/** The view after an action; the same object when nothing changes, so that nobody redraws for nothing. */
export function nextView(view: View, action: Action): View {
  switch (action.type) {
    case "read": {
      const focus = action.focus === undefined ? view.focus : action.focus;
      const same = view.x === action.x && view.focus === focus && view.chart === action.chart;
      return same ? view : { ...view, x: action.x, focus, chart: action.chart };
    }
    case "leave":
      return view.x === null && view.focus === null ? view : { ...view, x: null, focus: null, chart: null };
    case "toggle": {
      const hidden = new Set(view.hidden);
      if (!hidden.delete(action.series)) hidden.add(action.series);
      return withHidden(view, hidden);
    }
    case "only":
      return withHidden(view, hiddenBut(view, action.series, action.among));
    case "reset":
      return view.hidden.size === 0 ? view : { ...view, hidden: new Set() };
  }
}

/** All others of the chart off; a second time on the only one left: all of them on again. */
function hiddenBut(view: View, series: string, among: readonly string[]): Set<string> {
  const others = among.filter((id) => id !== series);
  const alone = !view.hidden.has(series) && others.every((id) => view.hidden.has(id));
  const elsewhere = [...view.hidden].filter((id) => !among.includes(id));
  return new Set(alone ? elsewhere : [...elsewhere, ...others]);
}

function withHidden(view: View, hidden: ReadonlySet<string>): View {
  return { ...view, hidden, focus: view.focus !== null && hidden.has(view.focus) ? null : view.focus };
}
