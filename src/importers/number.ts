/** The mark between whole and fraction. It is decided per file, never per cell: "1,234" is two different numbers. */
export type DecimalMark = "." | ",";

/**
 * A number as tools and spreadsheets write it, with thousands separated or not.
 * Null for what is no finite number: empty, NaN and inf in any spelling, 1e999, N/A, ---, -.
 */
export function parseNumber(text: string, decimal: DecimalMark = "."): number | null {
  const bare = text.trim().replace(/[\u00a0\u202f' ]/g, "");
  const plain = decimal === "," ? bare.replaceAll(".", "").replace(",", ".") : bare.replace(/,(?=\d{3}(?:\D|$))/g, "");
  const number = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(plain) ? Number(plain) : Number.NaN;
  return Number.isFinite(number) ? number : null;
}

/** Comma where the delimiter leaves it free and figures are written with it (German spreadsheets), else point. */
export function decimalMark(delimiter: string, cells: Iterable<string>): DecimalMark {
  if (delimiter === ",") return ".";
  let comma = false;
  for (const cell of cells) {
    if (/^[+-]?\d+\.\d+(?:e[+-]?\d+)?$/i.test(cell)) return ".";
    comma ||= /^[+-]?(?:\d+|\d{1,3}(?:\.\d{3})+),\d+(?:e[+-]?\d+)?$/i.test(cell);
  }
  return comma ? "," : ".";
}

/** The number that the first group of a pattern finds in a text; null where it finds none. */
export function numberIn(text: string, pattern: RegExp): number | null {
  const cell = pattern.exec(text)?.[1];
  return cell === undefined ? null : parseNumber(cell);
}
