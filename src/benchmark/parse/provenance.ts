import { fault, quote, type Written } from "../../source/faults.ts";
import { asFields, asList, asText } from "../../source/fields.ts";
import type { Provenance } from "../dataset.ts";

/** From which files the figures were taken, by what. */
export function parseProvenance(at: Written | null): Provenance[] {
  return ((at && asList(at)) ?? []).flatMap((item) => {
    const fields = asFields(item, ["file", "sha256", "tool", "tool_version", "importer", "assumed", "warnings"]);
    if (!fields) return [];
    const file = text(fields.need("file", 'Name the file: "file": "raw/bus/gevent-1.tsv".'));
    const sha256 = fields.get("sha256");
    const sum = text(sha256);
    if (sum !== null && !/^[0-9a-f]{64}$/.test(sum)) {
      fault(
        sha256!,
        "bad-checksum",
        `${quote(sum)} is not a SHA-256 checksum`,
        "It has 64 digits of 0-9 and a-f, as sha256sum prints them.",
      );
    }
    const assumed = texts(fields.get("assumed"));
    return {
      file: file ?? "",
      sha256: sum,
      tool: text(fields.get("tool")),
      toolVersion: text(fields.get("tool_version")),
      importer: text(fields.get("importer")),
      ...(assumed.length === 0 ? {} : { assumed }),
      warnings: texts(fields.get("warnings")),
    };
  });
}

function text(at: Written | null): string | null {
  return at && asText(at);
}

function texts(at: Written | null): string[] {
  return ((at && asList(at)) ?? []).flatMap((item) => asText(item) ?? []);
}
