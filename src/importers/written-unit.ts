import type { Better, Metric } from "../benchmark/dataset.ts";
import { metrics } from "./metrics.ts";
import { toSeconds } from "./quantity.ts";

/** What a figure measures by the unit that stands beside it, as people write it: `ns/iter`, `ops/sec`, `Megabytes`. */
export interface WrittenUnit {
  readonly metric: string;
  /** A figure in base units. */
  readonly toBase: (figure: number) => number;
  /** For what is not of the vocabulary, or in a direction that the file says. */
  readonly described?: Omit<Metric, "id">;
}

/** `better` is what is known beside the unit; without it a time is better lower and a rate higher,
 * and of others nobody knows: free memory is better higher. */
export function writtenUnit(text: string, better: Better | null = null): WrittenUnit {
  const unit = text.trim();
  const [amount = "", per = ""] = unit.split(/\s*\/\s*/);
  const seconds = toSeconds(1, time(amount));
  if (seconds !== null && (per === "" || operations.test(per)))
    return of("time_per_op", (one) => toSeconds(one, time(amount))!);
  if (/^s(?:ec(?:ond)?)?$/.test(per)) {
    if (operations.test(amount)) return of("ops_rate", (one) => one);
    if (/^(?:req|reqs|requests?|transactions?|tx)$/i.test(amount)) return of("throughput", (one) => one);
  }
  const size = bytes(amount);
  if (size !== null && /^s(?:ec(?:ond)?)?$/.test(per)) return of("transferred", (one) => one * size);
  if (size !== null) return of(operations.test(per) ? "allocated" : "memory", (one) => one * size, better);
  if (unit === "%" || /^percent$/i.test(unit)) return own("share", (one) => one / 100, "%");
  return own(unit === "" ? "value" : unit, (one) => one, "1");

  function of(
    metric: string,
    toBase: WrittenUnit["toBase"],
    direction = better ?? metrics.get(metric)!.better,
  ): WrittenUnit {
    const { id: _id, ...known } = metrics.get(metric)!;
    return { metric, toBase, ...(direction === known.better ? {} : { described: { ...known, better: direction } }) };
  }

  function own(label: string, toBase: WrittenUnit["toBase"], display: string): WrittenUnit {
    return { metric: label, toBase, described: { label, unit: "1", display, better, denominator: null } };
  }
}

const operations = /^(?:iter(?:ation)?s?|ops?|operations?|calls?|runs?|times?)$/i;

/** Names of units of time as they are written out, too. */
function time(word: string): string {
  const long = /^(nano|micro|milli)?s(?:ec(?:ond)?s?)?$/i.exec(word);
  if (long === null) return word;
  return { nano: "ns", micro: "us", milli: "ms" }[long[1]?.toLowerCase() ?? ""] ?? "s";
}

/** Bytes in a unit of sizes; K alone is 1000 and Ki 1024. Null for other units. */
function bytes(word: string): number | null {
  const [, prefix = "", rest] = /^(kilo|mega|giga|kibi|mebi|gibi|[kmg]i?)?(bytes?|b)$/i.exec(word) ?? [];
  if (rest === undefined || (rest === "b" && prefix !== "")) return null;
  const power = ["", "k", "m", "g"].indexOf(prefix.charAt(0).toLowerCase());
  return (/^(?:.i|kibi|mebi|gibi)$/i.test(prefix) ? 1024 : 1000) ** power;
}
