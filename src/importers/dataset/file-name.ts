import { vocabulary } from "./quantity-names.ts";

/** What a file's name says, by the words that people put into such names. A guess: it is told as an assumption. */
export interface NameParts {
  /** The name without folder and extension. */
  readonly stem: string;
  /** The stem without what names x or counts runs. */
  readonly rest: string;
  /** `c16`, `rate-400`, `200rps`: quantities and their values. */
  readonly quantities: readonly NamedQuantity[];
  /** Whether `run3` or the like was taken out. */
  readonly counted: boolean;
}

export interface NamedQuantity {
  readonly name: string;
  readonly value: number;
  /** As it stands in the file's name. */
  readonly text: string;
}

/** `known` is the x that the file's content has: a bare number in the name that equals it says the same. */
export function readName(file: string, known: number | null = null): NameParts {
  const stem = stemOf(file);
  const rest: string[] = [];
  const quantities: NamedQuantity[] = [];
  let counted = false;
  const tokens = stem.split(/[-_ ]+/).filter((token) => token !== "");
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!;
    const [word = "", number = ""] = split(token);
    const next = number === "" && /^\d+(?:\.\d+)?$/.test(tokens[i + 1] ?? "") ? tokens[i + 1]! : null;
    const value = next ?? number;
    const name = vocabulary.get(word.toLowerCase());
    if (value !== "" && runWords.has(word.toLowerCase())) counted = true;
    else if (value !== "" && name !== undefined)
      quantities.push({ name, value: Number(value), text: next === null ? token : `${token}-${next}` });
    else {
      if (Number(token) !== known && !outputWords.has(token.toLowerCase())) rest.push(token);
      continue;
    }
    if (next !== null) i++;
  }
  return { stem, rest: rest.join("-"), quantities, counted };
}

const runWords = new Set(["run", "rep", "repeat", "round", "trial", "attempt", "iteration", "pass", "try"]);

/** What names the kind of output, not what was measured. */
const outputWords = new Set(
  "bench benchmark encode export gnuplot hdrplot latency log nolatency out output percentiles plain report result results stats stdout summary".split(
    " ",
  ),
);

/** `report.json` → `report`; a version such as `v1.0` stays whole. */
function stemOf(file: string): string {
  const name = file.split(/[\\/]/).at(-1)!;
  const stem = name.replace(/(?<=.)\.[A-Za-z][A-Za-z0-9]{0,9}$/, "");
  const kind = /(?<=.)\.(?<word>[A-Za-z]+)$/.exec(stem);
  return kind !== null && outputWords.has(kind[1]!.toLowerCase()) ? stem.slice(0, kind.index) : stem;
}

/** Word and number of `c16`, `c=16`, `16c`, `rate400.5`. */
function split(token: string): [string, string] {
  const before = /^([A-Za-z]+)[=#]?(\d+(?:\.\d+)?)$/.exec(token);
  if (before !== null) return [before[1]!, before[2]!];
  const behind = /^(\d+(?:\.\d+)?)([A-Za-z]{2,})$/.exec(token);
  return behind === null ? [token, ""] : [behind[2]!, behind[1]!];
}
