import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { suite, test } from "node:test";

const root = join(import.meta.dirname, "../..");
const page = readFileSync(join(root, "docs/errors.md"), "utf8");
// The browser's code has nothing to say to authors.
const files = filesIn("src", ".ts").filter((file) => !file.includes("/src/client/"));
const sources = files.map((file) => ({ file, text: readFileSync(file, "utf8") }));

function filesIn(folder: string, extension: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(extension))
    .map((file) => join(root, folder, file));
}

/** Functions with a parameter called `code`, and the codes given to them; and codes of diagnostics written as objects. */
function* emittedCodes(): Generator<{ code: string; file: string }> {
  const takers = new Set(
    sources.flatMap(({ text }) => [...text.matchAll(/(\w+)\([^()]*\bcode: string/g)].map(([, name]) => name)),
  );
  for (const { file, text } of sources) {
    for (const [, code] of text.matchAll(/\bcode: "([\w-]+)"/g)) yield { code: code!, file };
    for (const call of text.matchAll(/(\w+)\(/g)) {
      if (!takers.has(call[1])) continue;
      for (const code of literalArguments(text.slice(call.index + call[0].length))) yield { code, file };
    }
  }
}

/** Arguments of a call that are texts in kebab case; the severity is none. */
function literalArguments(rest: string): string[] {
  let depth = 0;
  let end = 0;
  const quoted = /"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`|[()[\]{}]/g;
  const found: string[] = [];
  for (const token of rest.matchAll(quoted)) {
    if (/^[([{]$/.test(token[0])) depth++;
    else if (/^[)\]}]$/.test(token[0])) {
      if (depth-- === 0) break;
    } else if (depth === 0 && /^"[a-z][a-z0-9]*(-[a-z0-9]+)+"$/.test(token[0])) found.push(token[0].slice(1, -1));
    end = token.index;
  }
  assert(end < rest.length);
  return found;
}

suite("docs/errors.md", () => {
  const headings = [...page.matchAll(/^### (\S+)$/gm)].map(([, code]) => code!);
  const emitted = [...emittedCodes()];

  test("has a heading for every code", () => {
    const missing = emitted.filter(({ code }) => !headings.includes(code));
    assert.deepEqual([...new Set(missing.map(({ code, file }) => `${code} of ${file.slice(root.length + 1)}`))], []);
  });

  test("has no heading for a code that nothing says", () => {
    const said = new Set(emitted.map(({ code }) => code));
    assert.deepEqual(
      headings.filter((code) => !said.has(code)),
      [],
    );
    assert.deepEqual(headings, [...new Set(headings)], "each heading once");
  });

  test("shows messages as they are", () => {
    const goldens = filesIn("test", ".txt").filter((file) => file.includes("/bad/"));
    const said = goldens.map((file) => readFileSync(file, "utf8")).join("\n");
    const shown = [...page.matchAll(/^```\n(data|posts)\/([^`]+)\n```$/gm)].map(
      ([, folder, message]) => `${folder}/${message}`,
    );
    assert(shown.length > 30);
    for (const message of shown) assert(said.includes(message), message);
  });
});
