import { readFile } from "node:fs/promises";
import type { Plugin } from "esbuild";
import { chart, chartInstead, helpers, helpersInstead, type Instead, type Unreached } from "./unreached.ts";

/**
 * Chart.js' source without what no chart here reaches, and with classes that a bundler may leave out: as they are written, their
 * static fields keep even those that nobody names, such as scales of time and radar charts. Throws where Chart.js has changed.
 */
export function leanChart(source: string): string {
  return lean(source, chart, chartInstead).replace(
    /^class (\w+)[^]*?\n}$/gm,
    "const $1 = /* @__PURE__ */ (() => $&)();",
  );
}

/** The same of what Chart.js shares with plugins. */
export function leanHelpers(source: string): string {
  return lean(source, helpers, helpersInstead);
}

/** Lets browsers load the lean Chart.js. The build draws with the whole one; tests hold both pictures together. */
export const leanChartPlugin: Plugin = {
  name: "lean-chart",
  setup(bundler) {
    const load = (filter: RegExp, make: (source: string) => string): void =>
      bundler.onLoad({ filter }, async ({ path }) => ({ contents: make(await readFile(path, "utf8")), loader: "js" }));
    load(/[\\/]chart\.js[\\/]dist[\\/]chart\.js$/, leanChart);
    load(/[\\/]chart\.js[\\/]dist[\\/]chunks[\\/]index\.js$/, leanHelpers);
  },
};

function lean(source: string, unreached: Unreached, insteads: readonly Instead[]): string {
  let text = source;
  for (const [outer, parts] of partsBy(unreached)) {
    const [start, end] = definition(text, new RegExp(`(?:class|function) ${outer}\\b.*\\{$`, "m"), outer);
    text = text.slice(0, start) + parts.reduce(without, text.slice(start, end)) + text.slice(end);
  }
  for (const [statement, instead, why] of insteads) {
    const [start, end] = once(text, statement, `"${statement}" (${why})`);
    text = text.slice(0, start) + instead + text.slice(end);
  }
  return text;
}

/** A method, or a statement: in one, or in the class or function itself. */
interface Part {
  readonly method: string | undefined;
  readonly statement: string | undefined;
  readonly says: string;
}

/** By class or function: Chart.js is a long text to look through for each. */
function partsBy(unreached: Unreached): ReadonlyMap<string, readonly Part[]> {
  const parts = new Map<string, Part[]>();
  for (const [why, names] of Object.entries(unreached)) {
    for (const name of names) {
      const [, outer, methods, statement] = /^(\w+)(?:\.([\w ]+))?(?:: (.*))?$/.exec(name)!;
      const says = `"${name}" (${why})`;
      const found = methods?.split(" ").map((method) => ({ method, statement, says })) ?? [
        { method: undefined, statement, says },
      ];
      parts.set(outer!, [...(parts.get(outer!) ?? []), ...found]);
    }
  }
  return parts;
}

function without(text: string, { method, statement, says }: Part): string {
  const [from, to] =
    method === undefined
      ? [0, text.length]
      : definition(text, new RegExp(`^ {1,4}(?:static )?${method}\\([^{}]*\\{`, "m"), says);
  if (statement === undefined) return text.slice(0, from) + text.slice(to);
  const [start, line] = once(text.slice(from, to), `${statement}\n`, says);
  const end = statement.endsWith("{") ? blockEnd(text, from + line - 2) : from + line;
  // what follows an `if` that is never true stays; what ends a property or a call goes
  return text.slice(0, from + start) + text.slice(end).replace(/^(?: else |,|\);)/, "");
}

/** Where what begins like this begins and ends. */
function definition(text: string, head: RegExp, says: string): [start: number, end: number] {
  const match = head.exec(text);
  if (match === null) throw changed(says);
  return [match.index, blockEnd(text, match.index + match[0].length - 1)];
}

/** The end of the block that opens at a place. */
function blockEnd(text: string, open: number): number {
  for (let at = open, depth = 0; at < text.length; at++) {
    if (text[at] === "{") depth += 1;
    if (text[at] === "}" && (depth -= 1) === 0) return at + 1;
  }
  return text.length;
}

/** Where something stands that stands there once. */
function once(text: string, part: string, says: string): [start: number, end: number] {
  const start = text.indexOf(part);
  if (start < 0 || text.includes(part, start + 1)) throw changed(says);
  return [start, start + part.length];
}

function changed(says: string): Error {
  return new Error(`Chart.js has changed: ${says} does not stand in it once; see unreached.ts`);
}
