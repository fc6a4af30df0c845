import assert from "node:assert/strict";
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { temporaryFolder } from "../cli/effects.ts";
import { benchpost, type Ended } from "../cli/program.ts";

const root = join(import.meta.dirname, "..", "..");
const page = readFileSync(join(root, "docs/first-post.md"), "utf8");
const blocks = [...page.matchAll(/^```(\w+)\n([^]*?)^```$/gm)].map(([, kind, text]) => ({ kind: kind!, text: text! }));
const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { scripts: Record<string, string> };

const wordsOf = (line: string): string[] =>
  [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare!);
const plain = (text: string): string => text.replaceAll(/\s+/g, " ");

test("docs/first-post.md works as it stands", { timeout: 600_000 }, async (t) => {
  const cwd = temporaryFolder(t);
  // what the clone of its first step holds, but for the code
  mkdirSync(join(cwd, "data"));
  cpSync(join(root, "data/raw"), join(cwd, "data/raw"), { recursive: true });
  cpSync(join(root, "docs"), join(cwd, "docs"), { recursive: true });
  cpSync(join(root, "site.json"), join(cwd, "site.json"));
  writeFileSync(join(cwd, "package.json"), '{ "type": "module" }');
  writeFileSync(join(cwd, ".eleventy.js"), `export { default } from ${JSON.stringify(join(root, ".eleventy.js"))};\n`);

  const ran: string[] = [];
  let last: Ended = { code: 0, stdout: "", stderr: "" };
  let post = "";
  const change = (from: string | RegExp, to: string): void => {
    const text = readFileSync(join(cwd, post), "utf8");
    assert.notEqual(
      text.replace(from, () => to),
      text,
      `the post has no ${String(from)}`,
    );
    writeFileSync(
      join(cwd, post),
      text.replace(from, () => to),
    );
  };
  for (const { kind, text } of blocks) {
    if (kind === "text")
      for (const line of text.trim().split("\n")) assert.ok(plain(last.stderr).includes(plain(line)), line);
    else if (kind === "html") assert.ok(readFileSync(join(cwd, post), "utf8").includes(text));
    else if (kind === "yaml") change(/(?:^ *#.*\n)+/m, text);
    else if (kind === "markdown") change("Throughput: what is to be seen here, in figures?\n", text);
    else {
      for (const line of text.trim().split("\n")) {
        const [, name, rest = ""] = /^npm run (\w+)(?: -- (.*))?$/.exec(line) ?? [];
        if (name === undefined) {
          assert.match(line, /^(git clone \S+ (\S+)|cd \S+|npm ci)$/);
          continue;
        }
        assert.ok(name in scripts, line);
        ran.push(name);
        // these two serve until they are ended, and have tests of their own
        if (name === "dev" || name === "preview") continue;
        if (name === "build") change(/^draft: true\n/m, "");
        last = await benchpost([name, ...wordsOf(rest)], { cwd });
        assert.equal(last.code, 0, `${line}\n${last.stderr}`);
        if (name === "new") post = last.stdout.trim();
        // a machine may not say what it is
        if (name === "check") assert.doesNotMatch(last.stderr, /^\S+:\d+:\d+ (?!warning |BL01)/m);
      }
    }
  }
  assert.deepEqual(ran, ["new", "dev", "check", "build", "preview"]);
  const [, year, month, day] = /posts\/(\d+)-(\d+)-(\d+)-node-js-or-gevent\.md/.exec(post)!;
  const html = readFileSync(join(cwd, "_site", year!, month!, day!, "node-js-or-gevent.html"), "utf8");
  assert.match(html.replace(/<[^>]*>/g, ""), /Node\.js answered \d\D?\d+.req\/s at best/);
  assert.ok(existsSync(join(cwd, "_site/data/node-js-or-gevent/node-js-or-gevent-throughput.png")));
});
