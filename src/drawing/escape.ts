const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Text for SVG, as content or in an attribute. */
export function escapeXml(text: string): string {
  return withoutControls(text).replace(/[&<>"]/g, (character) => ENTITIES[character]!);
}

/** Text with spaces for control characters, which XML forbids even as entities. */
export function withoutControls(text: string): string {
  return text.replace(/\p{Cs}/gu, "\uFFFD").replace(/[^\P{Cc}\t\n\r]|[\uFFFE\uFFFF]/gu, " ");
}

/** A length with at most so many decimals, without needless zeros. */
export function short(value: number, decimals: number): string {
  if (Number.isInteger(value) && Math.abs(value) < 1e15) return String(value === 0 ? 0 : value);
  const rounded = Number(value.toFixed(decimals));
  return String(rounded === 0 ? 0 : rounded);
}
