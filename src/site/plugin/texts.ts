import { parseBench } from "../../benchmark/bench.ts";
import { collectFaults, isMapValue, type Written, written } from "../../source/faults.ts";
import type { Diagnostic } from "../../source/diagnostic.ts";
import { SourceError } from "../../source/error.ts";
import type { Located } from "../../source/located.ts";
import type { Source } from "../../source/source.ts";
import type { Flot } from "../markdown/article.ts";
import { hasClass } from "../markdown/rules/raw-html.ts";
import type { Entry } from "../posts/entry.ts";
import { parseFrontMatter } from "../posts/front-matter.ts";
import { asIds, asNames, emptyHead, type Head } from "../posts/head.ts";
import { parseYaml } from "../../source/yaml.ts";
import type { Element } from "./element.ts";

/** A text of a foreign site that shows charts. */
export interface ChartText {
  /** The template's file as it is; empty text for a template that has none. */
  readonly source: Source;
  /** As Eleventy's data have it; empty where they have none. */
  readonly title: string;
  /** What Eleventy calls the file, without date and extension: its dataset may have this name. */
  readonly slug: string;
  /** `benchpost` of Eleventy's data, for templates whose front matter is not YAML, and for whole folders. */
  readonly given: unknown;
}

/** What one says about charts in front matter. */
const fields = ["data", "charts", "bench"] as const;

/** Attribute that names the dataset of an element's chart, wherever the element is shown. */
const DATASET = "data-dataset";

/** The dataset that an element names itself; null where its text says which. */
export function datasetOf({ tag }: Element): string | null {
  return tag.attributes.find(({ name }) => name === DATASET)?.value.trim() || null;
}

/**
 * A text and chart elements of it that speak of the same data as the entry of a site, which the rest of the program understands.
 * `dataset` is the one that the elements name.
 */
export function toEntry(
  text: ChartText,
  elements: readonly Element[],
  dataset: string | null,
): { readonly entry: Entry; readonly diagnostics: readonly Diagnostic[] } {
  const { source, slug, title } = text;
  const located = fieldsOf(text);
  const faults = collectFaults(located);
  const read = <T>(name: string, as: (at: Written) => T | null): T | null => {
    const at = written(located, faults, [name]);
    return at.value === undefined || at.value === null ? null : as(at);
  };
  const head: Head = {
    ...emptyHead,
    title,
    data: dataset === null ? read("data", asNames) : [dataset],
    charts: read("charts", asIds) ?? [],
  };
  const { bench, diagnostics } = parseBench(located);
  const entry: Entry = {
    kind: "page",
    file: source.file,
    folder: null,
    slug,
    path: "",
    source,
    fields: located,
    head,
    bench,
    date: "",
    bodyOffset: 0,
    article: { ...silent, flots: flotsOf(source, elements) },
  };
  return { entry, diagnostics: [...faults.diagnostics(), ...diagnostics] };
}

/** A text's own front matter; what it does not say may stand in Eleventy's data. */
function fieldsOf({ source, given }: ChartText): Located {
  const own = frontMatter(source);
  const around = isMapValue(given) ? given : {};
  const value = Object.fromEntries(
    fields.flatMap((name) => {
      const said = isMapValue(own.value) && Object.hasOwn(own.value, name) ? own.value[name] : around[name];
      return said === undefined ? [] : [[name, said]];
    }),
  );
  return { source, value, offsetsOf: own.offsetsOf };
}

function frontMatter(source: Source): Located {
  try {
    return parseFrontMatter(source).fields;
  } catch (error) {
    // another language than YAML, or a fault that Eleventy has told
    if (error instanceof SourceError) return { ...parseYaml(source, 0, 0), value: {} };
    throw error;
  }
}

function flotsOf({ text }: Source, elements: readonly Element[]): Flot[] {
  let from = 0;
  return elements.map(({ tag, html }) => {
    const found = text.indexOf(html, from);
    // what a template has made stands nowhere in its text
    const offset = Math.max(0, found);
    from = Math.max(from, found + 1);
    const attributes = tag.attributes
      .filter(({ name }) => name !== DATASET)
      .map(({ name, value, start }) => ({ name, value, offset: found === -1 ? 0 : offset + start }));
    const id = tag.attributes.find(({ name }) => name === "id")?.value.trim();
    return { id: id || null, short: hasClass(tag, "flot-short"), attributes, offset, under: 1 };
  });
}

const silent: Omit<Entry["article"], "flots"> = {
  tokens: [],
  headings: [],
  quotes: [],
  links: [],
  ids: new Set(),
  words: 0,
  diagnostics: [],
  env: {},
};
