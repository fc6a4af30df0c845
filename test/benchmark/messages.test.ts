import assert from "node:assert/strict";
import { join } from "node:path";
import { suite } from "node:test";
import { parseDataset } from "../../src/benchmark/parse.ts";
import { formatDiagnostic } from "../../src/source/diagnostic.ts";
import { SourceError } from "../../src/source/error.ts";
import { testGoldens } from "../golden.ts";

suite("what is said about bad datasets", () => {
  testGoldens(join(import.meta.dirname, "bad"), ".json", (text, file) => {
    const said = messages(text, file);
    assert.match(said, new RegExp(`\\b${file.split(".")[0]}: `), "the file is named for a code that it causes");
    return said;
  });
});

function messages(text: string, file: string): string {
  try {
    const { warnings } = parseDataset({ file: `data/${file}`, text }, "bad");
    return warnings.map((warning) => `${formatDiagnostic(warning)}\n`).join("");
  } catch (error) {
    assert(error instanceof SourceError);
    return `${error.message}\n`;
  }
}
