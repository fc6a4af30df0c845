import { existsSync, readFileSync } from "node:fs";
import { posix } from "node:path";
import type { Diagnostic } from "../../source/diagnostic.ts";
import { diagnose } from "../../source/source.ts";
import type { ChartAssets } from "../bundle/charts.ts";
import { safeName } from "../charts/addresses.ts";
import { feedFigure } from "../charts/feed-figure.ts";
import type { Figure } from "../charts/figure.ts";
import { datasetFiles, figureFiles } from "../charts/files.ts";
import type { Loaded } from "../charts/datasets.ts";
import { pageFigure } from "../charts/page-figure.ts";
import type { OutputPage } from "../eleventy.ts";
import { madeFile, type SiteFile } from "../files.ts";
import type { Memory } from "../memory.ts";
import type { Site } from "../site.ts";
import type { Element } from "./element.ts";
import { type Decided, decideText, type Folders } from "./figures.ts";
import { headLinks, withLinks } from "./head.ts";
import { type Mark, markCharts, withoutCutWords } from "./marks.ts";
import { numbersPage } from "./numbers.ts";
import { formOf, replaceWords } from "./output.ts";
import { placeCharts, type Spot } from "./place.ts";
import type { ChartText } from "./texts.ts";

/** What one build is made with. */
export interface Setting {
  readonly site: Site;
  readonly assets: ChartAssets;
}

/** The charts of a site while it is built, again and again. */
export interface Desk {
  /** Begins a build. */
  begin(setting: Setting): void;
  /** Marks the charts in a template's text; gives the text for its language. */
  mark(inputPath: string, slug: string, given: unknown, content: string): string;
  /** Puts charts into what a template has become. */
  place(page: OutputPage, content: string): string;
  /** What this build has placed, and all that is wrong with it. */
  end(): {
    readonly texts: number;
    readonly charts: number;
    readonly files: readonly SiteFile[];
    readonly diagnostics: readonly Diagnostic[];
  };
}

interface OwnMark extends Mark {
  /** The text that it stands in. */
  readonly file: string;
}

interface Marked {
  readonly text: ChartText;
  readonly marks: readonly OwnMark[];
}

export function openDesk(folders: Folders, memory: Memory): Desk {
  const texts = new Map<string, Marked>();
  const marks = new Map<string, OwnMark>();
  let setting: Setting | null = null;
  let decided = new Map<string, Decided>();
  let placed = new Map<string, { readonly figure: Figure; readonly file: string }>();
  let used = new Map<string, Loaded>();
  let diagnostics: Diagnostic[] = [];

  function decide(text: ChartText, elements: readonly Element[], name: string): Decided {
    const all = decideText(text, elements, name, folders, memory);
    diagnostics.push(...all.diagnostics);
    for (const loaded of all.datasets) used.set(loaded.dataset.name, loaded);
    return all;
  }

  /** The charts that a text names, decided when the first of them is shown. */
  function ofText(file: string): Decided {
    const { text, marks } = texts.get(file)!;
    const path = posix.relative(posix.normalize(folders.input), file).replace(/\.[^./]*$/, "");
    const known = decided.get(file) ?? decide(text, marks, nameOf(path));
    decided.set(file, known);
    return known;
  }

  function figuresAt(page: OutputPage, spots: readonly Spot[]): readonly (Figure | null)[] {
    const strangers = spots.flatMap(({ element }) => ("word" in element ? [] : [element]));
    const file = fileOf(page.inputPath);
    const text = texts.get(file)?.text ?? { source: sourceOf(file), slug: page.fileSlug || "index", given: null };
    const name = nameOf((page.url || file).replace(/(?:\/(?:index)?|\.)(?:html)?$/, "") || "index");
    const found = strangers.length > 0 ? decide(text, strangers, name) : null;
    return spots.map(({ element, under }) => {
      const mark = "word" in element ? marks.get(element.word)! : null;
      const figure = mark ? ofText(mark.file).figures.get(mark) : found!.figures.get(element);
      if (!figure) return null;
      note(figure, mark?.file ?? file);
      return { ...figure, heading: Math.min(6, Math.max(2, under + 1)) as Figure["heading"] };
    });
  }

  function note(figure: Figure, file: string): void {
    const known = placed.get(figure.paths.page);
    placed.set(figure.paths.page, { figure, file });
    if (known === undefined || known.figure === figure) return;
    const help = "Give one of the charts another id.";
    const fact = `chart "${figure.id}" has the address of one in ${known.file}`;
    diagnostics.push(diagnose(sourceOf(file), 0, "duplicate-address", fact, help));
  }

  return {
    begin(next) {
      setting = next;
      decided = new Map();
      placed = new Map();
      used = new Map();
      diagnostics = [];
    },
    mark(inputPath, slug, given, content) {
      const file = fileOf(inputPath);
      const found = markCharts(file, content);
      const own = found.marks.map((mark): OwnMark => ({ ...mark, file }));
      texts.set(file, { text: { source: sourceOf(file), slug: slug || "index", given }, marks: own });
      for (const mark of own) marks.set(mark.word, mark);
      return found.text;
    },
    place(page, content) {
      const { site, assets } = setting!;
      const form = formOf(page, content);
      const picture = (figure: Figure | null): string => (figure ? feedFigure(site, figure) : "");
      if (form !== "page" && form !== "piece") {
        const text = replaceWords(content, form, (word) => {
          const element = marks.get(word);
          return element ? picture(figuresAt(page, [{ start: 0, end: 0, element, under: 1 }])[0]!) : "";
        });
        return withoutCutWords(text);
      }
      const seen = new Set<string>();
      const html = placeCharts(content, marks, (spots) =>
        figuresAt(page, spots).map((figure) => {
          // a page has one chart of a name; others stand there as pictures
          if (!figure || form === "piece" || seen.has(figure.id)) return picture(figure);
          seen.add(figure.id);
          return pageFigure(site, figure);
        }),
      );
      const whole = withoutCutWords(html);
      return seen.size === 0 ? whole : withLinks(whole, headLinks(site, assets));
    },
    end() {
      const { site, assets } = setting!;
      const all = [...placed.values()].sort((a, b) => (a.figure.paths.page < b.figure.paths.page ? -1 : 1));
      const own = all.flatMap(({ figure }) =>
        memory.keep(`files ${figure.paths.page}`, [figure, site], () => [
          ...figureFiles(site, figure),
          madeFile(figure.paths.page, () => numbersPage(site, figure, headLinks(site, assets))),
        ]),
      );
      const data = datasetFiles(folders.data, [...used.values()], `${folders.publish}data/`, memory);
      const files = all.length === 0 ? [] : [...assets.files, ...data, ...own];
      return { texts: new Set(all.map(({ file }) => file)).size, charts: all.length, files, diagnostics };
    },
  };
}

function fileOf(inputPath: string): string {
  return inputPath.replace(/^\.\//, "");
}

function sourceOf(file: string): ChartText["source"] {
  return { file, text: existsSync(file) ? readFileSync(file, "utf8").replace(/\r\n?/g, "\n") : "" };
}

/** A path as one of the site, each of its parts a name that any server and file system takes. */
function nameOf(path: string): string {
  return path
    .split("/")
    .filter((part) => part !== "" && part !== "." && part !== "..")
    .map(safeName)
    .join("/");
}
