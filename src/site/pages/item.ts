import { dayAndMonth, isoDay, longDate } from "../dates.ts";
import type { Listed } from "../posts/listed.ts";
import { href, type Site } from "../site.ts";
import { tagPath } from "./tag-name.ts";
import type { Anchor } from "./view.ts";

/** A post as lists show it. */
export interface Item {
  readonly title: string;
  readonly href: string;
  readonly date: string;
  readonly dateText: string;
  readonly shortDate: string;
  readonly summary: string;
  readonly tags: readonly Anchor[];
  readonly minutes: number;
  readonly charts: number;
  readonly draft: boolean;
}

/** Words a minute that people read of technical prose, and seconds that they look at a chart. */
const pace = { words: 220, chartSeconds: 15 };

/** A post for a list. */
export function toItem(site: Site, { head, path, date, article }: Listed): Item {
  const seconds = (article.words / pace.words) * 60 + article.flots.length * pace.chartSeconds;
  return {
    title: head.title,
    href: href(site, path),
    date: isoDay(date),
    dateText: longDate(date, site.language),
    shortDate: dayAndMonth(date, site.language),
    summary: head.summary,
    tags: head.tags.map((tag) => ({ text: tag, href: href(site, tagPath(tag)) })),
    minutes: Math.max(1, Math.round(seconds / 60)),
    charts: article.flots.length,
    draft: head.draft,
  };
}
