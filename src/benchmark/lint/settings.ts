import type { Severity } from "../../source/diagnostic.ts";
import { fault, faultAtKey, quote, type Written } from "../../source/faults.ts";
import { asMap, asNumber, asOneOf } from "../../source/fields.ts";
import { findRule, unknownRuleHelp } from "./named.ts";
import type { Rule, Thresholds } from "./rule.ts";

/** What a site wants of a rule other than the rule itself. */
export interface RuleSetting {
  /** Null: as the rule says, finding by finding. */
  readonly severity: Severity | "off" | null;
  readonly thresholds: Thresholds;
}

/** By id of the rule; rules that are not in it are as they are. */
export type LintSettings = Readonly<Record<string, RuleSetting>>;

const severities = ["error", "warning", "off"] as const;

/** Reads `"lint": {"BL24": "off", "BL09": {"severity": "error", "fewest": 10}}` of a site's settings. */
export function readLintSettings(at: Written | null): LintSettings {
  const settings: Record<string, RuleSetting> = {};
  for (const [id, written] of (at && asMap(at)) ?? []) {
    const rule = findRule(id);
    if (!rule) {
      faultAtKey(written, "error", "unknown-rule", `there is no rule ${quote(id)}`, unknownRuleHelp(id));
      continue;
    }
    const setting = readSetting(written, rule);
    if (setting.severity !== null && setting.severity !== "error" && !rule.waivable) {
      const help = "Arithmetic and identity hold for everybody: delete this line.";
      fault(written, "rule-fixed", `${rule.id} is an error and stays one`, help);
    } else settings[rule.id] = setting;
  }
  return settings;
}

function readSetting(at: Written, rule: Rule): RuleSetting {
  const { thresholds } = rule;
  if (typeof at.value === "string") return { severity: asOneOf(at, severities), thresholds };
  const changed: Record<string, number> = {};
  let severity: RuleSetting["severity"] = null;
  for (const [name, written] of asMap(at) ?? []) {
    if (name === "severity") severity = asOneOf(written, severities);
    else if (Object.hasOwn(thresholds, name)) changed[name] = asNumber(written) ?? thresholds[name]!;
    else {
      const list = ["severity", ...Object.keys(thresholds)].join(", ");
      faultAtKey(written, "error", "unknown-threshold", `${rule.id} has no ${quote(name)}`, `It has ${list}.`);
    }
  }
  return { severity, thresholds: { ...thresholds, ...changed } };
}
