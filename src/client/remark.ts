/** What is wrong or odd, as the server of `dev` tells it. */
export interface Remark {
  readonly severity: "error" | "warning";
  readonly text: string;
  /** Path in the site of the page that is made of the file. */
  readonly page: string | null;
  readonly dataset: string | null;
  readonly chart: string | null;
  /** The line as it stands in the file. */
  readonly line: string;
}

/** The element of this page that a remark is about: its chart, or the smallest one that holds the words of its line. */
export function findTarget({ page, dataset, chart, line }: Remark): Element | null {
  const here = page !== null && decodeURI(location.pathname).endsWith(page);
  if (!here && dataset === null) return null;
  const id = chart ?? /\bid\s*=\s*["']?([^\s"'>]+)/.exec(line)?.[1];
  const figure = id === undefined ? null : document.getElementById(id);
  if (figure?.matches("figure")) return dataset === null || showsData(figure, dataset) ? figure : null;
  return here ? withWords(line.split(/\{\{.*?\}\}/).map(wordsOf)) : null;
}

function showsData(figure: Element, dataset: string): boolean {
  const link = figure.getAttribute("data-chart");
  return link !== null && (JSON.parse(link) as { dataset: string }).dataset === dataset;
}

/** Letters and digits alone: what Markdown marks, and how lines break, is different on the page. */
function wordsOf(text: string): string {
  return text
    .replace(/\]\([^)]*\)/g, "]")
    .replace(/<[^>]*>/g, "")
    .replace(/[^\p{L}\p{N}]+/gu, "")
    .toLowerCase();
}

/** Between the pieces stand figures of the data, which the page has and the line has not. */
function withWords(pieces: readonly string[]): Element | null {
  if (pieces.every(({ length }) => length < 3)) return null;
  const holding = [...document.querySelectorAll("main h1, main .lede, .prose *:not(figure *)")].filter((element) => {
    const words = wordsOf(element.textContent);
    return pieces.every((piece) => words.includes(piece));
  });
  return holding.find((element) => !holding.some((other) => other !== element && element.contains(other))) ?? null;
}
