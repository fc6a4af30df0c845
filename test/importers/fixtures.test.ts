import assert from "node:assert/strict";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import { describe, it } from "node:test";
import { detect } from "../../src/importers/detect.ts";
import { importers } from "../../src/importers/list.ts";
import { readWhole } from "../../src/importers/read.ts";
import { sniff } from "../../src/importers/sniff.ts";
import { SourceError } from "../../src/source/error.ts";
import { type Expected, faults } from "./check.ts";

/** The copies that always run, and a folder of more (real files too large or not ours to keep here). */
const own = join(import.meta.dirname, "fixtures");
const more = process.env["BENCHPOST_FIXTURES"];

describe("fixtures kept with the tests", () => checkFolder(own));
describe("fixtures of BENCHPOST_FIXTURES", { skip: more === undefined && "BENCHPOST_FIXTURES names no folder" }, () => {
  if (more !== undefined) checkFolder(more);
});

function checkFolder(root: string): void {
  const lists = readdirSync(root, { recursive: true, encoding: "utf8" }).filter(
    (file) => basename(file) === "expected.json",
  );
  for (const list of lists.sort()) {
    const folder = dirname(join(root, list));
    const { files = {} } = JSON.parse(readFileSync(join(root, list), "utf8")) as { files?: Record<string, Expected> };
    for (const [name, expected] of Object.entries(files)) {
      const file = join(folder, name);
      const said = existsSync(file) ? expectedOf(folder, expected) : null;
      if (said === null) continue;
      it(relative(root, file), () => checkFile(file, said));
    }
  }
}

function checkFile(file: string, expected: Expected): void {
  const input = sniff(basename(file), readFileSync(file));
  const claiming = importers.filter((importer) => importer.claims(input)).map((importer) => importer.name);
  if (expected["supported"] === false) {
    assert.throws(
      () => readWhole(detect(input), input),
      (error) => error instanceof SourceError && error.diagnostics[0]?.code === "format-refused",
    );
    return;
  }
  if (expected["optional"] === true && claiming.length === 0) return;
  assert.equal(claiming.length, 1, `claimed by ${claiming.join(", ") || "none"}`);
  assert.deepEqual(faults(expected, readWhole(detect(input), input, { beside: besideOf(file) })), []);
}

function besideOf(file: string) {
  return (name: string) => {
    const other = join(dirname(file), name);
    return existsSync(other) ? sniff(name, readFileSync(other)) : null;
  };
}

/** Files made from others say "same figures as the source": the source's. What else they are for has tests of its own. */
function expectedOf(folder: string, expected: Expected): Expected | null {
  if (typeof expected["made_from"] !== "string") return expected;
  if (!String(expected["expect"]).startsWith("same figures")) return null;
  const [tool = "", , name = ""] = expected["made_from"].split(" ")[0]!.split("/");
  const list = join(folder, "..", tool, "expected.json");
  return (JSON.parse(readFileSync(list, "utf8")) as { files: Record<string, Expected> }).files[name] ?? null;
}
