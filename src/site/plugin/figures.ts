import { createNames } from "../charts/addresses.ts";
import { type Loaded, readDatasets } from "../charts/datasets.ts";
import { decideFigures } from "../charts/decide.ts";
import type { Figure, FigurePaths } from "../charts/figure.ts";
import type { Memory } from "../memory.ts";
import type { Entry } from "../posts/entry.ts";
import type { Diagnostic } from "../../source/diagnostic.ts";
import type { Element } from "./element.ts";
import { type ChartText, datasetOf, toEntry } from "./texts.ts";

/** A chart, the entry that its text is for the rest of the program, and its data. */
export interface Shown {
  readonly figure: Figure;
  readonly entry: Entry;
  readonly loaded: Loaded;
}

/** The charts of a text, decided. */
export interface Decided {
  readonly figures: ReadonlyMap<Element, Shown>;
  readonly datasets: readonly Loaded[];
  readonly diagnostics: readonly Diagnostic[];
}

export interface Folders {
  /** The templates, as Eleventy names it. */
  readonly input: string;
  /** The datasets, on disk. */
  readonly data: string;
  /** Path in the site under which everything is published; with slashes at both ends. */
  readonly publish: string;
}

/** Decides the charts of a text, whose files go into a folder of that name among the published ones. */
export function decideText(
  text: ChartText,
  elements: readonly Element[],
  name: string,
  { data, publish }: Folders,
  memory: Memory,
): Decided {
  const names = createNames();
  const figures = new Map<Element, Shown>();
  const loaded = new Map<string, Loaded>();
  const diagnostics: Diagnostic[] = [];
  for (const dataset of new Set(elements.map(datasetOf))) {
    const together = elements.filter((element) => datasetOf(element) === dataset);
    const { entry, ...read } = toEntry(text, together, dataset);
    const datasets = readDatasets(".", [entry], memory, data);
    const decided = decideFigures([entry], datasets, memory);
    diagnostics.push(...read.diagnostics, ...datasets.diagnostics, ...decided.diagnostics);
    for (const one of datasets.all) loaded.set(one.dataset.name, one);
    for (const [index, element] of together.entries()) {
      const figure = decided.byFlot.get(entry.article.flots[index]!);
      if (!figure) continue;
      const file = names.claim("", figure.id, name);
      const paths = pathsOf(`${publish}charts/${name}`, file, `${publish}data/${figure.dataset.name}.json`);
      const place = (): Figure => ({ ...figure, paths });
      const placed = memory.keep(`placed ${name}#${file}`, [figure, JSON.stringify(paths)], place);
      const own = datasets.of(entry).find(({ dataset }) => dataset === figure.dataset)!;
      figures.set(element, { figure: placed, entry, loaded: own });
    }
  }
  return { figures, datasets: [...loaded.values()], diagnostics: diagnostics.filter(isOfText) };
}

function pathsOf(folder: string, name: string, json: string): FigurePaths {
  const to = (extension: string): string => `${folder}/${name}.${extension}`;
  return { page: to("html"), embed: to("html"), csv: to("csv"), svg: to("svg"), png: to("png"), json };
}

/** A description that the text's own elements do not use may be that of a layout's. */
function isOfText({ code }: Diagnostic): boolean {
  return code !== "unused-chart";
}
