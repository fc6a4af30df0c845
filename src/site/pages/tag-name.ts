const signs: Readonly<Record<string, string>> = { "+": "p", "#": "sharp", "&": "-and-", "@": "-at-" };

/** The name of a tag's page: `C++` is `cpp`, `Node.js` is `node.js`. Tags of one name are one tag. */
export function tagSlug(tag: string): string {
  const slug = tag
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[+#&@]/g, (sign) => signs[sign]!)
    .replace(/\p{M}+/gu, "")
    .replace(/[^\p{L}\p{N}.]+/gu, "-")
    .replace(/^[-.]+|[-.]+$/g, "");
  return slug === "" ? "tag" : slug;
}

/** Path of a tag's page in the site. */
export function tagPath(tag: string): string {
  return `/tags/${encodeURIComponent(tagSlug(tag))}.html`;
}
