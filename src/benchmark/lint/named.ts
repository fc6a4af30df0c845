import { nearest } from "../../source/nearest.ts";
import type { Rule } from "./rule.ts";
import { rules } from "./rules/list.ts";

/** The rule of this id or name, in any case of letters; null where there is none. */
export function findRule(word: string): Rule | null {
  return rules.find(({ id, name }) => id === word.toUpperCase() || name === word.toLowerCase()) ?? null;
}

/** The way out for somebody who wrote the id or name of no rule. */
export function unknownRuleHelp(word: string): string {
  // Of two numbers, neither is nearer to what was meant.
  const names = rules.map(({ name }) => name);
  const meant = /^BL\d+$/i.test(word) ? null : nearest(word, names);
  return meant === null ? "Rules are BL01 to BL50; docs/honesty.md explains them." : `Did you mean ${meant}?`;
}
