import { collectFaults, type Written, written } from "../source/faults.ts";
import { asFields, asList, asText } from "../source/fields.ts";
import type { Diagnostic } from "../source/diagnostic.ts";
import type { Located } from "../source/located.ts";
import { type Claim, readClaims } from "./claim/claim.ts";
import { type Method, readMethod } from "./method/method.ts";

/** What a post declares about its benchmark: the `bench` of its front matter (docs/honesty.md). */
export interface Bench {
  readonly question: string | null;
  /** What the text says of the figures, to be held against them: `checkClaim`. */
  readonly claims: readonly Claim[];
  /** Who paid, employed or is the author: "none" where nobody has an interest in the result. */
  readonly interest: string | null;
  /** Why series of the data are not shown. */
  readonly subsetReason: string | null;
  readonly method: Method;
  readonly waivers: readonly Waiver[];
}

/** A rule of the lint that the author sets aside, and why; readers are told. */
export interface Waiver {
  /** As written: `BL24`. */
  readonly rule: string;
  readonly reason: string;
  /** Where it stands in the front matter. */
  readonly path: readonly (string | number)[];
}

const names = [
  "question",
  "claims",
  "env",
  "load",
  "sampling",
  "artefacts",
  "measured_at",
  "interest",
  "subset_reason",
  "waive",
] as const;

/** Reads `bench` of a front matter. Null where the post has none; what is wrong comes with it, all at once. */
export function parseBench(located: Located): {
  readonly bench: Bench | null;
  readonly diagnostics: readonly Diagnostic[];
} {
  const faults = collectFaults(located);
  const at = written(located, faults, ["bench"]);
  const fields = at.value === undefined || at.value === null ? null : asFields(at, names);
  const text = (name: (typeof names)[number]): string | null => {
    const field = fields?.get(name);
    return field ? asText(field) : null;
  };
  const bench = fields && {
    question: text("question"),
    claims: readClaims(fields.get("claims")),
    interest: text("interest"),
    subsetReason: text("subset_reason"),
    method: readMethod({
      environment: fields.get("env"),
      load: fields.get("load"),
      sampling: fields.get("sampling"),
      artefacts: fields.get("artefacts"),
      measuredAt: fields.get("measured_at"),
    }),
    waivers: readWaivers(fields.get("waive")),
  };
  return { bench, diagnostics: faults.diagnostics() };
}

function readWaivers(at: Written | null): Waiver[] {
  return ((at && asList(at)) ?? []).flatMap((item) => {
    const fields = asFields(item, ["rule", "reason"]);
    const rule = fields?.need("rule", "Name the rule: rule: BL24.");
    const reason = fields?.need("reason", "Say why it does not hold here: readers are told.");
    const name = rule ? asText(rule) : null;
    const words = reason ? asText(reason) : null;
    return name === null || words === null ? [] : { rule: name, reason: words, path: item.path };
  });
}
