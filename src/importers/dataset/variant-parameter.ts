import type { Found } from "./input.ts";

/** More lines than this side by side are no comparison. */
const mostLines = 8;

/**
 * The parameter in words (an algorithm, a library) with each value of which everything was measured: over names its values
 * are lines, to be compared side by side. Null where there is none, and where the content names its lines or places itself.
 */
export function variantParameter(found: readonly Found[]): string | null {
  if (found.some(({ point }) => point.fullName !== undefined || point.labels["variant"] !== undefined)) return null;
  const names = Object.keys(found[0]?.point.parameters ?? {});
  return names.find((name) => isVariant(found, name)) ?? null;
}

function isVariant(found: readonly Found[], name: string): boolean {
  const values = found.map(({ point }) => point.parameters?.[name]);
  const all = new Set(values);
  if (all.has(undefined) || all.size < 2 || all.size > mostLines) return false;
  if ([...all].every((value) => Number.isFinite(Number(value)))) return false;
  const places = new Map<string, Set<string>>();
  for (const { point, input } of found) {
    const { [name]: value, ...rest } = point.parameters!;
    const place = JSON.stringify([input.file, point.series, Object.entries(rest)]);
    places.set(place, (places.get(place) ?? new Set()).add(value!));
  }
  return [...places.values()].every((measured) => measured.size === all.size);
}
