import { createNames } from "../charts/addresses.ts";
import type { Datasets, Loaded } from "../charts/datasets.ts";
import { readDatasets } from "../charts/datasets.ts";
import { decideFigures } from "../charts/decide.ts";
import type { Figure, FigurePaths } from "../charts/figure.ts";
import type { Memory } from "../memory.ts";
import type { Diagnostic } from "../../source/diagnostic.ts";
import type { Element } from "./element.ts";
import { type ChartText, toEntry } from "./texts.ts";

/** The charts of a text, decided. */
export interface Decided {
  readonly figures: ReadonlyMap<Element, Figure>;
  readonly datasets: readonly Loaded[];
  readonly diagnostics: readonly Diagnostic[];
}

export interface Folders {
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
  const { entry, diagnostics } = toEntry(text, elements);
  const datasets: Datasets = readDatasets(".", [entry], memory, data);
  const decided = decideFigures([entry], datasets, memory);
  const names = createNames();
  const figures = elements.flatMap((element, index) => {
    const figure = decided.byFlot.get(entry.article.flots[index]!);
    if (!figure) return [];
    const paths = pathsOf(
      `${publish}charts/${name}`,
      names.claim("", figure.id, name),
      `${publish}data/${figure.dataset.name}.json`,
    );
    const sources = [figure, JSON.stringify(paths)];
    return [
      [element, memory.keep(`placed ${name}#${figure.id}`, sources, (): Figure => ({ ...figure, paths }))] as const,
    ];
  });
  return {
    figures: new Map(figures),
    datasets: datasets.all,
    diagnostics: [...diagnostics, ...datasets.diagnostics, ...decided.diagnostics].filter(isOfText),
  };
}

function pathsOf(folder: string, name: string, json: string): FigurePaths {
  const to = (extension: string): string => `${folder}/${name}.${extension}`;
  return { page: to("html"), embed: to("html"), csv: to("csv"), svg: to("svg"), png: to("png"), json };
}

/** A description that the text's own elements do not use may be that of a layout's. */
function isOfText({ code }: Diagnostic): boolean {
  return code !== "unused-chart";
}
