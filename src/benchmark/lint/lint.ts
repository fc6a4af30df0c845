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

/** A rule that an author set aside, with what it would have said; readers are told. */
export interface Waived {
  readonly rule: Rule;
  readonly reason: string;
  readonly findings: readonly Found[];
}

export interface LintResult {
  /** In reading order. */
  readonly found: readonly Found[];
  readonly waived: readonly Waived[];
  /** What is wrong with the waivers themselves. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Applies every rule to an article. */
export function lint(article: LintArticle, settings: LintSettings = {}): LintResult {
  const raised = rules.flatMap((rule) => {
    const { severity, thresholds } = settings[rule.id] ?? { severity: null, thresholds: rule.thresholds };
    if (severity === "off") return [];
    return rule
      .check(article, thresholds)
      .map((finding) => ({ rule, finding: severity === null ? finding : { ...finding, severity } }));
  });
  const places = toPlaces(raised.map(({ finding }) => finding.at));
  const all = raised.map(({ rule, finding }, index) => ({ ...toFound(rule, finding), ...places[index]! }));
  const waivers = (article.bench?.waivers ?? []).map((waiver) => ({ waiver, rule: findRule(waiver.rule) }));
  const accepted = waivers.flatMap(({ waiver, rule }) => (rule?.waivable ? [{ rule, reason: waiver.reason }] : []));
  const isWaived = (one: Found): boolean => accepted.some(({ rule }) => rule === one.rule) && !one.contradiction;
  return {
    found: sortDiagnostics(all.filter((one) => !isWaived(one))) as Found[],
    waived: accepted.map((one) => ({ ...one, findings: all.filter(({ rule }) => rule === one.rule) })),
    diagnostics: waivers.flatMap(({ waiver, rule }) => waiverFault(article, waiver, rule, all) ?? []),
  };
}

function toFound(rule: Rule, { fact, help, severity, contradiction = false }: Finding): Omit<Found, "file" | "place"> {
  return { rule, severity: severity ?? rule.severity, code: rule.id, fact, help, contradiction };
}

function waiverFault(
  { head }: LintArticle,
  { rule: written, path }: Waiver,
  rule: Rule | null,
  all: readonly Found[],
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
  if (all.some((one) => one.rule === rule)) return null;
  const help = "Delete the waiver: readers would be told of a limit that is none.";
  return diagnose(head.source, offset, "unused-waiver", `${rule.id} finds nothing to waive here`, help, "warning");
}
