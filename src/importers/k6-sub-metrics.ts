import type { K6Values } from "./k6-metrics.ts";

/** The sub-metrics of one tag: `http_req_duration{scenario:browse}` and the like, by the names of the whole. */
export interface K6Tagged {
  /** `scenario: browse`. */
  readonly name: string;
  readonly tags: Readonly<Record<string, string>>;
  readonly metrics: ReadonlyMap<string, K6Values>;
}

/**
 * Parts of a test that its author asked figures of, by tags. They may overlap and need not cover the test: they are no
 * series to add up. That of the expected answers, which k6 makes by itself, is left out.
 */
export function taggedMetrics(metrics: ReadonlyMap<string, K6Values>): K6Tagged[] {
  const parts = new Map<string, Map<string, K6Values>>();
  for (const [name, values] of metrics) {
    const [, base, selector] = /^(\w+)\{(.+)\}$/.exec(name) ?? [];
    if (base === undefined || selector === undefined || selector === "expected_response:true") continue;
    parts.set(selector, (parts.get(selector) ?? new Map<string, K6Values>()).set(base, values));
  }
  return [...parts]
    .filter(([, part]) => part.has("http_req_duration") || part.has("grpc_req_duration"))
    .map(([selector, part]) => {
      const tags = Object.fromEntries(
        selector.split(",").map((pair) => {
          const colon = pair.indexOf(":");
          return [pair.slice(0, colon).trim(), pair.slice(colon + 1).trim()] as const;
        }),
      );
      const name = Object.entries(tags)
        .map(([tag, value]) => `${tag}: ${value}`)
        .join(", ");
      return { name, tags, metrics: part };
    });
}
