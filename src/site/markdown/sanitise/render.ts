import { createHash } from "node:crypto";
import type { Medium } from "../article.ts";
import type { Sanitiser } from "./sanitiser.ts";

/**
 * Renders an article and cleans it as a whole, but for its charts: those are the site's own, and take their places afterwards. The word that
 * holds a place comes from the hash of the text, so that no text can contain its own.
 */
export function renderClean(
  sanitiser: Sanitiser,
  text: string,
  medium: Medium,
  render: (medium: Medium) => string,
): string {
  const word = `chart-${createHash("sha256").update(text).digest("hex").slice(0, 16)}`;
  const figures: string[] = [];
  const figure: Medium["figure"] = (flot) => `<div id="${word}-${figures.push(medium.figure(flot)) - 1}"></div>`;
  const html = sanitiser.clean(render({ ...medium, figure }));
  return html.replace(new RegExp(`<div id="${word}-(\\d+)"></div>`, "g"), (_all, index) => figures[Number(index)]!);
}
