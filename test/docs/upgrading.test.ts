import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { temporaryFolder } from "../cli/effects.ts";
import { benchpost } from "../cli/program.ts";

const root = join(import.meta.dirname, "..", "..");
const page = readFileSync(join(root, "docs/upgrading.md"), "utf8");
const lines = [...page.matchAll(/^```sh\n([^]*?)^```$/gm)].flatMap(([, text]) => text!.trim().split("\n"));

test(
  "docs/upgrading.md: its commands work, and an upgrade to the same version changes nothing",
  { timeout: 600_000 },
  async (t) => {
    const cwd = temporaryFolder(t);
    cpSync(join(root, "test/site/project"), cwd, { recursive: true });
    writeFileSync(join(cwd, "package.json"), '{ "type": "module" }');
    writeFileSync(
      join(cwd, ".eleventy.js"),
      `export { default } from ${JSON.stringify(join(root, ".eleventy.js"))};\n`,
    );
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
      } else assert.match(line, /^(git (fetch|merge) \S+|npm ci)$/);
    }
    assert.deepEqual(ran, ["build", "check", "build", "diff"]);
  },
);
