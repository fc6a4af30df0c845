import type { Dataset } from "../dataset.ts";
import { formatNumber, formatValue, thinSpace } from "../number.ts";
import { displayUnit } from "../unit.ts";

/** An x value as people read it: `400 req/s`, or the category. */
export function placeWords({ x }: Dataset, value: number, { significant = 4 } = {}): string {
  if (x.kind === "category") return x.categories[value] ?? "";
  if (x.kind === "time") return new Date(value * 1000).toISOString().slice(0, 10);
  const unit = displayUnit(x.unit ?? "1", x.display ?? x.unit ?? "1");
  return unit ? formatValue(value, unit, { significant }) : formatNumber(value, { significant });
}

/** Two places on a number line: `between 800 and 900 req/s`. */
export function bracketWords(dataset: Dataset, low: number, high: number): string {
  const [first, last] = [low, high].map((value) => placeWords(dataset, value));
  const cut = first!.lastIndexOf(thinSpace);
  const unit = /\D/.test(first!.slice(cut + 1)) ? first!.slice(cut) : "";
  return `between ${unit !== "" && last!.endsWith(unit) ? first!.slice(0, cut) : first} and ${last}`;
}

/** A share in percent: `99.9 %`. Rounding makes nothing whole: a share below 1 gets the digits that keep it below 100 %. */
export function percent(share: number, { significant = 3 } = {}): string {
  const digits = [0, 1, 2, 3].map((more) => formatNumber(share * 100, { significant: significant + more }));
  const text = share < 1 ? (digits.find((one) => one !== "100") ?? digits.at(-1)!) : digits[0]!;
  return `${text}${thinSpace}%`;
}

/** A whole number: `540 000`. */
export function count(value: number): string {
  return formatNumber(Math.round(value), { significant: 15 });
}
