import { asDeclared } from "../../benchmark/method/declared.ts";
import { quoteIn } from "../../benchmark/quote/text.ts";
import type { Diagnostic } from "../../source/diagnostic.ts";
import { diagnose } from "../../source/source.ts";
import type { Datasets } from "../charts/datasets.ts";
import type { Memory } from "../memory.ts";
import type { Entry } from "./entry.ts";

/** Entries whose titles and summaries have the figures that they quote. */
export interface QuotedHeads {
  readonly entries: readonly Entry[];
  /** Names of the datasets that they quote. */
  readonly quoted: ReadonlySet<string>;
  readonly diagnostics: readonly Diagnostic[];
}

/** Computes what titles and summaries quote. Where a dataset is missing or broken, they stay as they are written. */
export function quoteHeads(entries: readonly Entry[], datasets: Datasets, memory: Memory): QuotedHeads {
  const all = entries.map((entry) => {
    const { title, summary } = entry.head;
    if (!`${title}${summary}`.includes("{{") || datasets.isIncomplete(entry)) return unquoted(entry);
    const used = datasets.of(entry);
    return memory.keep(`head ${entry.file}`, [entry, ...used], () => {
      const declared = used.map(({ dataset }) => asDeclared(dataset, entry.bench));
      const said = { title: quoteIn(title, declared), summary: quoteIn(summary, declared) };
      const diagnostics = (["title", "summary"] as const).flatMap((field) =>
        said[field].faults.map(({ offset, code, fact, help }) =>
          diagnose(entry.source, placeIn(entry, field, offset), code, fact, help),
        ),
      );
      const head = { ...entry.head, title: said.title.text, summary: said.summary.text };
      return { entry: { ...entry, head }, from: [...said.title.from, ...said.summary.from], diagnostics };
    });
  });
  return {
    entries: all.map(({ entry }) => entry),
    quoted: new Set(all.flatMap(({ from }) => from)),
    diagnostics: all.flatMap(({ diagnostics }) => diagnostics),
  };
}

function unquoted(entry: Entry): { entry: Entry; from: readonly string[]; diagnostics: readonly Diagnostic[] } {
  return { entry, from: [], diagnostics: [] };
}

/**
 * Offset in the source of a place in a field's text: braces are counted, as YAML may write what is between them otherwise
 * (folded, doubled quotes); then the place is that of the braces.
 */
function placeIn({ fields, source, head }: Entry, field: "title" | "summary", offset: number): number {
  const text = head[field];
  const open = text.lastIndexOf("{{", offset);
  const [start = 0] = fields.offsetsOf([{ path: [field] }]);
  let at = start;
  for (let left = text.slice(0, open).split("{{").length; left > 0; left--) at = source.text.indexOf("{{", at) + 2;
  const within = text.slice(open + 2, offset);
  return source.text.startsWith(within, at) ? at + within.length : at - 2;
}
