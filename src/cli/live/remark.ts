import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parsePostName, postPath } from "../../site/posts/name.ts";
import { type Diagnostic, formatDiagnostic, sortDiagnostics } from "../../source/diagnostic.ts";
import { SourceError } from "../../source/error.ts";
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

/** Diagnostics for an open page, each once, in reading order. Files are read as they are now, each once. */
export function toRemarks(project: string, diagnostics: readonly Diagnostic[]): Remark[] {
  const opened = new Map<string, Opened>();
  const remarks = new Map<string, Remark>();
  for (const diagnostic of sortDiagnostics(diagnostics)) {
    const { file, place, severity } = diagnostic;
    const from = opened.get(file) ?? open(file, readText(join(project, file)));
    opened.set(file, from);
    const text = formatDiagnostic(diagnostic);
    const dataset = /^data\/([^/]+)\.json$/.exec(file)?.[1] ?? null;
    const about = { page: pageOf(file), dataset, chart: chartAt(from, place), line: shownLine(from, place) };
    remarks.set(text, { severity, text, ...about });
  }
  return [...remarks.values()];
}

function pageOf(file: string): string | null {
  const [, folder, name = ""] = /^(posts|pages)\/(.+?)(?:\/index)?\.md$/.exec(file) ?? [];
  if (folder === "pages") return `/${name}.html`;
  const post = parsePostName(name);
  return folder === "posts" && post !== null ? postPath(post) : null;
}

function readText(path: string): string {
  try {
    return readFileSync(path, "utf8").replace(/\r\n?/g, "\n");
  } catch {
    return "";
  }
}

/** A file, and in it what may describe charts. */
interface Opened {
  readonly text: string;
  /** Null where nothing does, or it cannot be read. */
  readonly located: Located | null;
  /** Where that ends. */
  readonly end: Place;
}

function open(file: string, text: string): Opened {
  try {
    if (file.endsWith(".json")) return { text, located: parseJson({ file, text }), end: placeAt(text, text.length) };
    if (file.endsWith(".md")) {
      const { fields, bodyOffset } = parseFrontMatter({ file, text });
      return { text, located: fields, end: placeAt(text, bodyOffset) };
    }
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
  }
  return { text, located: null, end: { line: 1, column: 1 } };
}

/** Of a head, title and summary alone are on the page with their words. */
function shownLine({ text, end }: Opened, place: Place): string {
  const line = text.split("\n")[place.line - 1]?.trim() ?? "";
  return compare(place, end) >= 0 ? line : (/^(?:title|summary):\s*(.*)$/.exec(line)?.[1] ?? "");
}

/** The last of the file's chart descriptions that begins before a place, unless something else begins in between. */
function chartAt({ text, located, end }: Opened, place: Place): string | null {
  const value = located?.value as Record<string, unknown> | null | undefined;
  if (!located || typeof value !== "object" || value === null || compare(end, place) <= 0) return null;
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

function compare(a: Place, b: Place): number {
  return a.line - b.line || a.column - b.column;
}
