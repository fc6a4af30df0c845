import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { appendFileSync, cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { temporaryFolder } from "../cli/effects.ts";
import { benchpost } from "../cli/program.ts";
import { promised } from "./promised.ts";

const root = join(import.meta.dirname, "..", "..");
const page = readFileSync(join(root, "docs/upgrading.md"), "utf8");
const lines = [...page.matchAll(/^```sh\n([^]*?)^```$/gm)].flatMap(([, text]) => text!.trim().split("\n"));

test(
  "docs/upgrading.md: its commands work, and an upgrade to the same version changes nothing",
  { timeout: 600_000 },
  async (t) => {
    const folder = temporaryFolder(t);
    const [origin, cwd] = [join(folder, "origin"), join(folder, "mine")];
    mkdirSync(origin);
    cpSync(join(root, "test/site/project"), origin, { recursive: true });
    writeFileSync(join(origin, "package.json"), '{ "type": "module" }');
    writeFileSync(
      join(origin, ".eleventy.js"),
      `export { default } from ${JSON.stringify(join(root, ".eleventy.js"))};\n`,
    );
    git(origin, "init", "--initial-branch=main");
    commit(origin);
    git(folder, "clone", "origin", "mine");
    appendFileSync(join(cwd, "posts/2026-06-01-short-note.md"), "\nA sentence of the author's.\n");
    commit(cwd);
    const mine = git(cwd, "rev-parse", "HEAD");
    writeFileSync(join(origin, "CHANGELOG.md"), "A new version.\n");
    commit(origin);

    const ran: string[] = [];
    for (const line of lines) {
      const [, name, rest = ""] = /^npm run (\w+)(?: -- (.*))?$/.exec(line) ?? [];
      if (name !== undefined) {
        const { code, stderr } = await benchpost([name, ...rest.split(" ").filter(Boolean)], { cwd });
        assert.equal(code, 0, `${line}\n${stderr}`);
        ran.push(name);
      } else if (line.startsWith("diff ")) {
        const { status, stdout } = spawnSync("diff", line.split(" ").slice(1), { cwd, encoding: "utf8" });
        assert.deepEqual([status, stdout], [0, ""]);
        ran.push("diff");
      } else if (line.startsWith("git ")) {
        const [verb = "", ...more] = line.split(" ").slice(1);
        git(cwd, verb, ...more);
        assert.equal(
          existsSync(join(cwd, "CHANGELOG.md")),
          verb === "merge" || (ran.includes("merge") && verb !== "reset"),
        );
        ran.push(verb);
      } else assert.equal(line, "npm ci");
    }
    assert.deepEqual(ran, ["build", "fetch", "merge", "check", "build", "diff", "reset"]);
    assert.equal(git(cwd, "rev-parse", "HEAD"), mine, "it can be taken back");
  },
);

/** `UPDATE_GOLDENS=1` writes the list anew, for a version whose number says that something went. */
test("docs/upgrading.md: nothing is gone of what this version promises to keep", async () => {
  const golden = join(root, "test/docs/golden/promised.txt");
  const kept = await promised();
  if (process.env["UPDATE_GOLDENS"]) writeFileSync(golden, `${kept.join("\n")}\n`);
  const before = readFileSync(golden, "utf8").trim().split("\n");
  const kinds = ["address", "command", "dataset", "front-matter", "message", "rule", "site.json"];
  assert.deepEqual([...new Set(before.map((line) => line.split(" ")[0]))], kinds);
  assert.deepEqual(
    before.filter((line) => !kept.includes(line)),
    [],
  );
});

function git(cwd: string, ...more: string[]): string {
  const env = {
    ...process.env,
    GIT_CONFIG_GLOBAL: "/dev/null",
    GIT_CONFIG_SYSTEM: "/dev/null",
    GIT_MERGE_AUTOEDIT: "no",
  };
  const self = ["-c", "user.name=Ada", "-c", "user.email=ada@example.org"];
  return execFileSync("git", [...self, ...more], { cwd, env, encoding: "utf8", stdio: "pipe" });
}

function commit(cwd: string): void {
  git(cwd, "add", "--all");
  git(cwd, "commit", "--message=More");
}
