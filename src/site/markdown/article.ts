import type { Env, Token } from "markdown-it";
import type { Attribute } from "../../chart/spec-attributes.ts";
import type { Diagnostic } from "../../source/diagnostic.ts";
import type { Source } from "../../source/source.ts";
import type { Size } from "../pictures.ts";
import type { Sanitiser } from "./sanitise/sanitiser.ts";

/** A Markdown text, parsed: what rendering and the rest of the site need to know of it. */
export interface Article {
  readonly tokens: Token[];
  readonly headings: readonly Heading[];
  readonly flots: readonly Flot[];
  readonly quotes: readonly Quote[];
  readonly links: readonly Link[];
  /** Every id that the article gives to something. */
  readonly ids: ReadonlySet<string>;
  readonly words: number;
  readonly diagnostics: readonly Diagnostic[];
  /** What the parser's rules keep for their renderers: notes, above all. */
  readonly env: Env;
}

export interface Heading {
  readonly level: number;
  /** Of its words alone: a figure that it quotes may change, its address not. */
  readonly id: string;
  readonly words: readonly (string | Quote)[];
}

/** The words of a heading, with its figures. */
export function headingText({ words }: Heading, figureOf: (quote: Quote) => string): string {
  const text = words.map((one) => (typeof one === "string" ? one : figureOf(one)));
  return text.join("").trim();
}

/** An element of class `flot`: a place where a chart shall stand. */
export interface Flot {
  readonly id: string | null;
  /** Lower chart. */
  readonly short: boolean;
  readonly attributes: readonly Attribute[];
  /** Offset of the tag in the source. */
  readonly offset: number;
  /** Level of the heading above; 1 where there is none. */
  readonly under: number;
}

/** A place in the text where a figure of the data shall stand. */
export interface Quote {
  readonly expression: string;
  /** Offset of the expression in the source. */
  readonly offset: number;
}

/** An address that the article names. */
export interface Link {
  readonly address: string;
  /** Whether the page loads it by itself: pictures, scripts. */
  readonly embedded: boolean;
  readonly offset: number;
}

/** What the rules share while one article is parsed and rendered. */
export interface ArticleState {
  readonly source: Source;
  /** Offset of the Markdown in the source. */
  readonly bodyOffset: number;
  /** Slug of the post; null for other pages. */
  readonly slug: string | null;
  /** Every id in the page so far: headings keep clear of them. */
  readonly ids: Set<string>;
  readonly headings: Heading[];
  readonly flots: Flot[];
  readonly quotes: Quote[];
  readonly links: Link[];
  readonly diagnostics: Diagnostic[];
  /** Cleans the author's HTML; null where it stays as it is written. */
  readonly sanitiser: Sanitiser | null;
  words: number;
  /** Null while parsing. */
  readonly medium: Medium | null;
}

/** Where an article is read, and what that means for its parts. */
export interface Medium {
  readonly name: "page" | "feed";
  /** An address as it must stand there. */
  address(address: string): string;
  /** The size of the picture at an address; null where it is not known. */
  size(address: string): Size | null;
  /** The HTML of a chart. */
  figure(flot: Flot): string;
  /** The words of a figure of the data. */
  quote(quote: Quote): string;
  /** Code of a language as HTML; null where the language is not known. */
  code(language: string, code: string): string | null;
}

/** The state of the article that an environment of the parser belongs to. */
export function articleOf(env: Env | undefined): ArticleState {
  return env!["article"] as ArticleState;
}
