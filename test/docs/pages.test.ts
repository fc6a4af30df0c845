import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { suite, test } from "node:test";
import { said } from "../cli/effects.ts";
import { parseArticle } from "../../src/site/markdown/markdown.ts";
import { readSettings } from "../../src/site/settings.ts";

const root = join(import.meta.dirname, "..", "..");
const files = [
  "README.md",
  ...readdirSync(join(root, "docs"))
    .filter((file) => file.endsWith(".md"))
    .map((file) => `docs/${file}`),
];
const textOf = (file: string): string => readFileSync(join(root, file), "utf8");
const articleOf = (file: string) => parseArticle({ file, text: textOf(file) }, 0, null);
const { scripts } = JSON.parse(textOf("package.json")) as { scripts: Record<string, string> };

/** What the pages tell people to type: in blocks, in indented lines, between backticks. */
function* commandsIn(text: string): Generator<readonly [command: string, rest: string]> {
  for (const [, name, rest = ""] of text.matchAll(/\bnpm run (?:--silent )?([\w-]+)(?: -- ([^`\n#]*))?/g)) {
    assert.ok(Object.hasOwn(scripts, name!), `npm run ${name}`);
    const [, command] = /^node bin\/benchpost\.js (\w+)$/.exec(scripts[name!]!) ?? [];
    if (command !== undefined) yield [command, rest];
  }
  for (const [, command, rest = ""] of text.matchAll(/(?:^|`|\n| {4})benchpost ([a-z]+)([^`\n#]*)/g))
    yield [command!, rest];
}

suite("the pages for people", () => {
  for (const file of files) {
    test(`${file}: its links lead to what is there`, () => {
      for (const { address } of articleOf(file).links) {
        if (/^[a-z]+:/i.test(address)) continue;
        const [path = "", fragment] = address.split("#");
        const target = path === "" ? file : posix.join(dirname(file), path);
        assert.ok(existsSync(join(root, target)), `${address} leads nowhere`);
        if (fragment !== undefined) assert.ok(articleOf(target).ids.has(fragment), `${address}: no such heading`);
      }
    });

    test(`${file}: its commands and their options exist`, async () => {
      for (const [command, rest] of commandsIn(textOf(file))) {
        const help = await said([command, "--help"]);
        assert.equal(help.exitCode, 0, `benchpost ${command}`);
        for (const [, option] of rest.matchAll(/(?<!\S)--([a-z][a-z-]*)/g)) {
          assert.ok(help.stdout.includes(`--${option}`), `benchpost ${command} has no --${option}`);
        }
      }
    });
  }

  test("their examples of site.json are good", () => {
    const examples = [...textOf("docs/publishing.md").matchAll(/^```json\n([^`]+)```$/gm)].map(([, text]) => text!);
    assert.equal(examples.length, 1);
    for (const text of examples) assert.deepEqual(readSettings({ file: "site.json", text }).diagnostics, []);
  });

  test("all of them are on the site", () => {
    const { docs } = JSON.parse(textOf("site.json")) as { docs: string[] };
    assert.deepEqual(docs.map((name) => `docs/${name}.md`).sort(), files.slice(1).sort());
  });
});
