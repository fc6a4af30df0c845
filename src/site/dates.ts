/** English dates are written as the world writes them, unless the site says that it is American. */
function locale(language: string): string {
  return language === "en" ? "en-GB" : language;
}

/** `23 November 2026`, for people. Days are those of UTC, so that every machine says the same. */
export function longDate(instant: string, language: string): string {
  return formatter(language, "long", { dateStyle: "long" }).format(new Date(instant));
}

/** `23 Nov`, where the year is said already. */
export function dayAndMonth(instant: string, language: string): string {
  return formatter(language, "short", { day: "numeric", month: "short" }).format(new Date(instant));
}

/** `2026-11-23` */
export function isoDay(instant: string): string {
  return instant.slice(0, 10);
}

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Making one takes a hundred times as long as using it. */
function formatter(language: string, name: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${name} ${language}`;
  const known = formatters.get(key) ?? new Intl.DateTimeFormat(locale(language), { ...options, timeZone: "UTC" });
  formatters.set(key, known);
  return known;
}
