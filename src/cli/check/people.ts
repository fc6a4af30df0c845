import { formatDiagnostic } from "../../source/diagnostic.ts";
import { counted } from "../summary.ts";
import type { Judged } from "./judged.ts";

/** Each finding with its place, the way out, and who asks for it. */
export function formatFindings({ diagnostics }: Judged): string {
  return diagnostics
    .map(
      (one) => `${formatDiagnostic(one)}\n${one.rule ? `  ${one.rule.id} ${one.rule.name}: ${one.rule.source}\n` : ""}`,
    )
    .join("");
}

/** `12 posts, 30 charts: 1 error, 3 warnings; 2 rules waived`. */
export function verdict({ posts, charts, diagnostics, waived, stopped }: Judged): string {
  const errors = diagnostics.filter(({ severity }) => severity === "error").length;
  const warnings = diagnostics.length - errors;
  const parts = [
    ...(errors > 0 ? [counted(errors, "error")] : []),
    ...(warnings > 0 ? [counted(warnings, "warning")] : []),
  ];
  const found = parts.length === 0 ? "no faults" : parts.join(", ");
  const set = waived.length === 0 ? "" : `; ${counted(waived.length, "rule")} waived`;
  return stopped
    ? `a build would stop: ${found}`
    : `${counted(posts, "post")}, ${counted(charts, "chart")}: ${found}${set}`;
}
