import type { MarkdownIt, StateBlock } from "markdown-it";

const scriptTag = /<script\b(?:[^>"']|"[^"]*"|'[^']*')*>/iy;

/**
 * `<script … />` on a line of its own. HTML knows no self-closing script: a browser, and with it CommonMark, would take the rest
 * of the text for code. Whoever wrote it meant an empty script, so that is what it becomes.
 */
export function closedScript(markdown: MarkdownIt): void {
  markdown.block.ruler.before("html_block", "closed_script", rule, { alt: ["paragraph", "reference", "blockquote"] });
}

function rule(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  if (state.sCount[startLine]! - state.blkIndent >= 4) return false;
  let at = state.bMarks[startLine]! + state.tShift[startLine]!;
  let html = "";
  for (;;) {
    scriptTag.lastIndex = at;
    const tag = scriptTag.exec(state.src)?.[0];
    if (!tag?.endsWith("/>")) break;
    html += `${tag.slice(0, -2).trimEnd()}></script>`;
    at += tag.length;
  }
  if (html === "") return false;
  if (silent) return true;
  let line = startLine;
  while (line < endLine && state.eMarks[line]! < at) line++;
  const token = state.push("html_block", "", 0);
  token.map = [startLine, line + 1];
  token.content = `${html + state.src.slice(at, state.eMarks[line])}\n`;
  state.line = line + 1;
  return true;
}
