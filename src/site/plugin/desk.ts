import { existsSync, readFileSync } from "node:fs";
import { posix } from "node:path";
import type { Diagnostic } from "../../source/diagnostic.ts";
import { diagnose } from "../../source/source.ts";
import type { ChartAssets } from "../bundle/charts.ts";
import { safeName } from "../charts/addresses.ts";
import { feedFigure } from "../charts/feed-figure.ts";
import type { Figure } from "../charts/figure.ts";
import { documentFiles, documentSchema } from "../charts/documents.ts";
import { datasetFiles, figureFiles } from "../charts/files.ts";
import { toPublished } from "../charts/published.ts";
import type { Loaded } from "../charts/datasets.ts";
import { pageFigure } from "../charts/page-figure.ts";
import type { OutputPage, PageData } from "../eleventy.ts";
import { madeFile, type SiteFile } from "../files.ts";
import type { Memory } from "../memory.ts";
import type { Site } from "../site.ts";
import type { Element } from "./element.ts";
import { type Decided, decideText, type Folders, type Shown } from "./figures.ts";
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
  mark(data: PageData, content: string): string;
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

/** A chart that is on a page. */
interface Placed extends Shown {
  /** The text that it comes from. */
  readonly file: string;
  /** Path of the page that the text is; empty before that is made, and where there is none. */
  readonly path: string;
}

export function openDesk(folders: Folders, memory: Memory): Desk {
  const texts = new Map<string, Marked>();
  const marks = new Map<string, OwnMark>();
  let setting: Setting | null = null;
  let decided = new Map<string, Decided>();
  let placed = new Map<string, Placed>();
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
    const text = texts.get(file)?.text ?? {
      source: sourceOf(file),
      slug: page.fileSlug || "index",
      title: "",
      given: null,
    };
    const name = nameOf((page.url || file).replace(/(?:\/(?:index)?|\.)(?:html)?$/, "") || "index");
    const found = strangers.length > 0 ? decide(text, strangers, name) : null;
    return spots.map(({ element, under }) => {
      const mark = "word" in element ? marks.get(element.word)! : null;
      const shown = mark ? ofText(mark.file).figures.get(mark) : found!.figures.get(element);
      if (!shown) return null;
      const from = mark?.file ?? file;
      note({ ...shown, file: from, path: from === file && page.url ? page.url : "" });
      return { ...shown.figure, heading: Math.min(6, Math.max(2, under + 1)) as Figure["heading"] };
    });
  }

  function note(shown: Placed): void {
    const { figure, file } = shown;
    const known = placed.get(figure.paths.page);
    placed.set(figure.paths.page, shown.path === "" && known?.figure === figure ? known : shown);
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
    mark({ page, title, benchpost: given }, content) {
      const file = fileOf(page.inputPath);
      const found = markCharts(file, content);
      const own = found.marks.map((mark): OwnMark => ({ ...mark, file }));
      const words = { slug: page.fileSlug || "index", title: typeof title === "string" ? title : "", given };
      texts.set(file, { text: { source: sourceOf(file), ...words }, marks: own });
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
      const documents = all.flatMap(({ figure, entry, loaded, path }) => {
        const told = JSON.stringify([entry.head.title, path, entry.fields.value]);
        return memory.keep(`documents ${figure.paths.page}`, [figure, loaded, site, told], () =>
          documentFiles(site, { ...entry, path }, figure, loaded),
        );
      });
      const folder = `${folders.publish}data/`;
      const datasets = [...used.values()].map(toPublished);
      const data = [...datasetFiles(folders.data, datasets, folder, memory), documentSchema(folder)];
      const files = all.length === 0 ? [] : [...assets.files, ...data, ...own, ...documents];
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
