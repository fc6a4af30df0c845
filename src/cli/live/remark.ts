import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parsePostName, postPath } from "../../site/posts/name.ts";
import { type Diagnostic, formatDiagnostic, sortDiagnostics } from "../../source/diagnostic.ts";
import { parseJson } from "../../source/json.ts";
import type { Located } from "../../source/located.ts";
import { type Place, placeAt } from "../../source/place.ts";
import { parseFrontMatter } from "../../site/posts/front-matter.ts";

/** A diagnostic as an open page shows it: its words, and what of the page it is about. */
export interface Remark {
  readonly severity: Diagnostic["severity"];
  /** As in the terminal. */
  readonly text: string;
  /** The page that is made of the file; null for files that make none. */
  readonly page: string | null;
  /** The dataset that the file is; null for other files. */
  readonly dataset: string | null;
  /** The chart in whose description the place lies. */
  readonly chart: string | null;
  /** The line as it stands in the file, where its words stand on the page. */
  readonly line: string;
}

/** Diagnostics for an open page, each once, in reading order. Files are read as they are now. */
export function toRemarks(project: string, diagnostics: readonly Diagnostic[]): Remark[] {
  const remarks = sortDiagnostics(diagnostics).map((diagnostic): Remark => {
    const { file, place, severity } = diagnostic;
    const text = readText(join(project, file));
    return {
      severity,
      text: formatDiagnostic(diagnostic),
      page: pageOf(file),
      dataset: /^data\/([^/]+)\.json$/.exec(file)?.[1] ?? null,
      chart: chartAt(file, text, place),
      line: shownLine(file, text, place),
    };
  });
  return remarks.filter((one, index) => remarks.findIndex(({ text }) => text === one.text) === index);
}

function pageOf(file: string): string | null {
  const [, folder, name = ""] = /^(posts|pages)\/(.+?)(?:\/index)?\.md$/.exec(file) ?? [];
  if (folder === "pages") return `/${name}.html`;
  const post = parsePostName(name);
  return folder === "posts" && post !== null ? postPath(post) : null;
}

/** Of a head, title and summary alone are on the page with their words. */
function shownLine(file: string, text: string, place: Place): string {
  const line = text.split("\n")[place.line - 1]?.trim() ?? "";
  const { end } = read(file, text);
  if (compare(place, placeAt(text, end)) >= 0) return line;
  return /^(?:title|summary):\s*(.*)$/.exec(line)?.[1] ?? "";
}

function readText(path: string): string {
  try {
    return readFileSync(path, "utf8").replace(/\r\n?/g, "\n");
  } catch {
    return "";
  }
}

/** The last of the file's chart descriptions that begins before a place, unless something else begins in between. */
function chartAt(file: string, text: string, place: Place): string | null {
  const { located, end } = read(file, text);
  const value = located?.value as Record<string, unknown> | null | undefined;
  if (!located || typeof value !== "object" || value === null || compare(placeAt(text, end), place) <= 0) return null;
  const charts = Object.keys(value["charts"] ?? {}).map((id) => ["charts", id]);
  const keys = [...Object.keys(value).map((key) => [key]), ...charts];
  const places = located.offsetsOf(keys.map((path) => ({ path, key: true }))).map((offset) => placeAt(text, offset));
  const before = keys
    .map((path, index) => ({ path, place: places[index]! }))
    .filter((key) => compare(key.place, place) <= 0)
    .sort((a, b) => compare(a.place, b.place))
    .at(-1);
  return before?.path[1] ?? null;
}

/** What may describe charts, and where it ends. */
function read(file: string, text: string): { readonly located: Located | null; readonly end: number } {
  try {
    if (!/\.(?:json|md)$/.test(file)) return { located: null, end: 0 };
    if (file.endsWith(".json")) return { located: parseJson({ file, text }), end: text.length };
    const { fields, bodyOffset } = parseFrontMatter({ file, text });
    return { located: fields, end: bodyOffset };
  } catch {
    // a file that cannot be read has no charts yet
    return { located: null, end: 0 };
  }
}

function compare(a: Place, b: Place): number {
  return a.line - b.line || a.column - b.column;
}
