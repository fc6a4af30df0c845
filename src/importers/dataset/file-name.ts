import { vocabulary } from "./quantity-names.ts";

/** What a file's name says, by the words that people put into such names. A guess: it is told as an assumption. */
export interface NameParts {
  /** The name without folder and extension. */
  readonly stem: string;
  /** The stem without what names x or counts runs. */
  readonly rest: string;
  /** `c16`, `rate-400`, `200rps`: the quantity and its value. */
  readonly x: { readonly name: string; readonly value: number; readonly text: string } | null;
  /** Whether `run3` or the like was taken out. */
  readonly counted: boolean;
}

/** `known` is the x that the file's content has: a bare number in the name that equals it says the same. */
export function readName(file: string, known: number | null = null): NameParts {
  const stem = stemOf(file);
  const rest: string[] = [];
  let x: NameParts["x"] = null;
  let counted = false;
  const tokens = stem.split(/[-_ ]+/).filter((token) => token !== "");
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!;
    const [word = "", number = ""] = split(token);
    const next = number === "" && /^\d+(?:\.\d+)?$/.test(tokens[i + 1] ?? "") ? tokens[i + 1]! : null;
    const value = next ?? number;
    const name = vocabulary.get(word.toLowerCase());
    if (value !== "" && runWords.has(word.toLowerCase())) counted = true;
    else if (value !== "" && name !== undefined && x === null)
      x = { name, value: Number(value), text: next === null ? token : `${token}-${next}` };
    else {
      if (Number(token) !== known && !outputWords.has(token.toLowerCase())) rest.push(token);
      continue;
    }
    if (next !== null) i++;
  }
  return { stem, rest: rest.join("-"), x, counted };
}

const runWords = new Set(["run", "rep", "repeat", "round", "trial", "attempt", "iteration", "pass", "try"]);

/** What names the kind of output, not what was measured. */
const outputWords = new Set(
  "bench benchmark encode export latency log nolatency out output plain report result results stats stdout summary".split(
    " ",
  ),
);

/** `report.json` → `report`; a version such as `v1.0` stays whole. */
function stemOf(file: string): string {
  const name = file.split(/[\\/]/).at(-1)!;
  return name.replace(/(?<=.)\.[A-Za-z][A-Za-z0-9]{0,9}$/, "");
}

/** Word and number of `c16`, `c=16`, `16c`, `rate400.5`. */
function split(token: string): [string, string] {
  const before = /^([A-Za-z]+)[=#]?(\d+(?:\.\d+)?)$/.exec(token);
  if (before !== null) return [before[1]!, before[2]!];
  const behind = /^(\d+(?:\.\d+)?)([A-Za-z]{2,})$/.exec(token);
  return behind === null ? [token, ""] : [behind[2]!, behind[1]!];
}
