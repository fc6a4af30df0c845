import assert from "node:assert/strict";
import { mkdirSync, readFileSync, readdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { importers } from "../../src/importers/list.ts";
import { said, temporaryFolder } from "./effects.ts";
import { fixtures } from "./import-project.ts";

const page = readFileSync(join(import.meta.dirname, "../../docs/import.md"), "utf8");

/** The blocks of the page: what is typed, and what comes back. */
const blocks = [...page.matchAll(/^```(sh|text)\n([^]*?)^```$/gm)].map(([, kind, text]) => ({ kind, text: text! }));

/** Words of a command line as a shell cuts them; the page has no globs. */
function wordsOf(line: string): string[] {
  return [...line.matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g)].map(([, single, double, bare]) => single ?? double ?? bare!);
}

/** Space is what lines up, and what does not break between a figure and its unit. */
const plain = (text: string) => text.replaceAll(/\s+/g, " ").trim();

describe("docs/import.md", () => {
  it("names every tool", () => {
    const words = page.toLowerCase().replaceAll("-", " ");
    const tools = new Set(importers.map(({ tool }) => tool.toLowerCase().replaceAll("-", " ")));
    assert.deepEqual(
      [...tools].filter((tool) => !words.includes(tool)),
      [],
    );
  });

  it("has commands that work, and shows what they say", async (t) => {
    const cwd = temporaryFolder(t);
    for (const folder of readdirSync(fixtures)) symlinkSync(join(fixtures, folder), join(cwd, folder));
    mkdirSync(join(cwd, "test/importers"), { recursive: true });
    symlinkSync(fixtures, join(cwd, "test/importers/fixtures"));
    let last = "";
    let commands = 0;
    for (const { kind, text } of blocks) {
      if (kind === "text") {
        if (text.startsWith("Nothing is written.")) continue;
        for (const line of text.trim().split("\n")) assert.ok(last.includes(plain(line)), `${line}\n\nin\n${last}`);
        continue;
      }
      for (const line of text.trim().split("\n")) {
        const [program, ...argv] = wordsOf(line.replace(/^npm run import --/, "benchpost import"));
        const { exitCode, stderr } = await said(argv, { cwd });
        assert.deepEqual([program, argv[0], exitCode], ["benchpost", "import", 0], `${line}\n${stderr}`);
        last = plain(stderr);
        commands++;
      }
    }
    assert.ok(commands > 30);
  });
});
