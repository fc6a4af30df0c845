import * as fc from "fast-check";
import { parseBench } from "../../src/benchmark/bench.ts";
import { parseChartSpec } from "../../src/chart/spec-parse.ts";
import { parseFrontMatter } from "../../src/site/posts/front-matter.ts";
import { readHead } from "../../src/site/posts/head.ts";
import { assertUseful } from "../attempt.ts";
import { corpus } from "../corpus.ts";
import { hostileText } from "../hostile.ts";
import { mutated } from "../mutate.ts";
import type { Target } from "../target.ts";

const posts = [
  ...corpus("site/project/posts", /\.md$/),
  ...corpus("site/hostile/posts", /\.md$/),
  ...corpus("site/posts/bad", /\.md$/),
  ...corpus("site/bad", /\.md$/),
];
const keys = "title summary tags id date updated author draft image data charts bench waive claims a b <<".split(" ");
const marks = [
  "\n",
  "\n  ",
  "\n- ",
  ": ",
  "&a ",
  "*a",
  "!!map ",
  "!!js/function ",
  "|",
  ">-",
  "? ",
  "[",
  "]",
  "{",
  "}",
];

/** YAML as a hurried hand may write it: known names, indentation, marks and anything. */
const written = fc
  .tuple(
    fc.constantFrom("", "title: A title\ndate: 2026-01-02\n"),
    fc.array(fc.oneof(fc.constantFrom(...keys), fc.constantFrom(...marks), hostileText), { maxLength: 30 }),
  )
  .map(([first, parts]) => `---\n${first}${parts.join("")}\n---\nText.\n`);

/** The head of posts: its places, its fields, its charts, how it was measured. */
export const frontMatter: Target = {
  name: "front-matter",
  inputs: fc.oneof(mutated(posts), written),
  run(input) {
    const text = input.replace(/\r\n?/g, "\n");
    const { fields } = parseFrontMatter({ file: "posts/x.md", text });
    const { head, diagnostics } = readHead(fields, "post");
    readHead(fields, "page");
    const charts = head.charts.flatMap((id) => parseChartSpec(fields, ["charts", id]).diagnostics);
    const said = [...diagnostics, ...parseBench(fields).diagnostics, ...charts];
    if (said.length === 0) return "accepted";
    assertUseful(said, text);
    return said.some(({ severity }) => severity === "error") ? "rejected" : "accepted";
  },
};
