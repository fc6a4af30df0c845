import assert from "node:assert/strict";
import { suite, test } from "node:test";
import * as fc from "fast-check";
import { SourceError } from "../../../src/source/error.ts";
import { placeOf } from "../../../src/source/located.ts";
import { parseFrontMatter } from "../../../src/site/posts/front-matter.ts";

const read = (text: string) => parseFrontMatter({ file: "posts/x.md", text });
const post = `---
title: A bus
charts:
  graph-1:
    metric: latency
    y: { domain: [0, 100] }
    series:
      - node
      - gevent
    caption:
---
The text.
`;

suite("front matter with places", () => {
  test("reads the value and where the text begins", () => {
    const { fields, bodyOffset } = read(post);
    assert.deepEqual(fields.value, {
      title: "A bus",
      charts: {
        "graph-1": { metric: "latency", y: { domain: [0, 100] }, series: ["node", "gevent"], caption: null },
      },
    });
    assert.equal(post.slice(bodyOffset), "The text.\n");
  });

  test("finds the place of every value, in lines of the post", () => {
    const { fields } = read(post);
    const chart = ["charts", "graph-1"];
    assert.deepEqual(placeOf(fields, ["title"]), { line: 2, column: 8 });
    assert.deepEqual(placeOf(fields, [...chart, "y", "domain", 1]), { line: 6, column: 22 });
    assert.deepEqual(placeOf(fields, [...chart, "series", 1]), { line: 9, column: 9 });
    assert.deepEqual(placeOf(fields, [...chart, "caption"]), { line: 10, column: 5 });
    assert.deepEqual(placeOf(fields, [...chart, "series", 7]), { line: 8, column: 7 });
    assert.deepEqual(fields.offsetsOf([{ path: chart, key: true }]), [post.indexOf("graph-1")]);
  });

  test("follows aliases", () => {
    const { fields } = read("---\na: &one { b: 1 }\nc: *one\n---\n");
    assert.deepEqual(placeOf(fields, ["c", "b"]), { line: 2, column: 14 });
  });

  test("a text without front matter has no fields; an empty front matter neither", () => {
    assert.deepEqual(read("Only text.\n").fields.value, {});
    assert.equal(read("Only text.\n").bodyOffset, 0);
    assert.deepEqual(read("---\n---\nText").fields.value, {});
  });

  test("Windows line ends and a byte order mark are no trouble", () => {
    const { fields, bodyOffset } = read("\uFEFF---\r\ntitle: A\r\n---\r\nText");
    assert.deepEqual(fields.value, { title: "A" });
    assert.equal(bodyOffset, "\uFEFF---\r\ntitle: A\r\n---\r\n".length);
  });

  test("blanks behind the dashes do not count, more dashes do", () => {
    const text = "--- yaml \na: 1\n---  \nText";
    assert.deepEqual(read(text).fields.value, { a: 1 });
    assert.equal(text.slice(read(text).bodyOffset), "Text");
    assert.throws(() => read("---\na: 1\n----\nText"), SourceError);
    assert.equal(read("----\na: 1\n---\n").bodyOffset, 0);
  });

  test("a name such as __proto__ changes nothing but the map that it stands in", () => {
    const { fields } = read("---\n__proto__: { polluted: true }\n---\n");
    assert.equal(({} as Record<string, unknown>)["polluted"], undefined);
    assert.equal(Object.hasOwn(fields.value as object, "__proto__"), true);
  });

  test("any text gives fields or a SourceError", () => {
    const alphabet = fc.constantFrom(..."-:#&*!|>'\"{}[],?% \n\tab1~".split(""));
    fc.assert(
      fc.property(fc.string({ unit: alphabet, maxLength: 40 }), (text) => {
        try {
          const { fields } = read(`---\n${text}\n---\n`);
          fields.offsetsOf([{ path: ["a", 0, "b"] }, { path: ["b"], key: true }]);
        } catch (error) {
          assert(error instanceof SourceError, String(error));
        }
      }),
      { numRuns: 2000 },
    );
  });
});
