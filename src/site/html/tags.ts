import { Tokenizer } from "htmlparser2";

/** A tag as it stands in a text of HTML. Offsets are into that text. */
export interface Tag {
  readonly kind: "open" | "close";
  /** Lower case. */
  readonly name: string;
  readonly start: number;
  readonly end: number;
  /** Written with a slash before its end. HTML gives that no meaning; XHTML did. */
  readonly selfClosing: boolean;
  readonly attributes: readonly Attribute[];
}

export interface Attribute {
  /** Lower case. */
  readonly name: string;
  /** Entities decoded. */
  readonly value: string;
  /** The whole attribute, from its name to its closing quote. */
  readonly start: number;
  readonly end: number;
}

/** All tags of a text, in its order, read as a browser reads them: comments and the insides of scripts hold none. */
export function scanTags(html: string): Tag[] {
  const tags: Tag[] = [];
  let name = "";
  let start = 0;
  let attributes: Attribute[] = [];
  let attribute = { name: "", start: 0, value: "" };
  const push = (kind: Tag["kind"], end: number, selfClosing: boolean): void => {
    tags.push({ kind, name, start, end, selfClosing, attributes });
  };
  const tokenizer = new Tokenizer(
    { decodeEntities: true, recognizeSelfClosing: true },
    {
      onopentagname(from, to) {
        name = html.slice(from, to).toLowerCase();
        start = from - 1;
        attributes = [];
      },
      onattribname: (from, to) => (attribute = { name: html.slice(from, to).toLowerCase(), start: from, value: "" }),
      onattribdata: (from, to) => (attribute.value += html.slice(from, to)),
      onattribentity: (codepoint) => (attribute.value += String.fromCodePoint(codepoint)),
      onattribend: (_quote, to) => attributes.push({ ...attribute, end: to }),
      onopentagend: (at) => push("open", at + 1, false),
      onselfclosingtag: (at) => push("open", at + 1, true),
      onclosetag(from, to) {
        name = html.slice(from, to).toLowerCase();
        start = html.lastIndexOf("<", from);
        attributes = [];
        const end = html.indexOf(">", to);
        push("close", end === -1 ? html.length : end + 1, false);
      },
      ontext: ignore,
      ontextentity: ignore,
      oncomment: ignore,
      oncdata: ignore,
      ondeclaration: ignore,
      onprocessinginstruction: ignore,
      onend: ignore,
      isInForeignContext: () => false,
    },
  );
  // The tokenizer takes this for a section up to "]]>"; in HTML it is a comment that ends at the next ">".
  tokenizer.write(html.replaceAll("<![CDATA[", "<!-CDATA["));
  tokenizer.end();
  return tags;
}

function ignore(): void {}
