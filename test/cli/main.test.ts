import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { said } from "./effects.ts";

const golden = (name: string) => readFileSync(join(import.meta.dirname, "golden", name), "utf8");

test("--help is the answer, no command at all is a reproach", async () => {
  assert.deepEqual(await said(["--help"]), { exitCode: 0, stdout: golden("help.txt"), stderr: "" });
  assert.deepEqual(await said([]), { exitCode: 2, stdout: "", stderr: golden("help.txt") });
});

test("--version is that of the package, alone on its line", async () => {
  const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };
  for (const flag of ["--version", "-v"]) {
    assert.deepEqual(await said([flag]), { exitCode: 0, stdout: `${version}\n`, stderr: "" });
  }
});

for (const command of ["build", "check", "dev", "new", "preview"]) {
  test(`${command} --help tells its options, whatever else stands there`, async () => {
    const { exitCode, stdout, stderr } = await said([command, "one", "two", "-h"]);
    assert.deepEqual({ exitCode, stderr }, { exitCode: 0, stderr: "" });
    assert.equal(stdout, golden(`help-${command}.txt`));
    assert.deepEqual(await said(["help", command]), { exitCode, stdout, stderr });
  });
}

for (const [argv, message] of [
  [["biuld"], 'benchpost: unknown command "biuld"\n  Did you mean build?\n'],
  [["help", "biuld"], 'benchpost: unknown command "biuld"\n  Did you mean build?\n'],
  [["--verison"], 'benchpost: unknown command "--verison"\n  Did you mean --version?\n'],
  [["constructor"], 'benchpost: unknown command "constructor"\n  See benchpost --help.\n'],
  [["build", "--outptu", "x"], "benchpost build: unknown option --outptu\n  Did you mean --output?\n"],
  [["build", "-x"], "benchpost build: unknown option -x\n  See benchpost build --help.\n"],
  [["build", "--toString"], "benchpost build: unknown option --toString\n  See benchpost build --help.\n"],
  [["build", "--output"], "benchpost build: --output needs a value\n  Write --output FOLDER.\n"],
  [["build", "--output", "--quiet"], "benchpost build: --output needs a value\n  Write --output FOLDER.\n"],
  [["build", "--quiet=yes"], "benchpost build: --quiet takes no value\n  Write --quiet alone.\n"],
  [["build", "posts"], 'benchpost build: unexpected argument "posts"\n  See benchpost build --help.\n'],
  [["new"], 'benchpost new: TITLE is missing\n  Give it first: benchpost new "Queues compared" …\n'],
  [
    ["dev", "--port", "80a"],
    "benchpost dev: --port 80a is not a port\n  Write a number from 1 to 65535, or 0 for any that is free.\n",
  ],
] as const) {
  test(`benchpost ${argv.join(" ")} is wrong usage`, async () => {
    assert.deepEqual(await said(argv), { exitCode: 2, stdout: "", stderr: message });
  });
}
