import assert from "node:assert/strict";
import { test } from "node:test";
import { toFailure } from "../../src/cli/failure.ts";
import { type Diagnostic, formatDiagnostic } from "../../src/source/diagnostic.ts";
import { SourceError } from "../../src/source/error.ts";

const at = (file: string, line: number, fact = "x is long"): Diagnostic => ({
  severity: "error",
  code: "too-long",
  file,
  place: { line, column: 1 },
  fact,
  help: "Shorten it.",
});

test("an author's mistakes are told once each, in order, without a stack", () => {
  const error = new SourceError([at("b.md", 2), at("a.md", 9), at("b.md", 1), at("a.md", 9)]);
  const { exitCode, text } = toFailure(error, "build");
  assert.equal(exitCode, 1);
  const expected = [at("a.md", 9), at("b.md", 1), at("b.md", 2)].map(formatDiagnostic).join("\n");
  assert.equal(text, `${expected}\n`);
});

test("they are found through what wraps them, and in a class of another bundle", () => {
  const foreign = Object.assign(new Error("told"), { name: "SourceError", diagnostics: [at("a.md", 1)] });
  const wrapped = Object.assign(new Error("Eleventy"), { originalError: new Error("plugin", { cause: foreign }) });
  assert.deepEqual(toFailure(wrapped, "build"), { exitCode: 1, text: `${formatDiagnostic(at("a.md", 1))}\n` });
});

test("what the machine refuses is nobody's bug", () => {
  const full = Object.assign(new Error("ENOSPC: write"), { code: "ENOSPC", path: "/disk/x" });
  const failure = toFailure(new Error("Eleventy", { cause: full }), "build");
  assert.deepEqual(failure, { exitCode: 1, text: "benchpost build: /disk/x: no space left on the device\n" });
});

test("a file of the author's that is gone when it is read is nobody's bug; one of ours is", () => {
  const gone = (path: string) => Object.assign(new Error(`ENOENT: ${path}`), { code: "ENOENT", path });
  assert.deepEqual(toFailure(new Error("wrapped", { cause: gone("/home/me/posts/2026-01-02-x.md") }), "dev"), {
    exitCode: 1,
    text: "benchpost dev: /home/me/posts/2026-01-02-x.md: gone while it was read, or a link to nothing\n",
  });
  assert.equal(toFailure(gone("/opt/benchpost/dist/layouts/post.html"), "build").exitCode, 70);
});

test("a layout that is not there is told by its name, however deep it is wanted", () => {
  const missing = new Error("(layouts/post.html)\n  Error: template not found: base.html");
  const { exitCode, text } = toFailure(new Error("Eleventy", { cause: missing }), "build");
  assert.equal(exitCode, 1);
  assert.match(text, /^benchpost build: there is no layout "base\.html"\n {2}Put it back /);
});

test("a bug comes with its stack, its causes and how to report it", () => {
  const { exitCode, text } = toFailure(new Error("outer", { cause: new TypeError("x is undefined") }), "build");
  assert.equal(exitCode, 70);
  assert.match(text, /^Error: outer\n {4}at /);
  assert.match(text, /\ncaused by: TypeError: x is undefined\n {4}at /);
  assert.match(text, /This is a bug in Benchpost[^]*"benchpost build" does it/);
});

test("whatever is thrown is told, and a ring of causes ends", () => {
  assert.match(toFailure("just text", null).text, /^just text\n/);
  const ring = new Error("ring");
  ring.cause = ring;
  assert.equal(toFailure(ring, null).text.match(/Error: ring/g)?.length, 1);
});

test("TypeScript that does not compile is told by esbuild's message alone", () => {
  const broken = Object.assign(new Error("Build failed with 1 error:\nsrc/x.ts:1:2: ERROR: no"), {
    errors: [{}],
    warnings: [],
  });
  const { exitCode, text } = toFailure(new Error("config", { cause: broken }), "build");
  assert.deepEqual({ exitCode, text }, { exitCode: 70, text: "Build failed with 1 error:\nsrc/x.ts:1:2: ERROR: no\n" });
});
