/** What the file name of a post says: `2026-11-23-some-slug`. */
export interface PostName {
  /** ISO date. */
  readonly date: string;
  readonly slug: string;
}

/** Reads the name of a post's file (without `.md`) or folder; null when it is no such name or the day does not exist. */
export function parsePostName(name: string): PostName | null {
  const [, date, slug] = /^(\d{4}-\d\d-\d\d)-([A-Za-z0-9][A-Za-z0-9._-]*)$/.exec(name) ?? [];
  return date !== undefined && slug !== undefined && isDay(date) ? { date, slug } : null;
}

/** Whether a file or folder is no text of the site, by its name: hidden ones, those with an underscore, and READMEs. */
export function isLeftAlone(name: string): boolean {
  return /^[._]|^readme\.md$/i.test(name);
}

/** `/2026/11/23/some-slug.html`. */
export function postPath({ date, slug }: PostName): string {
  return `/${date.replaceAll("-", "/")}/${slug}.html`;
}

/** Whether a day like 2026-02-30 exists. */
export function isDay(date: string): boolean {
  const time = Date.parse(`${date}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === date;
}
