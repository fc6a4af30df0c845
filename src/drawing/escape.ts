const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Text for SVG, as content or in an attribute. Control characters, which XML forbids even as entities, become spaces. */
export function escapeXml(text: string): string {
  const allowed = text.replace(/\p{Cs}/gu, "\uFFFD").replace(/[^\P{Cc}\t\n\r]|[\uFFFE\uFFFF]/gu, " ");
  return allowed.replace(/[&<>"]/g, (character) => ENTITIES[character]!);
}

/** A length with at most so many decimals, without needless zeros. */
export function short(value: number, decimals: number): string {
  const rounded = Number(value.toFixed(decimals));
  return String(rounded === 0 ? 0 : rounded);
}
