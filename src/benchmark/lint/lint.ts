import { type Diagnostic, sortDiagnostics } from "../../source/diagnostic.ts";
import { diagnose } from "../../source/source.ts";
import type { Waiver } from "../bench.ts";
import type { LintArticle } from "./article.ts";
import { findRule, unknownRuleHelp } from "./named.ts";
import type { Finding, Rule } from "./rule.ts";
import { rules } from "./rules/list.ts";
import type { LintSettings } from "./settings.ts";
import { toPlaces } from "./spot.ts";

/** A finding at its place; its code is the id of its rule. */
export interface Found extends Diagnostic {
  readonly rule: Rule;
  /** The article contradicts itself or its evidence. */
  readonly contradiction: boolean;
}

/** A rule that an author set aside; readers are told. */
export interface Waived {
  readonly rule: Rule;
  readonly reason: string;
  /** What the rule would have said. */
  readonly facts: readonly string[];
}

export interface LintResult {
  /** In reading order. Places cost a second reading of the files, so they are looked up when asked for. */
  found(): readonly Found[];
  /** Those of them with which nothing may be published. */
  readonly contradictions: readonly Found[];
  readonly waived: readonly Waived[];
  /** What is wrong with the waivers themselves. */
  readonly diagnostics: readonly Diagnostic[];
}

interface Raised {
  readonly rule: Rule;
  readonly finding: Finding;
}

/**
 * Judges an article. Each rule is applied when somebody asks for what it finds: a build asks only for those that may stop it
 * and for those that are waived.
 */
export function lint(article: LintArticle, settings: LintSettings = {}): LintResult {
  const known = new Map<Rule, readonly Raised[]>();
  const apply = (rule: Rule): readonly Raised[] => {
    const raised = known.get(rule) ?? raise(rule, article, settings);
    known.set(rule, raised);
    return raised;
  };
  const waivers = (article.bench?.waivers ?? []).map((waiver) => ({ waiver, rule: findRule(waiver.rule) }));
  const accepted = waivers.flatMap(({ waiver, rule }) => (rule?.waivable ? [{ rule, reason: waiver.reason }] : []));
  const open = rules.filter((rule) => !accepted.some((one) => one.rule === rule));
  let found: Found[] | null = null;
  return {
    found: () => (found ??= toFound(open.flatMap(apply))),
    contradictions: toFound(
      rules
        .filter(({ waivable }) => !waivable)
        .flatMap(apply)
        .filter(({ finding }) => finding.contradiction === true),
    ),
    waived: accepted.map((one) => ({ ...one, facts: apply(one.rule).map(({ finding }) => finding.fact) })),
    diagnostics: waivers.flatMap(
      ({ waiver, rule }) => waiverFault(article, waiver, rule, rule !== null && apply(rule).length > 0) ?? [],
    ),
  };
}

function raise(rule: Rule, article: LintArticle, settings: LintSettings): Raised[] {
  const { severity, thresholds } = settings[rule.id] ?? { severity: null, thresholds: rule.thresholds };
  if (severity === "off") return [];
  return rule
    .check(article, thresholds)
    .map((finding) => ({ rule, finding: severity === null ? finding : { ...finding, severity } }));
}

function toFound(all: readonly Raised[]): Found[] {
  const places = toPlaces(all.map(({ finding }) => finding.at));
  const found = all.map(({ rule, finding: { fact, help, severity, contradiction = false } }, index): Found => {
    const weight = severity ?? rule.severity;
    return { rule, severity: weight, code: rule.id, ...places[index]!, fact, help, contradiction };
  });
  return sortDiagnostics(found) as Found[];
}

function waiverFault(
  { head }: LintArticle,
  { rule: written, path }: Waiver,
  rule: Rule | null,
  finds: boolean,
): Diagnostic | null {
  const [offset = 0] = head.offsetsOf([{ path: [...path, "rule"] }]);
  if (rule === null) {
    const help = unknownRuleHelp(written);
    return diagnose(head.source, offset, "unknown-rule", `there is no rule ${JSON.stringify(written)}`, help);
  }
  if (!rule.waivable) {
    const help = "Arithmetic and identity hold for everybody: mend what the rule finds and delete the waiver.";
    return diagnose(head.source, offset, "rule-fixed", `${rule.id} cannot be waived`, help);
  }
  if (finds) return null;
  const help = "Delete the waiver: readers would be told of a limit that is none.";
  return diagnose(head.source, offset, "unused-waiver", `${rule.id} finds nothing to waive here`, help, "warning");
}
