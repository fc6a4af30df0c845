import type { Better } from "../benchmark/dataset.ts";
import type { Json } from "./json.ts";
import { at, stringAt } from "./json.ts";

/** One line of results: a name, how often its body ran, and figures with their units. */
export interface GoLine {
  readonly name: string;
  readonly iterations: number;
  readonly figures: readonly { readonly value: number; readonly unit: string }[];
  /** The `key: value` lines above it. */
  readonly config: Readonly<Record<string, string>>;
}

export interface GoOutput {
  readonly lines: readonly GoLine[];
  readonly better: ReadonlyMap<string, Better>;
}

const figure = /(\d+(?:\.\d+)?(?:e[+-]?\d+)?)\s+(\S+)/gi;
const started = /^(Benchmark(?![a-z])\S*)(?:\s+(.*))?$/;
const result = /^(\d+)\s+(\d+(?:\.\d+)?(?:e[+-]?\d+)?\s+\S+.*)$/i;

/**
 * Reads the text format of Go's benchmarks (golang.org/design/14313-benchmark-format). What a benchmark prints itself may stand
 * between its name and its figures.
 */
export function goOutput(text: string): GoOutput {
  const lines: GoLine[] = [];
  const better = new Map<string, Better>();
  let config: Record<string, string> = {};
  let pending: string | null = null;
  for (const line of text.split("\n")) {
    const begun = started.exec(line);
    const body: string = (begun === null ? line : (begun[2] ?? "")).trim();
    if (begun !== null) pending = begun[1]!;
    const found = result.exec(body);
    if (found !== null && pending !== null) {
      const figures = [...found[2]!.matchAll(figure)].map(([, value, unit]) => ({ value: Number(value), unit: unit! }));
      lines.push({ name: pending, iterations: Number(found[1]), figures, config });
      pending = null;
    }
    const [, key, value] = /^([a-z][^\s:A-Z]*):\s+(.*\S)/.exec(line) ?? [];
    if (key !== undefined) config = { ...config, [key]: value! };
    const [, unit, direction] = /^Unit (\S+) (?:.* )?better=(higher|lower)\b/.exec(line) ?? [];
    if (unit !== undefined) better.set(unit, direction as Better);
  }
  return { lines, better };
}

/** The text in the events of `go test -json`, package by package: those of several run at once and mix. */
export function goEvents(events: readonly Json[]): string {
  const texts = new Map<string, string>();
  for (const event of events) {
    const output = at(event, "Action") === "output" ? stringAt(event, "Output") : null;
    const name = stringAt(event, "Package") ?? "";
    if (output !== null) texts.set(name, (texts.get(name) ?? (name === "" ? "" : `pkg: ${name}\n`)) + output);
  }
  return [...texts.values()].map((text) => (text.endsWith("\n") ? text : `${text}\n`)).join("");
}
