import type { Schema } from "hast-util-sanitize";

/** Elements that say what a text is, and pictures; none that does something, is styled or holds another document. */
const elements = [
  ..."h1 h2 h3 h4 h5 h6 p div section blockquote pre hr br wbr ul ol li dl dt dd figure figcaption details summary".split(
    " ",
  ),
  ..."table caption colgroup col thead tbody tfoot tr td th".split(" "),
  ..."a abbr b bdi bdo cite code data del dfn em i ins kbd mark q rp rt ruby s samp small span strong sub sup time u var".split(
    " ",
  ),
  ..."img picture source audio video track".split(" "),
];

/** Those whose content goes with them, because it is no text for readers. */
const emptied =
  "script style template iframe frame object embed noscript noembed noframes xmp textarea select title svg math".split(
    " ",
  );

/** What Markdown's own renderers write; an article can look like them, and not like the site around it. */
const classes: [string, ...(string | RegExp)[]] = [
  "className",
  ..."anchor back footnotes left center right note wide".split(" "),
  /^language-./,
  /^hljs-[a-z-]+$/,
  // the second part of highlighted names: `hljs-title function_`
  /^[a-z]+_{1,2}$/,
];

const media = ["src", "controls", "loop", "muted", "preload"];

/**
 * What HTML of many authors may hold: text, tables and pictures. No `name` (a form or picture of that name would stand before
 * the browser's own functions), no address but of the web, mail and telephone.
 */
export const schema: Schema = {
  tagNames: elements,
  strip: emptied,
  attributes: {
    "*": ["id", "title", "lang", "dir", "ariaLabel", "ariaDescribedBy", "ariaLabelledBy", classes],
    a: ["href", "hrefLang", "rel"],
    abbr: ["abbr"],
    audio: media,
    bdo: ["dir"],
    blockquote: ["cite"],
    col: ["span"],
    colgroup: ["span"],
    data: ["value"],
    del: ["cite", "dateTime"],
    details: ["open"],
    div: [["tabIndex", 0]],
    img: ["src", "srcSet", "sizes", "alt", "width", "height", ["loading", "lazy"], ["decoding", "async"]],
    ins: ["cite", "dateTime"],
    li: ["value"],
    ol: ["start", "reversed", "type"],
    pre: [["tabIndex", 0]],
    q: ["cite"],
    source: ["src", "srcSet", "sizes", "media", "type"],
    td: ["colSpan", "rowSpan", "headers"],
    th: ["colSpan", "rowSpan", "headers", "scope", "abbr"],
    time: ["dateTime"],
    track: ["src", "kind", "srcLang", "label", "default"],
    video: [...media, "poster", "width", "height"],
  },
  protocols: {
    href: ["http", "https", "mailto", "tel"],
    src: ["http", "https"],
    cite: ["http", "https"],
    poster: ["http", "https"],
  },
  ancestors: Object.fromEntries(
    "caption colgroup col thead tbody tfoot tr td th".split(" ").map((name) => [name, ["table"]]),
  ),
  clobber: [],
  clobberPrefix: "",
  required: {},
};
