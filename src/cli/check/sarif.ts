import { rules } from "../../benchmark/lint/rules/list.ts";
import type { Judged } from "./judged.ts";

/**
 * What a check found, in the Static Analysis Results Interchange Format (OASIS SARIF 2.1.0), which code reviews show beside
 * the lines. Places count UTF-16 units from 1, as ours do. Waived rules come as suppressed results with their reasons.
 */
export function toSarif({ diagnostics, waived }: Judged, version: string): string {
  const codes = [...new Set([...diagnostics.map(({ code }) => code), ...waived.map(({ rule }) => rule)])].sort();
  const results = diagnostics.map(({ severity, code, file, place, fact, help }) => ({
    ruleId: code,
    ruleIndex: codes.indexOf(code),
    level: severity,
    message: { text: `${fact}\n${help}` },
    locations: [location(file, { startLine: place.line, startColumn: place.column })],
  }));
  const suppressed = waived.map(({ file, rule, reason }) => ({
    ruleId: rule,
    ruleIndex: codes.indexOf(rule),
    level: "note",
    message: { text: `waived: ${reason}` },
    locations: [location(file)],
    suppressions: [{ kind: "inSource", justification: reason }],
  }));
  const driver = { name: "Benchpost", version, rules: codes.map(describe) };
  const run = { tool: { driver }, columnKind: "utf16CodeUnits", results: [...results, ...suppressed] };
  const log = { $schema: "https://json.schemastore.org/sarif-2.1.0.json", version: "2.1.0", runs: [run] };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function location(file: string, region?: object) {
  const artifactLocation = { uri: file.split("/").map(encodeURIComponent).join("/"), uriBaseId: "%SRCROOT%" };
  return { physicalLocation: { artifactLocation, ...(region ? { region } : {}) } };
}

/** A rule of honest benchmarking, or the code of any other diagnostic. */
function describe(code: string) {
  const rule = rules.find(({ id }) => id === code);
  if (!rule) return { id: code, help: { text: `docs/errors.md#${code}` } };
  return {
    id: code,
    name: rule.name,
    shortDescription: { text: rule.summary },
    fullDescription: { text: `${rule.summary} Asked for by: ${rule.source}.` },
    help: { text: `docs/honesty.md#${code.toLowerCase()}` },
    defaultConfiguration: { level: rule.severity },
  };
}
