import type { Source } from "../../source/source.ts";

/** What no reader takes for a sentence: fenced code, comments, tags, code, addresses of links, computed figures. */
const strange =
  /^(?<fence>`{3,}|~{3,})[^\n]*\n[\s\S]*?(?:^\k<fence>[^\n]*$|$(?![\s\S]))|<!--[\s\S]*?-->|<[A-Za-z/][^<>]*>|(?<ticks>`+)[^`][\s\S]*?\k<ticks>|\]\([^()\s]*\)|\{\{[\s\S]*?\}\}/gm;

/** The text of an article with blanks for all that is no prose, so that offsets stay those of the source. */
export function proseOf({ text }: Source, bodyOffset: number): string {
  return blank(text.slice(0, bodyOffset)) + proseIn(text.slice(bodyOffset));
}

/** The same of a title or a summary. */
export function proseIn(text: string): string {
  return text.replace(strange, blank);
}

function blank(text: string): string {
  return text.replace(/[^\n]/g, " ");
}

/** A piece of a text and where it begins. */
export interface Piece {
  readonly text: string;
  readonly offset: number;
}

/** The headings of an article, written with `#`. */
export function headingsOf(prose: string): Piece[] {
  return [...prose.matchAll(/^ {0,3}#{1,6}[ \t]+(.*?)[ \t#]*$/gm)].map(({ 0: all, 1: text = "", index }) => ({
    text,
    offset: index + all.indexOf(text),
  }));
}

/** Its sentences, roughly: what stands between full stops, or between blank lines. */
export function sentencesOf(prose: string): Piece[] {
  return [...prose.matchAll(/\S[\s\S]*?(?:[.!?](?=\s)|\n\s*\n|$(?![\s\S]))/g)].map(({ 0: text, index }) => ({
    text,
    offset: index,
  }));
}
