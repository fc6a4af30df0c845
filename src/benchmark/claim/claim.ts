import { fault, type Written } from "../../source/faults.ts";
import { asFields, asList, asNumber, asOneOf, asText } from "../../source/fields.ts";

/** What a post says of two series, so that a program can hold it against the data: one entry of `bench.claims`. */
export interface Claim {
  readonly metric: string;
  /** Ids of series. */
  readonly a: string;
  readonly b: string;
  /** An x (a number in its base unit, or a category), each one's own sustained peak, or every x that both have. */
  readonly at: number | string;
  /** How a is to b. */
  readonly says: "greater" | "less" | "equal";
  /** How many times: the larger over the smaller. Null where nothing is said. */
  readonly factor: number | null;
  /** Name of the dataset; null for the first that has the metric. */
  readonly data: string | null;
  /** Where it stands in the front matter. */
  readonly path: readonly (string | number)[];
}

const names = ["metric", "a", "b", "at", "says", "factor", "data"] as const;

/** Reads `bench.claims`. An entry with a fault is left out. */
export function readClaims(at: Written | null): Claim[] {
  return ((at && asList(at)) ?? []).flatMap((item) => readClaim(item) ?? []);
}

function readClaim(item: Written): Claim | null {
  const fields = asFields(item, names);
  if (!fields) return null;
  const need = (name: "metric" | "a" | "b", help: string): string | null => {
    const at = fields.need(name, help);
    return at && asText(at);
  };
  const metric = need("metric", "Name a metric of the dataset: metric: reply_rate.");
  const a = need("a", "Name the series that it is about: a: node-1.");
  const b = need("b", "Name the series that it is held against: b: gevent-1.");
  const at = fields.need("at", "Say where: at: 400, at: peak or at: every.");
  const says = fields.need("says", "Say how a is to b: says: greater, less or equal.");
  const place = at && (typeof at.value === "number" ? asNumber(at) : asText(at));
  const word = says && asOneOf<Claim["says"]>(says, ["greater", "less", "equal"]);
  const times = fields.get("factor");
  const factor = times && readFactor(times);
  const named = fields.get("data");
  const data = named && asText(named);
  if (metric === null || a === null || b === null || place === null || word === null) return null;
  if (times && factor === null) return null;
  return { metric, a, b, at: place, says: word, factor, data, path: item.path };
}

function readFactor(at: Written): number | null {
  const factor = asNumber(at);
  if (factor === null || factor >= 1) return factor;
  fault(at, "out-of-range", `the factor is ${factor}`, "Write how many times: the larger over the smaller, from 1.");
  return null;
}
