import assert from "node:assert/strict";
import { test } from "node:test";
import { showBuild } from "../../src/cli/progress.ts";
import type { Progress } from "../../src/site/progress.ts";

const half: Progress = { share: 0.5, posts: { done: 3, all: 4 }, pictures: { done: 1, all: 20 } };

/** What a build of so many seconds says on a terminal. */
function saidAfter(seconds: number, { env = {}, watched = true, progress = half } = {}): string {
  let said = "";
  let time = 0;
  const line = showBuild({ stderr: (text) => (said += text), env }, watched, () => time);
  time = seconds * 1000;
  line.show(progress);
  line.end();
  return said;
}

test("a long build says on a terminal how far it is, in a line that goes", () => {
  assert.equal(
    saidAfter(12),
    "\r\u001b[K████████████░░░░░░░░░░░░  50 %  3 of 4 posts, 1 of 20 pictures, 12 s left\r\u001b[K",
  );
});

test("nothing is said of a short build, in CI, where nobody watches, and before anything is done", () => {
  assert.equal(saidAfter(1), "");
  assert.equal(saidAfter(12, { env: { CI: "true" } }), "");
  assert.equal(saidAfter(12, { watched: false }), "");
  assert.equal(saidAfter(12, { progress: { ...half, share: 0 } }), "");
  assert.notEqual(saidAfter(12, { env: { CI: "0" } as object }), "");
});
