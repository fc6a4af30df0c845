import { parseJson } from "../source/json.ts";
import { nearest } from "../source/nearest.ts";
import { fail } from "./fault.ts";
import type { Importer } from "./importer.ts";
import { importers } from "./list.ts";
import type { Sniff } from "./sniff.ts";

/** The importer of a file, by its content; throws SourceError with the way out when there is none. */
export function detect(sniff: Sniff): Importer {
  if (sniff.bytes.length === 0)
    fail(sniff, 0, "file-empty", "the file is empty", "The tool wrote nothing: run it again, or leave the file out.");
  const found = importers.find((importer) => importer.claims(sniff));
  if (found !== undefined) return found;
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
      "Export text, CSV or JSON from the tool.",
    );
  if (/^\s*[{[]/.test(sniff.text) && sniff.json === undefined && sniff.whole) parseJson(sniff);
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
  if (sniff.header.length > 1)
    return `A table with the columns ${sniff.header.slice(0, 12).join(", ")}: name them with --x COLUMN --metric "COLUMN=latency.p99:ms".`;
  const guesses = importers.toSorted((a, b) => likeness(b, sniff) - likeness(a, sniff)).slice(0, 2);
  return `Nearest are ${guesses.map((one) => `${one.title} (has ${one.sign})`).join(" and ")}. The first line is ${JSON.stringify(/^.*\S.*$/m.exec(sniff.text)?.[0]?.trim().slice(0, 80) ?? "")}.`;
}

/** The share of a format's telling words that the head of the file has. */
function likeness(importer: Importer, sniff: Sniff): number {
  const words = importer.sign.match(/[A-Za-z_]{4,}/g) ?? [];
  const head = sniff.text.slice(0, 20_000);
  return words.filter((word) => head.includes(word)).length / Math.max(1, words.length);
}
