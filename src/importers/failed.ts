import type { Diagnostic } from "../source/diagnostic.ts";
import { warn } from "./fault.ts";
import type { Sniff } from "./sniff.ts";

/** A warning for a benchmark that the tool could not run: it keeps its place, without figures. */
export function failedBenchmark(sniff: Sniff, name: string, error: string | null): Diagnostic {
  const offset = Math.max(0, sniff.text.indexOf(JSON.stringify(name)));
  const fact = error === null ? `${name} failed` : `${name} failed: ${error}`;
  return warn(sniff, offset, "benchmark-failed", fact, "It has no figures: mend it and measure again.");
}
