import { type Diagnostic, formatDiagnostic, sortDiagnostics } from "../../source/diagnostic.ts";

/** So many alike of one file are told; the rest is only counted. */
const most = 2;

/** Warnings in the order of their places. A sweep's file has one report after another: what is said of most of them is said twice. */
export function describeWarnings(warnings: readonly Diagnostic[]): string[] {
  const groups = new Map<string, Diagnostic[]>();
  for (const warning of sortDiagnostics(warnings)) {
    const key = `${warning.file} ${warning.code} ${warning.help}`;
    groups.set(key, [...(groups.get(key) ?? []), warning]);
  }
  const texts = [...groups.values()].flatMap((alike) => {
    const told = alike.slice(0, alike.length > most + 1 ? most : alike.length).map(formatDiagnostic);
    const rest = alike.slice(told.length);
    if (rest.length === 0) return told;
    const [first, last] = [rest[0]!, rest.at(-1)!];
    return [
      ...told,
      `${first.file}: ${rest.length} more ${first.code}, in lines ${first.place.line} to ${last.place.line}`,
    ];
  });
  return [...new Set(texts)];
}
