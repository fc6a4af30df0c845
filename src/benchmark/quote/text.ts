import type { Dataset } from "../dataset.ts";
import { quote, type QuoteFault } from "./quote.ts";

const marked = /\\\{\{|\{\{(\s*[A-Za-z_][\w-]*\s*\([^{}]*)\}\}/g;

/** A plain text with its figures. */
export interface QuotedText {
  readonly text: string;
  /** Names of the datasets that they come from. */
  readonly from: readonly string[];
  /** Their offsets are in the text as it was written. */
  readonly faults: readonly QuoteFault[];
}

/** A plain text with its quotations made: `Up to {{ peak("node-1") }}`. What cannot be made stays as it is written. */
export function quoteIn(text: string, datasets: readonly Dataset[]): QuotedText {
  const from: string[] = [];
  const faults: QuoteFault[] = [];
  const made = text.replace(marked, (whole, expression: string | undefined, index: number) => {
    if (expression === undefined) return "{{";
    const quoted = quote(expression, datasets);
    if ("text" in quoted) {
      from.push(quoted.dataset);
      return quoted.text;
    }
    faults.push({ ...quoted, offset: index + 2 + quoted.offset });
    return whole;
  });
  return { text: made, from, faults };
}
