import type { Judged } from "./judged.ts";

/** What a check found, for programs; docs/honesty.md describes it. */
export function toJson({ posts, charts, diagnostics, waived, stopped }: Judged): string {
  const findings = diagnostics.map(({ severity, code, file, place, fact, help, rule }) => ({
    severity,
    code,
    file,
    line: place.line,
    column: place.column,
    fact,
    help,
    rule: rule ? { name: rule.name, summary: rule.summary, source: rule.source, waivable: rule.waivable } : null,
  }));
  return `${JSON.stringify({ schema: "benchpost-check/1", stopped, posts, charts, findings, waived }, null, 2)}\n`;
}
