/** One chart as every peer gets it. */
export interface PeerChart {
  readonly element: HTMLElement;
  readonly x: number[];
  readonly series: readonly { readonly label: string; readonly y: number[] }[];
}

interface Dataset {
  readonly series: readonly {
    readonly id: string;
    readonly label: string;
    readonly x: number[];
    readonly values: Readonly<Record<string, Readonly<Record<string, number[]>>>>;
  }[];
}

/** Loads the dataset that the article names and picks each chart's series, as a page of this kind does by hand. */
export async function loadCharts(): Promise<readonly PeerChart[]> {
  const address = document.querySelector<HTMLElement>("[data-dataset]")?.dataset["dataset"] ?? "/data.json";
  const dataset = (await (await fetch(address)).json()) as Dataset;
  return [...document.querySelectorAll<HTMLElement>(".flot")].map((element) => toChart(element, dataset));
}

function toChart(element: HTMLElement, { series: all }: Dataset): PeerChart {
  const { metric = "", series = "" } = element.dataset;
  const chosen = series.split(",").flatMap((id) => all.find((one) => one.id === id) ?? []);
  const y = (values: (typeof chosen)[number]["values"]): number[] =>
    values[metric]?.["mean"] ?? values[metric]?.["value"] ?? [];
  return { element, x: chosen[0]?.x ?? [], series: chosen.map(({ label, values }) => ({ label, y: y(values) })) };
}
