import { escapeHtml } from "./html.ts";

/** Sentences that the data support, as a list under a picture; nothing where there are none. */
export function renderFindings(findings: readonly string[], id?: string): string {
  if (findings.length === 0) return "";
  const items = findings.map((sentence) => `<li>${escapeHtml(sentence)}</li>`);
  const name = id === undefined ? "" : ` class="chart-findings" id="${id}" aria-label="What the data say"`;
  return `<ul${name}>${items.join("")}</ul>`;
}
