import { asDeclared } from "../benchmark/method/declared.ts";
import { quote } from "../benchmark/quote/quote.ts";
import type { Diagnostic } from "../source/diagnostic.ts";
import { diagnose } from "../source/source.ts";
import type { Datasets } from "./charts/datasets.ts";
import type { Memory } from "./memory.ts";
import type { Quote } from "./markdown/article.ts";
import type { Entry } from "./posts/entry.ts";

/** What stands in the texts for each quotation of data. */
export interface Quotations {
  readonly texts: ReadonlyMap<Quote, string>;
  /** Names of the datasets that are quoted. */
  readonly quoted: ReadonlySet<string>;
  readonly diagnostics: readonly Diagnostic[];
}

/** Computes all quotations of all articles. Where a dataset is missing or broken, nothing more is said of those that need it. */
export function decideQuotes(entries: readonly Entry[], datasets: Datasets, memory: Memory): Quotations {
  const texts = new Map<Quote, string>();
  const from = new Set<string>();
  const diagnostics: Diagnostic[] = [];
  for (const entry of entries) {
    const { quotes } = entry.article;
    if (quotes.length === 0 || datasets.isIncomplete(entry)) continue;
    const used = datasets.of(entry);
    const quoted = memory.keep(`quotes ${entry.file}`, [entry, ...used], () => {
      const declared = used.map(({ dataset }) => asDeclared(dataset, entry.bench));
      return quotes.map(({ expression }) => quote(expression, declared));
    });
    for (const [index, one] of quotes.entries()) {
      const found = quoted[index]!;
      if ("text" in found) {
        texts.set(one, found.text);
        from.add(found.dataset);
      } else {
        const { code, fact, help } = found;
        diagnostics.push(diagnose(entry.source, one.offset + found.offset, code, fact, help));
      }
    }
  }
  return { texts, quoted: from, diagnostics };
}
