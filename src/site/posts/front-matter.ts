import matter from "gray-matter";
import { SourceError } from "../../source/error.ts";
import type { Located } from "../../source/located.ts";
import { diagnose, type Source } from "../../source/source.ts";
import { parseYaml } from "../../source/yaml.ts";

/** The head of a post and where its text begins. */
export interface FrontMatter {
  /** The value between the `---` lines; an empty map where the post has none. */
  readonly fields: Located;
  /** Offset of the first character after the closing line. */
  readonly bodyOffset: number;
}

/**
 * Reads the YAML between the `---` lines at the top of a Markdown text. Throws a SourceError with all faults of the
 * YAML, a closing line that is missing and a language other than YAML among them.
 */
export function parseFrontMatter(source: Source): FrontMatter {
  const { text } = source;
  const top = text.startsWith("\uFEFF") ? 1 : 0;
  const language = /^---(?!-)/.test(text.slice(top)) ? matter.language(text.slice(top)).name : "";
  if (!["", "yaml", "yml"].includes(language)) {
    const fact = `the front matter is marked as "${language}"`;
    throw new SourceError([diagnose(source, top, "front-matter-language", fact, "Write it in YAML, after a plain ---.")]);
  }
  const content = matter(text, { engines: { yaml: unread, yml: unread } }).content;
  const head = text.slice(0, text.length - content.length);
  if (head.length <= top) {
    assertNone(source);
    return { fields: { source, value: {}, offsetsOf: (all) => all.map(() => 0) }, bodyOffset: 0 };
  }

  const closing = /\n---(?:\r?\n)?$/.exec(head);
  const blanks = head.endsWith("\n") ? "" : /^[ \t]*(?:\r?\n|$)/.exec(content)?.[0];
  if (!closing || blanks === undefined) {
    const help = "End the front matter with a line that holds --- alone.";
    throw new SourceError([diagnose(source, top, "front-matter-open", "the front matter begins here and never ends", help)]);
  }
  const fields = parseYaml(source, text.indexOf("\n") + 1, closing.index + 1);
  return { fields, bodyOffset: head.length + blanks.length };
}

/** Only divides the text: the values are read by a reader that knows their places. */
const unread = { parse: () => ({}) };

/** What people take for front matter, and what is none. */
function assertNone(source: Source): void {
  const { text } = source;
  const late = /^\s+(?=---[ \t]*\r?\n)/.exec(text)?.[0];
  if (late !== undefined) {
    const help = "Delete the white space above it: --- stands in the first line.";
    throw new SourceError([diagnose(source, late.length, "front-matter-place", "the front matter is not at the top", help)]);
  }
  if (!/^\+\+\+[ \t]*\r?\n/.test(text)) return;
  const help = "Write it in YAML, between lines of ---: title: \"…\".";
  throw new SourceError([diagnose(source, 0, "front-matter-language", "the front matter is written in TOML", help)]);
}
