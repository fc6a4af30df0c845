import { asDeclared } from "../benchmark/method/declared.ts";
import { quote } from "../benchmark/quote/quote.ts";
import type { Diagnostic } from "../source/diagnostic.ts";
import { diagnose } from "../source/source.ts";
import type { Datasets } from "./charts/datasets.ts";
import type { Quote } from "./markdown/article.ts";
import type { Entry } from "./posts/entry.ts";

/** What stands in the texts for each quotation of data. */
export interface Quotations {
  readonly texts: ReadonlyMap<Quote, string>;
  readonly diagnostics: readonly Diagnostic[];
}

/** Computes all quotations of all articles. Where a dataset is missing or broken, nothing more is said of those that need it. */
export function decideQuotes(entries: readonly Entry[], datasets: Datasets): Quotations {
  const texts = new Map<Quote, string>();
  const diagnostics: Diagnostic[] = [];
  for (const entry of entries) {
    if (datasets.isIncomplete(entry)) continue;
    const used = datasets.of(entry).map(({ dataset }) => asDeclared(dataset, entry.bench));
    for (const one of entry.article.quotes) {
      const quoted = quote(one.expression, used);
      if ("text" in quoted) texts.set(one, quoted.text);
      else {
        const { code, fact, help } = quoted;
        diagnostics.push(diagnose(entry.source, one.offset + quoted.offset, code, fact, help));
      }
    }
  }
  return { texts, diagnostics };
}
