import { isNumber, type Parameters, unnamed } from "./parameters.ts";

/** `BenchmarkSort/quick/n=100-8`, taken apart. */
export interface GoName {
  /** `Sort/quick` */
  readonly series: string;
  /** `Sort/quick/n=100` */
  readonly full: string;
  /** `{n: "100"}`, and a number that stands alone as `parameter` */
  readonly parameters: Parameters;
  /** What Go put behind the name; it leaves a 1 out. */
  readonly procs: number;
}

/** Names of sub-benchmarks are separated by slashes; those that are `key=value` or a number are parameters. */
export function goName(name: string): GoName {
  const suffix = /-(\d+)$/.exec(name);
  const full = (suffix === null ? name : name.slice(0, suffix.index)).replace(/^Benchmark_?(?=.)/, "");
  const parameters: Record<string, string> = {};
  const series: string[] = [];
  for (const [i, part] of full.split("/").entries()) {
    const [, key, value] = /^([\p{L}_][\w.-]*)=(.+)$/u.exec(part) ?? [];
    if (i > 0 && key !== undefined && !Object.hasOwn(parameters, key)) parameters[key] = value!;
    else if (i > 0 && isNumber(part) && !Object.hasOwn(parameters, unnamed)) parameters[unnamed] = part;
    else series.push(part);
  }
  return { series: series.join("/"), full, parameters, procs: Number(suffix?.[1] ?? 1) };
}
