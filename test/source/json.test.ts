import assert from "node:assert/strict";
import { suite, test } from "node:test";
import * as fc from "fast-check";
import { SourceError } from "../../src/source/error.ts";
import { maxTextLength, parseJson } from "../../src/source/json.ts";
import { type Path, placeOf, showPath } from "../../src/source/located.ts";
import { renderJson } from "../../src/source/render-json.ts";

const read = (text: string) => parseJson({ file: "x.json", text });

/** Every path of a value with what stands there. */
function* pathsOf(value: unknown, path: Path = []): Generator<[Path, unknown]> {
  yield [path, value];
  if (Array.isArray(value)) for (const [index, item] of value.entries()) yield* pathsOf(item, [...path, index]);
  else if (typeof value === "object" && value !== null) {
    for (const [name, item] of Object.entries(value)) yield* pathsOf(item, [...path, name]);
  }
}

suite("JSON with places", () => {
  test("reads what JSON.parse reads, with any white space and a byte order mark", () => {
    fc.assert(
      fc.property(fc.json(), fc.constantFrom(undefined, 1, "\t"), (json, indent) => {
        const value: unknown = JSON.parse(json);
        if (/"__proto__"/.test(json)) return;
        assert.deepEqual(read(`\uFEFF${JSON.stringify(value, null, indent)}\n`).value, value);
      }),
    );
  });

  test("finds the place of every value", () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
        const text = JSON.stringify(value, null, 1);
        if (text.includes('"__proto__"')) return;
        const located = read(text);
        const all = [...pathsOf(located.value)];
        const offsets = located.offsetsOf(all.map(([path]) => ({ path })));
        for (const [index, [path, item]] of all.entries()) {
          const first = JSON.stringify(item)[0];
          assert.equal(text[offsets[index]!], first, showPath(path));
        }
      }),
    );
  });

  test("points at a name where that is asked for, and at the nearest ancestor of what is not there", () => {
    const located = read('{\n  "series": [\n    { "id": "a" }\n  ]\n}');
    const [name] = located.offsetsOf([{ path: ["series", 0, "id"], key: true }]);
    assert.equal(located.source.text.slice(name).startsWith('"id"'), true);
    assert.deepEqual(placeOf(located, ["series", 0, "id"]), { line: 3, column: 13 });
    assert.deepEqual(placeOf(located, ["series", 0, "x", 7]), { line: 3, column: 5 });
    assert.deepEqual(placeOf(located, ["serious"]), { line: 1, column: 1 });
  });

  test("a text cut off anywhere is a fault with a place, never anything else", () => {
    const whole = '{ "title": "Bus \\u00fc", "x": [1, -2.5e-3, null, true], "deep": { "a": [{ "b": "" }] } }';
    for (let length = 0; length < whole.length; length++) {
      assert.throws(
        () => read(whole.slice(0, length)),
        (error) =>
          error instanceof SourceError &&
          error.diagnostics.every(
            ({ code }) => code === "json-truncated" || code === "empty-file" || code === "json-syntax",
          ),
        whole.slice(0, length),
      );
    }
  });

  test("any text at all gives a value or a SourceError with a way out", () => {
    const alphabet = fc.constantFrom(..."{}[],:\"'\\/*#-+.eE019 \n\t\u0001aNntrufx<é😀\u2028\uFEFF".match(/./gsu)!);
    fc.assert(
      fc.property(fc.string({ unit: alphabet, maxLength: 40 }), (text) => {
        try {
          assert.deepEqual(read(text).value, JSON.parse(text.replace(/^\uFEFF/, "")));
        } catch (error) {
          assert(error instanceof SourceError, String(error));
          assert(error.diagnostics.every(({ fact, help }) => fact !== "" && help !== ""));
        }
      }),
      { numRuns: 3000 },
    );
  });

  test("names of two spellings are one name", () => {
    assert.throws(() => read('{"a": 1, "\\u0061": 2}'), /duplicate-key: "a" stands twice/);
    assert.throws(() => read('{"\\u005f_proto__": 1}'), /reserved-name/);
  });

  test("a file of 50 MB is read, and a place in it found", () => {
    const figures = `[${"0.012345678901234567,".repeat(2_400_000)}1]`;
    const located = read(`{"series": [{"x": ${figures}}], "end":\n {"here": 1}}`);
    assert.equal((located.value as { series: [{ x: number[] }] }).series[0].x.length, 2_400_001);
    assert.deepEqual(placeOf(located, ["end", "here"]), { line: 2, column: 11 });
  });

  test("a larger one is refused before it is read", () => {
    assert.throws(() => read(" ".repeat(maxTextLength + 1)), /too-large: the file has 100 MB/);
  });

  test("is nested no deeper than readers can follow", () => {
    assert.throws(() => read(`${"[".repeat(100_000)}${"]".repeat(100_000)}`), /too-deep/);
  });
});

suite("written JSON", () => {
  test("says the same as JSON.stringify", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const rendered: unknown = JSON.parse(renderJson(value));
        assert.deepEqual(rendered, JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  test("keeps a list of figures on one line", () => {
    const figures = Array.from({ length: 200 }, (_, index) => index);
    const lines = renderJson({ series: [{ id: "a", x: figures }] }).split("\n");
    assert(lines.some((line) => line.trim() === `"x": [${figures.join(", ")}]`));
  });
});
