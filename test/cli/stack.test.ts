import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { inSources } from "../../src/cli/stack.ts";
import { temporaryFolder } from "./effects.ts";

test("a stack has the places of the sources where a map beside the code tells them", (t) => {
  const folder = temporaryFolder(t);
  const code = join(folder, "main.mjs");
  const url = pathToFileURL(code).href;
  const stack = `Error: odd\n    at make (${url}:2:1)\n    at node:internal/x:1:1`;
  assert.equal(inSources(stack), stack, "there is no map");
  const map = { version: 3, sources: ["../src/made.ts"], names: [], mappings: "AAAA;AAEE" };
  writeFileSync(`${code}.map`, JSON.stringify(map));
  const place = `${join(folder, "..", "src", "made.ts")}:3:3`;
  assert.equal(inSources(stack), `Error: odd\n    at make (${place})\n    at node:internal/x:1:1`);
});
