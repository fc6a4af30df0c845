import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { headingsOf, proseOf, sentencesOf } from "../../../src/benchmark/lint/prose.ts";
import { clean, type Draft, lintDraft } from "./clean.ts";

/** The rules that a sentence of the clean article's text breaks. */
function brokenBy(sentence: string, change: (draft: Draft) => void = () => {}): string[] {
  const draft = clean();
  draft.text += `\n${sentence}\n`;
  change(draft);
  return [...new Set(lintDraft(draft).found.map(({ code }) => code))];
}

suite("words that a reader takes for a comparison", () => {
  for (const sentence of [
    "Node.js is 3x faster.",
    "Node.js was 2.5 × quicker than Python.",
    "It answers 40 % more requests.",
    "It takes 30 percent less memory.",
    "It is 10 times as fast.",
  ]) {
    test(sentence, () => assert.deepEqual(brokenBy(sentence), ["BL18"]));
  }

  for (const sentence of [
    "It is 1.2 times as fast.",
    "It answers 20 % more requests.",
    "At 3,200 it lost 1.5 % of its connections.",
    "The means change by at most 2.7 %, single ones by 11 %.",
    "Each point was measured 3 times.",
    "We ran it 10 times, once more than planned.",
    "Code says `3x faster`.",
    "See [the page](/3x-faster.html).",
    "```\n3x faster\n```",
    '{{ ratio("node", "python") }} times more',
  ]) {
    test(`but not: ${sentence}`, () => assert(!brokenBy(sentence).includes("BL18"), sentence));
  }

  test("in another language are not judged: the rules know English", () => {
    const draft = clean();
    draft.text = draft.text.replace("## Limits", "## Grenzen\n\n3x faster ist Denglisch.");
    assert.deepEqual(lintDraft(draft, { language: "de-CH" }).found, []);
    assert.deepEqual(
      lintDraft(draft).found.map(({ code }) => code),
      ["BL45", "BL18"],
    );
  });
});

suite("titles and headings with figures of the data", () => {
  test("hold no comparison that nobody can check", () => {
    const change = ({ head }: Draft): void => {
      head.title = 'Node.js is {{ ratio("node", "python", 1300) }} times as fast';
    };
    assert.deepEqual(brokenBy("", change), []);
  });

  test('hide the rest behind an "up to" as others do', () => {
    assert.deepEqual(brokenBy('## Up to {{ peak("node") }}'), ["BL19"]);
    assert.deepEqual(
      brokenBy("", ({ head }) => (head.title = 'Up to {{ peak("node") }}')),
      ["BL19"],
    );
  });
});

suite("words for a peak", () => {
  // A sweep that ends before Node.js gives up.
  const unreached = ({ data, head }: Draft): void => {
    for (const one of data.series) {
      const keep = one.x.filter((x) => Number(x) <= 1200).length;
      one.x.length = keep;
      for (const statistics of Object.values(one.values))
        for (const column of Object.values(statistics)) if (Array.isArray(column)) column.length = keep;
    }
    head.bench.claims[0]!["at"] = 1200;
  };

  test("are held against the sweep, unless they say at least", () => {
    assert.deepEqual(brokenBy("The peak of Node.js is 1,200 req/s.", unreached), ["BL24"]);
    assert.deepEqual(brokenBy("The peak of Node.js is at least 1,200 req/s.", unreached), []);
    assert.deepEqual(brokenBy("Python has its peak at 1,000 req/s.", unreached), []);
    assert.deepEqual(brokenBy("The queue may hold at most 1,024 connections.", unreached), []);
  });
});

suite("prose", () => {
  const text = "---\ntitle: 9x faster\n---\n# One `x` #\n\nA <b title='z'>b</b>. C\nd.\n\n~~~\nE.\n~~~\n";
  const bodyOffset = text.indexOf("# One");

  test("keeps its offsets, without what is no sentence", () => {
    const prose = proseOf({ file: "x.md", text }, bodyOffset);
    assert.equal(prose.length, text.length);
    assert.equal(prose.replace(/\s+/g, " ").trim(), "# One # A b . C d.");
    assert.equal(prose.indexOf("C\nd."), text.indexOf("C\nd."));
  });

  test("has headings and sentences", () => {
    const prose = proseOf({ file: "x.md", text }, bodyOffset);
    assert.deepEqual(
      headingsOf(prose).map((one) => one.text.trim()),
      ["One"],
    );
    const sentences = sentencesOf(prose).map((one) => one.text.replace(/\s+/g, " ").trim());
    assert.deepEqual(sentences, ["# One #", "A b .", "C d."]);
  });
});
