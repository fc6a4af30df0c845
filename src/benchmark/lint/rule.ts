import type { Severity } from "../../source/diagnostic.ts";
import type { LintArticle } from "./article.ts";
import type { Spot } from "./spot.ts";

/** What is wrong with an article, by a rule. */
export interface Finding {
  readonly at: Spot;
  /** What is the case, in the author's words. */
  readonly fact: string;
  /** The way out. */
  readonly help: string;
  /** Where it weighs other than its rule does. */
  readonly severity?: Severity;
  /** The article contradicts itself or its evidence: nothing to publish. Only rules that cannot be waived find such. */
  readonly contradiction?: boolean;
}

export type Thresholds = Readonly<Record<string, number>>;

/** One rule of honest benchmarking that a program can decide. */
export interface Rule {
  /** `BL01` to `BL50`. */
  readonly id: string;
  /** Kebab-case. */
  readonly name: string;
  /** What to do, in one sentence. */
  readonly summary: string;
  readonly severity: Severity;
  /** Who asks for it. */
  readonly source: string;
  /** False for arithmetic and identity, about which there is nothing to explain. */
  readonly waivable: boolean;
  /** Numbers that a site may set otherwise, with their defaults. */
  readonly thresholds: Thresholds;
  /** Codes of other diagnostics that say the same of the same line. */
  readonly covers: readonly string[];
  check(article: LintArticle, thresholds: Thresholds): readonly Finding[];
}

/** A rule with what most rules have in common. */
export function rule<const T extends Thresholds = Record<never, number>>(
  definition: Pick<Rule, "id" | "name" | "summary" | "severity" | "source"> &
    Partial<Pick<Rule, "waivable" | "covers">> & {
      readonly thresholds?: T;
      check(article: LintArticle, thresholds: { readonly [K in keyof T]: number }): readonly Finding[];
    },
): Rule {
  const { check, thresholds } = definition;
  return {
    waivable: true,
    covers: [],
    ...definition,
    thresholds: thresholds ?? {},
    check: (article, given) => check(article, given as { readonly [K in keyof T]: number }),
  };
}
