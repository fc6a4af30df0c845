import type { Dataset } from "../dataset.ts";
import { quote, type QuoteFault } from "./quote.ts";

const marked = /\\\{\{|\{\{(\s*[A-Za-z_][\w-]*\s*\([^{}]*)\}\}/g;

/** A plain text with its quotations made: `Up to {{ peak("node-1") }}`. What cannot be made stays as it is written. */
export function quoteIn(
  text: string,
  datasets: readonly Dataset[],
): { readonly text: string; readonly faults: readonly QuoteFault[] } {
  const faults: QuoteFault[] = [];
  const made = text.replace(marked, (whole, expression: string | undefined) => {
    if (expression === undefined) return "{{";
    const quoted = quote(expression, datasets);
    if ("text" in quoted) return quoted.text;
    faults.push(quoted);
    return whole;
  });
  return { text: made, faults };
}
