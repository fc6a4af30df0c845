/** The words of a title as they stand in an address: `Ünïcode & more!` gives `unicode-more`; empty where nothing is left. */
export function toSlug(title: string): string {
  return title
    .normalize("NFKD")
    .replace(/\p{Mark}/gu, "")
    .replace(/['’]/g, "")
    .replace(/ß/g, "ss")
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
    .join("-")
    .slice(0, 80)
    .replace(/-$/, "");
}
