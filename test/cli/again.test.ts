import assert from "node:assert/strict";
import { cpSync, existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { test } from "node:test";
import { Builder } from "../../src/cli/live/rebuild.ts";
import { temporaryFolder } from "./effects.ts";
import { benchpost } from "./program.ts";

const repository = join(import.meta.dirname, "..", "..");

/** Every file of a site by its path. */
function filesOf(folder: string): Map<string, Buffer> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map(({ parentPath, name }) => join(parentPath, name)).sort();
  return new Map(paths.map((path) => [path.slice(folder.length), readFileSync(path)]));
}

test("a build that writes what an edit changed leaves what a whole build makes", { timeout: 600_000 }, async (t) => {
  const cwd = temporaryFolder(t);
  cpSync(join(repository, "test", "site", "project"), cwd, { recursive: true });
  writeFileSync(join(cwd, "package.json"), '{ "type": "module" }');
  writeFileSync(
    join(cwd, ".eleventy.js"),
    `export { default } from ${JSON.stringify(join(repository, ".eleventy.js"))};\n`,
  );
  const output = join(cwd, ".cache", "dev", "_site");
  const builder = new Builder({ project: cwd, output, pathPrefix: "/" }, process.env);
  t.after(() => builder.stop());
  const change = (file: string, from: string | RegExp, to: string): void => {
    const text = readFileSync(join(cwd, file), "utf8");
    assert.notEqual(text.replace(from, to), text, `${file} has no ${String(from)}`);
    writeFileSync(join(cwd, file), text.replace(from, to));
  };
  const good = async (): Promise<void> => {
    const outcome = await builder.build([]);
    assert.ok(outcome?.good, outcome?.text);
  };

  await good();
  const pages = (): [string, Buffer][] => [...filesOf(output)].filter(([path]) => path.endsWith(".html"));
  const before = pages();
  await good();
  assert.deepEqual(pages(), before, "nothing changed, nothing is written otherwise");

  change("posts/2026-11-02-how-many-requests.md", /^title: .*$/m, "title: Another title");
  change("posts/2026-06-01-short-note.md", /^tags: .*$/m, "tags: [other]");
  await good();
  change("site.json", /"title": "/, '"title": "New ');
  change("data/containers.json", "9.1e-8", "9.2e-8");
  await good();
  rmSync(join(cwd, "posts/2012-03-18-message-bus-part-two.md"));
  renameSync(join(cwd, "posts/2026-06-01-short-note.md"), join(cwd, "posts/2026-06-02-short-note.md"));
  change("posts/2026-11-02-how-many-requests.md", /^title: .*$/m, "title: [");
  const broken = await builder.build([]);
  assert.deepEqual(
    broken?.diagnostics.map(({ code }) => code),
    ["yaml-syntax"],
  );
  assert.ok(existsSync(join(output, "2026/06/01/short-note.html")), "the last good site stays");
  change("posts/2026-11-02-how-many-requests.md", /^title: .*$/m, "title: A third title");
  await good();

  const whole = await benchpost(["build", "--drafts", "--quiet", "--output", "whole"], { cwd });
  assert.equal(whole.code, 0, whole.stderr);
  const wanted = filesOf(join(cwd, "whole"));
  const differences = (): string[] => {
    const made = filesOf(output);
    const all = new Set([...wanted.keys(), ...made.keys()]);
    return [...all].filter((path) => !made.get(path)?.equals(wanted.get(path) ?? Buffer.of()));
  };
  // feeds, and pictures for downloads, come when nobody waits
  for (let tries = 0; tries < 200 && differences().length > 0; tries++) await sleep(100);
  const different = differences();
  assert.deepEqual(different, []);
});

test(
  "code starts the process anew, and neither a crash nor a bug ends the builder",
  { timeout: 600_000 },
  async (t) => {
    const cwd = temporaryFolder(t);
    cpSync(join(import.meta.dirname, "fixtures", "plain"), cwd, { recursive: true });
    writeFileSync(join(cwd, "package.json"), '{ "type": "module" }');
    const config = readFileSync(join(cwd, ".eleventy.js"), "utf8");
    const builder = new Builder({ project: cwd, output: join(cwd, "_site"), pathPrefix: "/" }, process.env);
    t.after(() => builder.stop());
    const saveCode = (line: string): void => writeFileSync(join(cwd, ".eleventy.js"), `${line}\n${config}`);

    assert.equal((await builder.build([]))?.good, true);
    saveCode("console.error('so it ends'); process.exit(3);");
    const crashed = await builder.build([".eleventy.js"]);
    assert.deepEqual([crashed?.good, crashed?.text], [false, "so it ends\n"]);
    saveCode("process.kill(process.pid, 'SIGKILL');");
    assert.equal(
      (await builder.build([".eleventy.js"]))?.text,
      "The build was ended by SIGKILL; the next save starts another one.\n",
    );
    saveCode("const = 1;");
    const unread = await builder.build([".eleventy.js"]);
    assert.equal(unread?.good, false);
    assert.match(unread?.text ?? "", /SyntaxError/);
    saveCode("");
    writeFileSync(join(cwd, "pages/index.html"), "BUG");
    const bug = await builder.build([".eleventy.js", "pages/index.html"]);
    assert.match(bug?.text ?? "", /TypeError: x is undefined/);
    writeFileSync(join(cwd, "pages/index.html"), "good again");
    assert.equal((await builder.build(["pages/index.html"]))?.good, true);
    assert.match(readFileSync(join(cwd, "_site/index.html"), "utf8"), /good again/);
  },
);

test("of builds asked for at once the last answers for all", { timeout: 600_000 }, async (t) => {
  const cwd = temporaryFolder(t);
  cpSync(join(import.meta.dirname, "fixtures", "plain"), cwd, { recursive: true });
  const builder = new Builder({ project: cwd, output: join(cwd, "_site"), pathPrefix: "/" }, process.env);
  t.after(() => builder.stop());
  const first = builder.build([]);
  const [second, third] = [builder.build(["pages/a.html"]), builder.build(["pages/b.html"])];
  assert.equal((await first)?.good, true);
  assert.equal(await second, await third);
  const given = builder.build(["pages/a.html"]);
  const anew = builder.build([".eleventy.js"]);
  assert.equal(await given, null);
  assert.equal((await anew)?.good, true);
});
