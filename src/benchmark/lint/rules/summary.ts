import { headingsOf, type Piece, proseOf } from "../prose.ts";
import type { LintArticle } from "../article.ts";
import { declared } from "../facts.ts";
import type { Spot } from "../spot.ts";
import { type Finding, rule } from "../rule.ts";

/** Whether rules about words can be asked: they know English. */
export function isEnglish({ language }: LintArticle): boolean {
  return /^en\b/i.test(language);
}

export const upTo = rule({
  id: "BL19",
  name: "up-to",
  summary: "Summarise with a range or a median, not with “up to”.",
  severity: "warning",
  source: "SIGPLAN checklist, “misleading summary of results”",
  check: (article) => {
    if (!isEnglish(article)) return [];
    const { title, summary, head, source, bodyOffset } = article;
    const pieces: readonly { readonly text: string; readonly at: Spot }[] = [
      { text: title, at: { located: head, path: ["title"] } },
      { text: summary, at: { located: head, path: ["summary"] } },
      ...headingsOf(proseOf(source, bodyOffset)).map(({ offset }: Piece) => ({
        text: source.text.slice(offset).split("\n", 1)[0]!,
        at: { source, offset },
      })),
    ];
    return pieces.flatMap(({ text, at }) => {
      const words = /\bup to\s+(?:\d[\d.,]*\s*(?:%|[\p{L}×/]+)?|\{\{[^{}]+\}\})/iu.exec(text)?.[0];
      if (words === undefined) return [];
      return [{ at, fact: `"${words}" hides the rest`, help: "Give the range, or the median." }];
    });
  },
});

export const limitations = rule({
  id: "BL45",
  name: "no-limitations",
  summary: "State the question, and have a section on what the answer does not cover.",
  severity: "warning",
  source: "SIGPLAN checklist, “fails to acknowledge limitations”",
  check: (article) => (article.datasets.length === 0 ? [] : [...withoutQuestion(article), ...withoutLimits(article)]),
});

function withoutQuestion(article: LintArticle): Finding[] {
  if ((article.bench?.question ?? null) !== null) return [];
  const fact = "it is not said which question this benchmark answers";
  return [{ at: declared(article, "question"), fact, help: 'Write bench: {question: "Which server …?"}.' }];
}

function withoutLimits(article: LintArticle): Finding[] {
  const headings = headingsOf(proseOf(article.source, article.bodyOffset));
  const known = headings.some(({ text }) => /limit|threat|caveat|weak|does not show|not say/i.test(text));
  if (known || !isEnglish(article)) return [];
  const fact = "no section says what limits this benchmark";
  const help = 'Write one, such as "## What it does not show".';
  return [{ at: { source: article.source, offset: article.bodyOffset }, fact, help }];
}

export const interest = rule({
  id: "BL48",
  name: "interest-missing",
  summary: "Say who has an interest in the result.",
  severity: "warning",
  source: "Gray 1993 on “benchmarketing”; Raasveldt et al. 2018, section 1",
  check: (article) =>
    article.datasets.length === 0 || (article.bench?.interest ?? null) !== null
      ? []
      : [
          {
            at: declared(article),
            fact: "it is not said whether its authors have an interest in the result",
            help: 'Write bench: {interest: "none"}, or who pays you and what you sell.',
          },
        ],
});

export const stale = rule({
  id: "BL47",
  name: "stale",
  summary: "Say when it was measured, and measure again before it is history.",
  severity: "warning",
  source: "ClickHouse/ClickBench#667",
  thresholds: { months: 18 },
  check: (article, { months }) =>
    article.datasets.slice(0, 1).flatMap(({ method }) => {
      const at = declared(article, "measured_at");
      if (method.measuredAt === null) {
        const help = "Write bench: {measured_at: 2026-11-23}.";
        return [{ at, fact: "it is not said when this was measured", help }];
      }
      const age = (Date.parse(article.today) - Date.parse(method.measuredAt)) / 1000 / 86400 / 30.44;
      if (age <= months) return [];
      const fact = `it was measured ${Math.floor(age)} months ago; the programs have newer versions since`;
      return [{ at, fact, help: "Measure again, or say in a waiver that it is kept as history." }];
    }),
});
