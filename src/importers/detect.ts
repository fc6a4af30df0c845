import { parseJson } from "../source/json.ts";
import { nearest } from "../source/nearest.ts";
import { fail } from "./fault.ts";
import type { Importer } from "./importer.ts";
import { importers } from "./list.ts";
import { readRecords } from "./records.ts";
import type { Sniff } from "./sniff.ts";

/** The importer of a file, by its content; throws SourceError with the way out when there is none. */
export function detect(sniff: Sniff): Importer {
  const found = importers.find((importer) => importer.claims(sniff));
  if (found !== undefined) return found;
  if (!sniff.binary && sniff.text.trim() === "")
    fail(sniff, 0, "file-empty", "the file is empty", "The tool wrote nothing: run it again, or leave the file out.");
  if (/^\s*<(?:!doctype html|html)/i.test(sniff.text))
    fail(
      sniff,
      0,
      "html-page",
      "this is a web page, not a tool's output",
      "The download failed or the report is HTML: fetch the tool's JSON, CSV or text.",
    );
  if (sniff.binary)
    fail(
      sniff,
      0,
      "file-binary",
      "this is a binary file of no known format",
      isPacked(sniff) ? "It is packed: unpack it first." : "Export text, CSV or JSON from the tool.",
    );
  if (isJson(sniff) && sniff.json === undefined && sniff.whole) parseJson(sniff);
  return fail(sniff, 0, "format-unknown", "no importer knows this file", wayOut(sniff));
}

/** The importer that `--as` names; throws SourceError with the nearest name, or when the file is not of that format. */
export function importerNamed(name: string, sniff: Sniff): Importer {
  const found = importers.find((importer) => importer.name === name);
  const names = importers.map((importer) => importer.name);
  if (found === undefined)
    fail(
      sniff,
      0,
      "importer-unknown",
      `--as ${name} names no importer`,
      `Did you mean ${nearest(name, names) ?? names.join(", ")}?`,
    );
  if (found.name !== "table" && !found.claims(sniff)) {
    const other = importers.find((importer) => importer.claims(sniff));
    fail(
      sniff,
      0,
      "format-mismatch",
      `no ${found.title}: it does not have ${found.sign}`,
      other === undefined ? wayOut(sniff) : `It looks like ${other.title}: leave --as out.`,
    );
  }
  return found;
}

function wayOut(sniff: Sniff): string {
  if (/"schema"\s*:\s*"benchpost\/\d+"/.test(sniff.text.slice(0, 4000)))
    return "This is a dataset already: name it in a post, data: its-name. import reads what tools wrote.";
  const columns = tableColumns(sniff);
  if (columns.length > 1)
    return `A table with the columns ${columns.slice(0, 12).join(", ")}: name them with --x COLUMN --metric "COLUMN=latency.p99:ms".`;
  const json = isJson(sniff);
  const [best, second] = importers
    .filter(({ sign }) => /^(?:JSON|lines of JSON)/.test(sign) === json)
    .toSorted((a, b) => likeness(b, sniff) - likeness(a, sniff));
  const guesses = [best!, second!].map((one) => `${one.title} (has ${one.sign})`).join(" and ");
  const first = JSON.stringify(/^.*\S.*$/m.exec(sniff.text)?.[0]?.trim().slice(0, 80) ?? "");
  return `Nearest are ${guesses}. The first line is ${first}.`;
}

/** gzip, zip, zstd and xz, by their first bytes. */
function isPacked({ bytes }: Sniff): boolean {
  const [first, second] = bytes;
  return [0x1f8b, 0x504b, 0x28b5, 0xfd37].includes(((first ?? 0) << 8) | (second ?? 0));
}

function isJson({ text }: Sniff): boolean {
  return /^\s*[[{]/.test(text);
}

/** The columns of a table whose rows agree with its header; none for prose that has commas in it, and for other JSON. */
function tableColumns(sniff: Sniff): readonly string[] {
  if (isJson(sniff)) {
    const { columns, rows } = readRecords(sniff) ?? { columns: [], rows: [] };
    return rows.filter(({ cells }) => cells.size === columns.length).length > 1 ? columns : [];
  }
  const agreeing = sniff.table?.rows.filter(({ cells }) => cells.length === sniff.header.length) ?? [];
  return agreeing.length > 0 && sniff.header.every((name) => name.length <= 60) ? sniff.header : [];
}

/** The share of a format's telling words that the head of the file has. */
function likeness(importer: Importer, sniff: Sniff): number {
  const words = importer.sign.match(/[A-Za-z_]{4,}/g)?.filter((word) => !usual.has(word)) ?? [];
  const head = sniff.text.slice(0, 20_000);
  return words.filter((word) => head.includes(word)).length / Math.max(1, words.length);
}

/** Words of the descriptions themselves. */
const usual = new Set(["JSON", "with", "header", "that", "begins", "line", "lines", "from", "without", "text"]);
