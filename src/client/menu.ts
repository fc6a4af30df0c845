import type { View } from "../chart/adjust/view.ts";
import type { Chart } from "../chart/chart.ts";
import { type Late, loadBefore } from "./late.ts";
import type { Store } from "./store.ts";

export type Tools = typeof import("./tools.ts");

export interface MenuOptions {
  readonly figure: HTMLElement;
  readonly chart: Chart;
  readonly store: Store;
  readonly tools: Late<Tools>;
  /** The chart as a view shows it. */
  readonly drawn: (view: View) => Chart;
  /** The address of what the chart shows. */
  readonly address: () => string;
}

/** Opens below a chart; what is in it comes with the code behind it when it is first wanted. Returns what shows a view in it. */
export function enableMenu(options: MenuOptions): (view: View) => void {
  const { figure, store, tools } = options;
  const menu = document.createElement("details");
  menu.className = "chart-menu";
  const content = document.createElement("div");
  menu.append(Object.assign(document.createElement("summary"), { textContent: "View" }), content);
  figure.querySelector(".chart-words")!.after(menu);
  loadBefore(menu, tools);
  let show: ((view: View) => void) | null = null;
  menu.addEventListener("toggle", () => {
    if (!menu.open || show !== null) return;
    tools.load().then(
      ({ fillMenu }) => {
        content.replaceChildren();
        show ??= fillMenu(content, options);
        show(store.view());
      },
      () => (content.textContent = "This could not be loaded. The page tries again when it is reloaded."),
    );
  });
  return (view) => show?.(view);
}
