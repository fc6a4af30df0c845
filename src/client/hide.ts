/**
 * Leaves series out of what a figure's page says of it, for paper and wherever that stands in for what is live: out of its picture by
 * their colours, out of its legend and its words by their places.
 */
export function hideSeries(figure: HTMLElement, isHidden: (id: string) => boolean): void {
  const items = [...figure.querySelectorAll<HTMLElement>(".chart-legend [data-series]")];
  const isOff = ({ dataset }: HTMLElement): boolean => isHidden(dataset["series"]!);
  const colourOf = (item: HTMLElement): string => /--series-(\d+)/.exec(item.innerHTML)?.[1] ?? "";
  const shown = new Set(items.filter((item) => !isOff(item)).map(colourOf));
  for (const colour of items.map(colourOf)) figure.classList.toggle(`hides-${colour}`, !shown.has(colour));
  figure.classList.toggle("is-empty", items.length > 0 && shown.size === 0);
  // the first paragraph is about all of them
  const [, ...words] = figure.querySelectorAll<HTMLElement>(".chart-words p");
  for (const [i, item] of items.entries()) {
    item.classList.toggle("is-off", isOff(item));
    if (words[i]) words[i].hidden = isOff(item);
  }
}
