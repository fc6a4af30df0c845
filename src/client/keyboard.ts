import type { Chart } from "../chart/chart.ts";
import { canHaveRuns } from "../chart/adjust/runs.ts";
import type { View } from "../chart/adjust/view.ts";
import type { Store } from "./store.ts";
import { keyAction } from "./keys.ts";

/** What the keys do, shown while the keyboard is in the chart and tied to it as its description. */
const HINT = "← → points · ↑ ↓ series · + − zoom · L log · B base · U undo · Esc";
const SPOKEN_HINT =
  "Left and right arrow keys read point by point, up and down choose a series, Home and End go to the ends, plus and minus zoom, L changes the scale, B takes the chosen series as the base of the others, U takes a change back, 0 all of them, Escape leaves.";

/**
 * Makes the plot one stop for the keyboard, named and described as the picture was, that walks through the measured points.
 * Returns the region through which it speaks.
 */
export function enableKeyboard(
  figure: HTMLElement,
  plot: HTMLElement,
  chart: Chart,
  store: Store,
  pointsOf: (view: View) => Chart,
): HTMLElement {
  const spoken = hidden(document.createElement("p"));
  const hasRuns = canHaveRuns(chart);
  spoken.id = `${figure.id.replace(/\s/g, "_")}-keys`;
  spoken.textContent = hasRuns ? SPOKEN_HINT.replace(" U takes", " R draws single runs, U takes") : SPOKEN_HINT;
  const region = hidden(document.createElement("p"));
  region.className += " chart-live";
  region.setAttribute("aria-live", "polite");
  const hint = document.createElement("span");
  hint.className = "chart-hint";
  hint.setAttribute("aria-hidden", "true");
  hint.textContent = hasRuns ? HINT.replace(" · U", " · R runs · U") : HINT;
  figure.querySelector(".chart-unit")!.append(hint);
  plot.after(spoken, region);
  plot.tabIndex = 0;
  plot.setAttribute("role", "application");
  plot.setAttribute("aria-roledescription", "interactive chart");
  plot.setAttribute("aria-describedby", `${plot.getAttribute("aria-describedby")} ${spoken.id}`);
  plot.addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const view = store.view();
    const action = keyAction(chart, view, event.key, pointsOf(view));
    if (action === null) return;
    event.preventDefault();
    store.send(action);
  });
  // what the figure's buttons and links do is done with the place that was chosen
  figure.addEventListener("focusout", ({ relatedTarget }) => {
    if (store.view().chart === chart.id && !figure.contains(relatedTarget as Node | null))
      store.send({ type: "leave" });
  });
  return region;
}

function hidden<E extends HTMLElement>(element: E): E {
  element.className = "chart-spoken";
  return element;
}
