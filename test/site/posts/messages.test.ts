import assert from "node:assert/strict";
import { join } from "node:path";
import { suite } from "node:test";
import { SourceError } from "../../../src/source/error.ts";
import { parseFrontMatter } from "../../../src/site/posts/front-matter.ts";
import { testGoldens } from "../../golden.ts";

suite("what is said about bad front matter", () => {
  testGoldens(join(import.meta.dirname, "bad"), ".md", (text, file) => {
    try {
      parseFrontMatter({ file: `posts/${file}`, text });
    } catch (error) {
      assert(error instanceof SourceError);
      return `${error.message}\n`;
    }
    assert.fail("nothing is wrong with it");
  });
});
