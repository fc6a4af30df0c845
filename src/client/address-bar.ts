import type { Asked, fromQuery } from "../chart/adjust/from-query.ts";
import { placeName, toQuery } from "../chart/adjust/to-query.ts";
import { isSame, UNCHANGED } from "../chart/adjust/adjustment.ts";
import type { Shown, View } from "../chart/adjust/view.ts";
import type { Chart } from "../chart/chart.ts";
import type { Store } from "./store.ts";

/** Milliseconds after the last change at which the address says it: browsers limit how often it may. */
const CALM = 250;

/** Keeps the address of the page and what its charts show the same. */
export interface AddressBar {
  /** Whether the address asks anything of charts. */
  readonly asks: boolean;
  /** Shows in a chart what the address asks of it, and follows it from then on. Returns what was asked in vain. */
  readonly follow: (chart: Chart, store: Store, read: typeof fromQuery | null) => readonly string[];
  /** The address of the page with what a chart shows now, and of nothing else. */
  readonly addressOf: (chart: Chart, view: View) => string;
}

/** `all` is the view of all charts; each chart that follows the address brings its own sight of it. */
export function createAddressBar(all: Store): AddressBar {
  const opening = { query: location.search, target: targetOf(location.hash) };
  const charts = new Map<string, { readonly chart: Chart; readonly store: Store }>();
  let last: string | null = null;
  let timer = 0;

  function later(): void {
    clearTimeout(timer);
    timer = setTimeout(write, CALM);
  }

  /** One query for all: series that are off are off in every chart that has them. */
  function write(): void {
    const view = all.view();
    const meant = view.chart ?? last ?? opening.target;
    const read = charts.get(view.chart ?? "");
    replace(toQuery(view, meant, read === undefined ? null : placeName(read.chart.x, read.store.view().x)), meant);
  }

  all.listen((view, before) => {
    if (view.chart !== null) last = view.chart;
    const changed = [...view.adjustments].find(([id, one]) => before.adjustments.get(id) !== one)?.[0];
    last = changed ?? last;
    later();
  });

  function replace(query: string, target: string | null): void {
    const others = parts(location.search).filter((part) => part !== "" && !isOurs(part));
    const whole = [...others, query].filter((part) => part !== "").join("&");
    const fragment = query === "" || target === null ? location.hash : `#${encodeURIComponent(target)}`;
    history.replaceState(history.state, "", `${location.pathname}${whole === "" ? "" : `?${whole}`}${fragment}`);
  }

  return {
    asks: parts(opening.query).some(isOurs),
    follow(chart, store, read) {
      charts.set(chart.id, { chart, store });
      const asked = read?.(opening.query, opening.target, chart);
      if (asked !== undefined && (asked.hidden.size > 0 || asked.x !== null || !isSame(asked.adjustment, UNCHANGED)))
        store.send(toAction(asked, chart, all.view()));
      return asked?.refused ?? [];
    },
    addressOf(chart, view) {
      const own = new Set([...view.hidden].filter((id) => chart.series.some((one) => one.id === id)));
      const adjustments = new Map([...view.adjustments].filter(([id]) => id === chart.id));
      const x = view.chart === chart.id ? placeName(chart.x, view.x) : null;
      const query = toQuery({ hidden: own, adjustments }, chart.id, x);
      const { origin, pathname } = location;
      return `${origin}${pathname}${query === "" ? "" : `?${query}`}#${encodeURIComponent(chart.id)}`;
    },
  };
}

function toAction(asked: Asked, chart: Chart, view: View) {
  const shown: Shown = {
    hidden: new Set([...view.hidden, ...asked.hidden]),
    adjustments: new Map([
      ...view.adjustments,
      ...(isSame(asked.adjustment, UNCHANGED) ? [] : [[chart.id, asked.adjustment] as const]),
    ]),
  };
  return { type: "open", shown, chart: chart.id, x: view.x === null ? asked.x : null } as const;
}

function parts(query: string): string[] {
  return query.replace(/^\?/, "").split("&");
}

function isOurs(part: string): boolean {
  return /^(?:hide|x|(?:[^=]*\.)?(?:y|xscale|xrange|yrange|base|runs|panels))=/.test(part);
}

/** The chart that a fragment leads to, also under an id that it had before. */
function targetOf(hash: string): string | null {
  try {
    const id = decodeURIComponent(hash.slice(1));
    return document.getElementById(id)?.closest("figure.chart")?.id ?? (id || null);
  } catch {
    return null;
  }
}
