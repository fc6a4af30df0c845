import type { Token } from "markdown-it";
import type { Diagnostic } from "../../source/diagnostic.ts";
import { diagnose } from "../../source/source.ts";
import { isUnsized, sourceOf } from "../html/sizes.ts";
import { scanTags } from "../html/tags.ts";
import type { Size } from "../pictures.ts";
import type { Entry } from "../posts/entry.ts";

/** Pictures that say nothing to those who do not see them, and those that move the text when they arrive. */
export function checkPictures({ source, article, bodyOffset }: Entry, sizes: ReadonlyMap<string, Size>): Diagnostic[] {
  return article.tokens.flatMap((block) =>
    [block, ...(block.children ?? [])].flatMap((token) => {
      const offset = offsetOf(source.text, bodyOffset, block, token);
      const warn = (code: string, fact: string, help: string): Diagnostic =>
        diagnose(source, offset, code, fact, help, "warning");
      if (token.type === "image" && token.content.trim() === "") {
        const name = String(token.attrGet("src") ?? "");
        const help = `Write what it shows: ![…](${name}). A mere decoration is <img src="${name}" alt="">.`;
        return [warn("picture-without-alt", `the picture ${name} has no words for those who do not see it`, help)];
      }
      return token.type === "html_block" || token.type === "html_inline" ? checkHtml(token.content, sizes, warn) : [];
    }),
  );
}

function checkHtml(
  html: string,
  sizes: ReadonlyMap<string, Size>,
  warn: (code: string, fact: string, help: string) => Diagnostic,
): Diagnostic[] {
  return scanTags(html)
    .filter(({ kind, name }) => kind === "open" && name === "img")
    .flatMap((tag) => {
      const { attributes } = tag;
      const value = (name: string): string | undefined => attributes.find((one) => one.name === name)?.value;
      const name = value("src") ?? "";
      const found: Diagnostic[] = [];
      if (value("alt") === undefined) {
        const help = 'Write what it shows: alt="…", or alt="" where it is a mere decoration.';
        found.push(warn("picture-without-alt", `the picture ${name} has no words for those who do not see it`, help));
      }
      const isKnown = isUnsized(tag) && sizes.has(sourceOf(tag));
      if (!isKnown && (value("width") === undefined || value("height") === undefined)) {
        const help = 'Give its pixels: width="…" height="…". It may still be shown smaller.';
        found.push(
          warn("picture-without-size", `the picture ${name} has no size: the text moves when it arrives`, help),
        );
      }
      return found;
    });
}

/** Where a token stands: the first place of its picture in the lines of its block. */
function offsetOf(text: string, from: number, block: Token, token: Token): number {
  let offset = from;
  for (let line = block.map?.[0] ?? 0; line > 0; line--) offset = text.indexOf("\n", offset) + 1;
  const needle = token.type === "image" ? String(token.attrGet("src") ?? "") : "<img";
  return Math.max(offset, text.indexOf(needle, offset));
}
