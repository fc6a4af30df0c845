import type { Asked, fromQuery } from "../chart/adjust/from-query.ts";
import { toQuery } from "../chart/adjust/to-query.ts";
import { type Adjustment, isSame, UNCHANGED } from "../chart/adjust/adjustment.ts";
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

export function createAddressBar(): AddressBar {
  const opening = { query: location.search, target: targetOf(location.hash) };
  const stores = new Set<Store>();
  let last: string | null = null;
  let timer = 0;

  function later(): void {
    clearTimeout(timer);
    timer = setTimeout(write, CALM);
  }

  /** One query for all: series that are off are off in every chart that has them. */
  function write(): void {
    const views = [...stores].map((store) => store.view());
    const hidden = new Set(views.flatMap((view) => [...view.hidden]));
    const adjustments = new Map<string, Adjustment>(views.flatMap((view) => [...view.adjustments]));
    const read = views.find((view) => view.x !== null);
    const meant = read?.chart ?? last ?? opening.target;
    replace(toQuery({ hidden, adjustments }, meant, read?.x ?? null), meant);
  }

  function replace(query: string, target: string | null): void {
    const others = parts(location.search).filter((part) => part !== "" && !isOurs(part));
    const all = [...others, query].filter((part) => part !== "").join("&");
    const fragment = query === "" || target === null ? location.hash : `#${encodeURIComponent(target)}`;
    history.replaceState(history.state, "", `${location.pathname}${all === "" ? "" : `?${all}`}${fragment}`);
  }

  return {
    asks: parts(opening.query).some(isOurs),
    follow(chart, store, read) {
      const asked = read?.(opening.query, opening.target, chart);
      if (asked !== undefined && (asked.hidden.size > 0 || asked.x !== null || !isSame(asked.adjustment, UNCHANGED)))
        store.send(toAction(asked, chart, store.view()));
      if (!stores.has(store)) {
        stores.add(store);
        store.listen((view, before) => {
          if (view.chart !== null) last = view.chart;
          const changed = [...view.adjustments].find(([id, one]) => before.adjustments.get(id) !== one)?.[0];
          last = changed ?? last;
          later();
        });
      }
      return asked?.refused ?? [];
    },
    addressOf(chart, view) {
      const own = new Set([...view.hidden].filter((id) => chart.series.some((one) => one.id === id)));
      const adjustments = new Map([...view.adjustments].filter(([id]) => id === chart.id));
      const query = toQuery({ hidden: own, adjustments }, chart.id, view.chart === chart.id ? view.x : null);
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
  const reads = asked.x !== null && view.x === null;
  return { type: "open", shown, chart: reads ? chart.id : view.chart, x: reads ? asked.x : view.x } as const;
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
