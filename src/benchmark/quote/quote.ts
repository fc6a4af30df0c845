import { nearest } from "../../source/nearest.ts";
import type { Dataset } from "../dataset.ts";
import { percentileOf } from "../statistic-names.ts";
import { bind, Refusal } from "./context.ts";
import { parseCall } from "./expression.ts";
import { percentile, type Quotable, quotables } from "./functions.ts";

/** Why nothing can be quoted. */
export interface QuoteFault {
  /** Offset in the expression. */
  readonly offset: number;
  readonly code: "quote-syntax" | "unknown-quote" | "quote-figure";
  readonly fact: string;
  readonly help: string;
}

export type Quoted = QuotedFigure | QuoteFault;

export interface QuotedFigure {
  readonly text: string;
  /** Name of the dataset that it comes from. */
  readonly dataset: string;
}

/**
 * Computes what stands in a text for an expression: `value("node-1", 400)` becomes `399 req/s`. Figures are those of the post's
 * datasets; a figure that the data do not support is a fault, not a blank.
 */
export function quote(expression: string, datasets: readonly Dataset[]): Quoted {
  const call = parseCall(expression);
  if ("fact" in call) return { ...call, code: "quote-syntax" };
  const offset = expression.indexOf(call.name);
  const quotable = find(call.name);
  if (quotable === null) {
    const names = [...Object.keys(quotables), "p50", "p99"];
    const meant = nearest(call.name, names);
    const help =
      meant === null
        ? `Known: ${names.join(", ")}. What is no quotation is written \\{{.`
        : `Did you mean ${meant}(…)?`;
    return { offset, code: "unknown-quote", fact: `nothing is quoted by ${call.name}(…)`, help };
  }
  try {
    const context = bind(call, quotable.parameters, datasets);
    return { text: quotable.quote(context), dataset: context.dataset.name };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { offset: error.argument?.offset ?? offset, code: "quote-figure", fact: error.fact, help: error.help };
  }
}

function find(name: string): Quotable | null {
  if (Object.hasOwn(quotables, name)) return quotables[name]!;
  return percentileOf(name) === null ? null : percentile(name);
}
