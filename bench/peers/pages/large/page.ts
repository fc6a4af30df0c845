interface Dataset {
  readonly series: readonly {
    readonly id: string;
    readonly x: readonly number[];
    readonly values: { readonly latency: { readonly value: readonly number[] } };
  }[];
}

export interface Line {
  readonly label: string;
  readonly x: readonly number[];
  readonly y: readonly number[];
}

export const element = document.querySelector<HTMLElement>("#chart")!;
export const colours = ["#1b6ca8", "#c2571a", "#2f7d4f", "#8a3f9c", "#8c6d1f", "#b3315a"];

/** The lines of the dataset beside the page. */
export async function loadLines(): Promise<Line[]> {
  const { series } = (await (await fetch("/data.json")).json()) as Dataset;
  return series.map(({ id, x, values }) => ({ label: id, x, y: values.latency.value }));
}

/** Says that the chart is drawn, and how it is moved over and zoomed. */
export function offer(end: number, target: () => Element, zoomTo: (low: number, high: number) => unknown): void {
  let width = end;
  Object.assign(window, {
    peer: {
      hover(share: number) {
        const { left, top, width: across } = element.getBoundingClientRect();
        const at = { clientX: left + across * share, clientY: top + 150, bubbles: true };
        target().dispatchEvent(new PointerEvent("pointermove", { ...at, pointerType: "mouse" }));
        target().dispatchEvent(new MouseEvent("mousemove", at));
      },
      zoom(closer: boolean) {
        width = closer ? width / 2 : Math.min(end, width * 2);
        zoomTo((end - width) / 2, (end + width) / 2);
      },
    },
  });
  document.body.classList.add("is-drawn");
}
