import type { Article, Heading } from "../markdown/article.ts";

/** A section in a table of contents. */
export interface Section extends Heading {
  readonly sections: readonly Heading[];
}

/** An article is long when it has this many sections and words; others need no table of contents. */
const long = { sections: 4, words: 500 };

/** The table of contents of a long article, two levels deep; empty for a short one. */
export function contents({ headings, words }: Article): Section[] {
  const top = headings.filter(({ level }) => level === 2);
  if (top.length < long.sections || words < long.words) return [];
  return top.map((heading) => {
    const from = headings.indexOf(heading) + 1;
    const next = headings.findIndex(({ level }, index) => index >= from && level <= 2);
    const inner = headings.slice(from, next === -1 ? undefined : next);
    return { ...heading, sections: inner.filter(({ level }) => level === 3) };
  });
}
