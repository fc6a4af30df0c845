import { isUtf8 } from "node:buffer";
import { readFileSync } from "node:fs";
import { SourceError } from "../source/error.ts";
import { diagnose } from "../source/source.ts";

/** Reads a text that people write. Throws a SourceError where it is in another encoding: its letters would be published as �. */
export function readUtf8(path: string, file: string): string {
  const bytes = readFileSync(path);
  const text = bytes.toString("utf8");
  const nul = bytes.includes(0);
  if (!nul && isUtf8(bytes)) return text;
  const fact = nul ? "this is UTF-16, or no text at all" : "here are letters that are not UTF-8";
  const from = nul ? "UTF-16" : "WINDOWS-1252";
  const help = `Save it as UTF-8: editors ask for the encoding, and iconv -f ${from} -t UTF-8 converts a file.`;
  throw new SourceError([diagnose({ file, text }, nul ? 0 : text.indexOf("\uFFFD"), "not-utf8", fact, help)]);
}
