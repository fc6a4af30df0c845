import { type Article, type Heading, headingText } from "../markdown/article.ts";
import type { Project } from "../project.ts";

/** A heading as a table of contents shows it. */
export interface Line {
  readonly id: string;
  readonly text: string;
}

/** A section in a table of contents. */
export interface Section extends Line {
  readonly sections: readonly Line[];
}

/** An article is long when it has this many sections and words; others need no table of contents. */
const long = { sections: 4, words: 500 };

/** The table of contents of a long article, two levels deep; empty for a short one. */
export function contents({ headings, words }: Article, quoteAt: Project["quoteAt"]): Section[] {
  const top = headings.filter(({ level }) => level === 2);
  if (top.length < long.sections || words < long.words) return [];
  return top.map((heading) => {
    const from = headings.indexOf(heading) + 1;
    const next = headings.findIndex(({ level }, index) => index >= from && level <= 2);
    const inner = headings.slice(from, next === -1 ? undefined : next);
    const sections = inner.filter(({ level }) => level === 3).map((one) => toLine(one, quoteAt));
    return { ...toLine(heading, quoteAt), sections };
  });
}

/** A heading's line in a table of contents. */
export function toLine(heading: Heading, quoteAt: Project["quoteAt"]): Line {
  return { id: heading.id, text: headingText(heading, quoteAt) };
}
