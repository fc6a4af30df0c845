/** English dates are written as the world writes them, unless the site says that it is American. */
function locale(language: string): string {
  return language === "en" ? "en-GB" : language;
}

/** `23 November 2026`, for people. Days are those of UTC, so that every machine says the same. */
export function longDate(instant: string, language: string): string {
  return new Intl.DateTimeFormat(locale(language), { dateStyle: "long", timeZone: "UTC" }).format(new Date(instant));
}

/** `23 Nov`, where the year is said already. */
export function dayAndMonth(instant: string, language: string): string {
  return new Intl.DateTimeFormat(locale(language), { day: "numeric", month: "short", timeZone: "UTC" }).format(
    new Date(instant),
  );
}

/** `2026-11-23` */
export function isoDay(instant: string): string {
  return instant.slice(0, 10);
}
