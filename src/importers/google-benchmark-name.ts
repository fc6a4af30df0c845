import { isNumber, type Parameters, unnamed } from "./parameters.ts";

/** How a run was made, which stands in names too: no part of what is measured. */
const settings =
  /^(?:min_time|min_warmup_time|iterations|repeats|repetitions):|^(?:real_time|process_time|manual_time)$/;

/**
 * `BM_Copy/8/align:16/threads:4/real_time`, taken apart: arguments are numbers, with a name before a colon where the program gives
 * one. Arguments without a name are called parameter, parameter_2 …
 */
export function googleName(name: string): { readonly series: string; readonly parameters: Parameters } {
  const parameters: Record<string, string> = {};
  const series: string[] = [];
  let count = 0;
  for (const [i, part] of name.split("/").entries()) {
    const [, key, value] = /^([A-Za-z_][\w ]*):([^:]+)$/.exec(part) ?? [];
    if (i === 0 || !(isNumber(part) || key !== undefined || settings.test(part))) series.push(part);
    else if (settings.test(part)) continue;
    else if (key !== undefined) parameters[key] = value!;
    else parameters[++count === 1 ? unnamed : `${unnamed}_${count}`] = part;
  }
  return { series: series.join("/"), parameters };
}

const aggregate = /^(.+)_(mean|median|stddev|min|max)$/;

/** `BM_Copy/8_mean`: the name, and which aggregate of its repetitions this is; null for a repetition. */
export function aggregateOf(name: string): { readonly name: string; readonly aggregate: string | null } {
  const [, plain, kind] = aggregate.exec(name) ?? [];
  return kind === undefined ? { name, aggregate: null } : { name: plain!, aggregate: kind };
}

/** Fits and ratios, which are no times. */
export function isFit(name: string): boolean {
  return /_(?:BigO|RMS|cv)$/.test(name);
}
