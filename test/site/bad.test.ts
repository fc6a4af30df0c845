import assert from "node:assert/strict";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { readProject } from "../../src/site/project.ts";
import { readSettings } from "../../src/site/settings.ts";
import { formatDiagnostic } from "../../src/source/diagnostic.ts";

/** Each folder in `bad` is a project that must stay broken with the words in its `said.txt`. `UPDATE=1` writes them anew. */
const folder = join(import.meta.dirname, "bad");
const { site } = readSettings(null, { url: "https://notes.example" });

for (const name of readdirSync(folder)) {
  test(`what is said about a project with bad ${name}`, () => {
    const { diagnostics } = readProject(join(folder, name), site);
    const said = `${diagnostics.map(formatDiagnostic).join("\n")}\n`;
    const golden = join(folder, name, "said.txt");
    if (process.env["UPDATE"] === "1") writeFileSync(golden, said);
    assert.equal(said, readFileSync(golden, "utf8"));
    assert.ok(diagnostics.some(({ severity }) => severity === "error"));
  });
}
