import assert from "node:assert/strict";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

/**
 * One test for each input file of a folder: what `render` makes of it stands beside it under the same name, in a `.txt`
 * that a person can open. `UPDATE_GOLDENS=1` writes them anew; the difference is then to be read before it is kept.
 */
export function testGoldens(folder: string, extension: string, render: (text: string, file: string) => string): void {
  for (const file of readdirSync(folder)
    .filter((name) => name.endsWith(extension))
    .sort()) {
    test(file, () => {
      const golden = join(folder, `${file.slice(0, -extension.length)}.txt`);
      const found = render(readFileSync(join(folder, file), "utf8"), file);
      if (process.env["UPDATE_GOLDENS"]) writeFileSync(golden, found);
      assert.equal(found, readFileSync(golden, "utf8"));
    });
  }
}
