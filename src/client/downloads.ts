import { adjustmentOf } from "../chart/adjust/view.ts";
import type { MenuOptions } from "./menu.ts";
import { type Format, FORMATS, makeFile } from "./seen-file.ts";

/** How long a file that was handed over is kept, in milliseconds: browsers read it while they save it. */
const KEPT = 60_000;

/** Buttons in a row for files of what a chart shows at the moment. */
export function createDownloads(row: HTMLElement, options: MenuOptions): HTMLElement {
  const status = document.createElement("span");
  status.setAttribute("role", "status");
  row.append("Save this view:");
  for (const [format, text] of Object.entries(FORMATS)) {
    const button = Object.assign(document.createElement("button"), { type: "button", textContent: text });
    button.addEventListener("click", () => {
      status.textContent = "";
      save(format as Format, options).catch((error: unknown) => {
        console.warn(`no ${text} of ${options.chart.id}: ${String(error)}`);
        status.textContent = `The ${text} file could not be made. Try again.`;
      });
    });
    row.append(button);
  }
  row.append(status);
  return row;
}

async function save(format: Format, { figure, chart, store, drawn, address }: MenuOptions): Promise<void> {
  const view = store.view();
  const csv = figure.querySelector<HTMLAnchorElement>('.chart-links a[href$=".csv"]')?.href ?? null;
  const { name, content } = await makeFile(format, {
    chart: drawn(view),
    hidden: view.hidden,
    panels: adjustmentOf(view, chart.id).panels,
    address: address(),
    csv,
  });
  const link = Object.assign(document.createElement("a"), { href: URL.createObjectURL(content), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), KEPT);
}
