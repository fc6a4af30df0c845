import { createRequire } from "node:module";
import highlighter from "highlight.js/lib/core";

const require = createRequire(import.meta.url);

/** Other names of the languages that articles about benchmarks hold; all languages at once would cost each build a second. */
const aliases: Readonly<Record<string, string>> = {
  js: "javascript",
  mjs: "javascript",
  cjs: "javascript",
  jsx: "javascript",
  node: "javascript",
  ts: "typescript",
  tsx: "typescript",
  py: "python",
  rb: "ruby",
  rs: "rust",
  sh: "bash",
  zsh: "bash",
  console: "shell",
  yml: "yaml",
  html: "xml",
  svg: "xml",
  toml: "ini",
  conf: "ini",
  "c++": "cpp",
  cs: "csharp",
  hs: "haskell",
  ex: "elixir",
  erl: "erlang",
  make: "makefile",
  docker: "dockerfile",
  jsonc: "json",
  patch: "diff",
  golang: "go",
};

/** Code as HTML with a class around each word that has a part in the language; null where the language is not known. */
export function highlight(language: string, code: string): string | null {
  const name = Object.hasOwn(aliases, language) ? aliases[language]! : language;
  if (!know(name)) return null;
  return highlighter.highlight(code, { language: name, ignoreIllegals: true }).value;
}

function know(name: string): boolean {
  if (!/^[a-z][a-z0-9-]*$/.test(name)) return false;
  if (highlighter.getLanguage(name)) return true;
  try {
    highlighter.registerLanguage(name, require(`highlight.js/lib/languages/${name}`));
    return true;
  } catch {
    return false;
  }
}
