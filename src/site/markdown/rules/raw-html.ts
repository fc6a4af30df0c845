import type { MarkdownIt, StateCore, Token } from "markdown-it";
import { applyEdits, type Edit } from "../../html/edit.ts";
import { scanTags, type Tag } from "../../html/tags.ts";
import { articleOf, type ArticleState } from "../article.ts";
import { locate, warn } from "../locate.ts";

/**
 * Author's HTML under the site's content security policy: what a browser would refuse (code and styles between the lines) is
 * left out with a warning, the post's own chart script is left out because the site answers it, the rest stays as it is.
 */
export function rawHtml(markdown: MarkdownIt): void {
  markdown.core.ruler.after("inline", "raw_html", (state: StateCore) => {
    const env = articleOf(state.env);
    for (const token of state.tokens) {
      if (token.type === "html_block") token.content = clean(env, token, token.content);
      if (token.type === "inline" && token.children?.some(({ type }) => type === "html_inline"))
        cleanInline(env, token);
    }
  });
}

/** Between inline tags stand other tokens: scripts and styles are cut with all that they hold. */
function cleanInline(env: ArticleState, inline: Token): void {
  const kept: Token[] = [];
  let inside: string | null = null;
  for (const child of inline.children!) {
    const tag = child.type === "html_inline" ? scanTags(child.content)[0] : undefined;
    if (inside !== null) {
      if (tag?.kind === "close" && tag.name === inside) inside = null;
      continue;
    }
    if (tag && isActive(tag) && !tag.selfClosing) {
      inside = tag.name;
      const html = clean(env, inline, `${child.content}</${tag.name}>`);
      if (html !== "") kept.push(Object.assign(child, { content: html }));
      continue;
    }
    if (tag) child.content = clean(env, inline, child.content);
    kept.push(child);
  }
  inline.children = kept;
}

function clean(env: ArticleState, token: Token, html: string): string {
  const edits: Edit[] = [];
  const tags = scanTags(html);
  for (const [index, tag] of tags.entries()) {
    if (tag.kind === "close") continue;
    if (isActive(tag)) {
      const close = tags.slice(index + 1).find(({ kind, name }) => kind === "close" && name === tag.name);
      const end = tag.selfClosing ? tag.end : (close?.end ?? html.length);
      edits.push(cleanActive(env, token, html, tag, end));
    } else edits.push(...cleanAttributes(env, token, html, tag));
  }
  return applyEdits(html, edits);
}

function isActive({ kind, name }: Tag): boolean {
  return kind === "open" && (name === "script" || name === "style");
}

/** A whole script or style element. */
function cleanActive(env: ArticleState, token: Token, html: string, tag: Tag, end: number): Edit {
  const gone: Edit = { start: tag.start, end, text: "" };
  const source = tag.attributes.find(({ name }) => name === "src")?.value;
  if (source !== undefined) {
    if (isOwnScript(source, env.slug)) return gone;
    const open = html.slice(tag.start, tag.end).replace(/\s*\/>$/, ">");
    return { ...gone, text: `${open}</script>` };
  }
  const isData = /json/.test(tag.attributes.find(({ name }) => name === "type")?.value ?? "");
  if (tag.name === "script" && isData) return { start: tag.start, end: tag.start, text: "" };
  const offset = locate(env, token, `<${tag.name}`);
  const fact = `a <${tag.name}> in the text is left out`;
  const help = "Put it into a file under assets/ and name that; the site's policy lets nothing else";
  if (tag.name === "style") warn(env, offset, "inline-style", fact, `${help} style.`);
  else warn(env, offset, "inline-script", fact, `${help} run.`);
  return gone;
}

/** `/assets/js/<slug>.js`, wherever it lies: the script that drew a post's charts before this site did. */
function isOwnScript(source: string, slug: string | null): boolean {
  return slug !== null && source.split(/[?#]/)[0]!.endsWith(`/${slug}.js`);
}

function cleanAttributes(env: ArticleState, token: Token, html: string, tag: Tag): Edit[] {
  const edits: Edit[] = [];
  const isFlot = hasClass(tag, "flot");
  for (const { name, start, end, value } of tag.attributes) {
    if (name === "id" && !isFlot) env.ids.add(value);
    const isCode = /^on[a-z]/.test(name) || /^[\s\p{Cc}]*(?:java|vb)script:/iu.test(value);
    if (name !== "style" && !isCode) continue;
    // A chart's element is replaced as a whole: what its attributes said is said by the stylesheet.
    if (!isFlot) {
      const help =
        name === "style" ? "Give it a class and style that in assets/." : "Put the code into a file under assets/.";
      const offset = locate(env, token, html.slice(start, end));
      warn(env, offset, "inline-attribute", `the attribute ${name} of <${tag.name}> is left out`, help);
    }
    edits.push({ start: start - 1, end, text: "" });
  }
  return edits;
}

/** Whether a tag has a class. */
export function hasClass(tag: Tag, name: string): boolean {
  const classes = tag.attributes.find((attribute) => attribute.name === "class")?.value ?? "";
  return classes.split(/\s+/).includes(name);
}
