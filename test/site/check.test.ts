import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { suite, test } from "node:test";
import { clean } from "../benchmark/lint/clean.ts";
import { spoilt } from "../benchmark/lint/spoilt.ts";
import { checked, type Files, post } from "./checked.ts";

const id = "7c0c2d5e-54a3-4f0e-9d1b-6f4b7f6f3a21";

suite("check", () => {
  test("finds tags that differ in a sign, and anchors that are not in another post", async () => {
    const { said } = await checked({
      "posts/2026-01-01-a.md": post("A", "## Here", { tags: ["node.js", "C"] }),
      "posts/2026-01-02-b.md": post("B", "[a](2026-01-01-a.md#here) [b](2026-01-01-a.md#hree)", {
        tags: ["Node.js", "C#"],
      }),
      "posts/2026-01-03-c.md": post("C", "", { tags: ["nodejs"] }),
    });
    assert.deepEqual(said, [
      'posts/2026-01-02-b.md:8:31 warning dead-link: nothing in posts/2026-01-01-a.md has the id "hree"',
      'posts/2026-01-03-c.md:5:5 warning similar-tag: the tag "nodejs" hardly differs from "node.js", of 2 posts',
    ]);
  });

  test("finds datasets that nobody shows", async () => {
    const data = JSON.stringify(clean().data);
    const { said } = await checked({
      "data/lost.json": data,
      "data/hidden.json": data,
      "posts/2026-01-01-a.md": post("A", "", { data: "hidden" }),
    });
    assert.deepEqual(
      said.filter((one) => one.includes("unused-dataset")),
      [
        'data/lost.json:1:1 warning unused-dataset: no post uses the dataset "lost"',
        'posts/2026-01-01-a.md:4:7 warning unused-dataset: no chart shows the dataset "hidden", and no text quotes it',
      ],
    );
  });

  test("takes what is quoted or claimed for used", async () => {
    const data = JSON.stringify(clean().data);
    const claim = { metric: "reply_rate", a: "node", b: "python", at: 1300, says: "greater", data: "claimed" };
    const { said } = await checked({
      ...Object.fromEntries(
        ["titled", "told", "claimed", "charted", "captioned"].map((one) => [`data/${one}.json`, data]),
      ),
      "posts/2026-01-01-a.md": post(
        '{{ points("node", data: "titled") }} rates',
        'At {{ points("node", data: "told") }}.',
        {
          data: ["titled", "told"],
        },
      ),
      "posts/2026-01-02-b.md": post("B", '<div id="one" class="flot"></div>', {
        data: ["charted", "captioned", "claimed"],
        charts: { one: { metric: "reply_rate", caption: '{{ points("node", data: "captioned") }} rates' } },
        bench: { claims: [claim] },
      }),
    });
    assert.deepEqual(
      said.filter((one) => one.includes("unused-dataset")),
      [],
    );
  });

  test("says, where it is told on what its author works, nothing of the rest", async () => {
    const files = {
      "posts/2026-01-01-a.md": post("A", "![](sign.svg)"),
      "posts/2026-01-02-b.md": post("B", "![](sign.svg)"),
      "posts/2026-01-03-c.md": post("C", "![](sign.svg)", { draft: true }),
    };
    const { said } = await checked(files, { files: ["posts/2026-01-01-a.md"] });
    assert.deepEqual(
      said.map((one) => one.split(":")[0]),
      ["posts/2026-01-01-a.md", "posts/2026-01-03-c.md"],
    );
    assert.equal((await checked(files)).said.length, 3);
  });

  test("says of a post whose data its author changes what the rules say", async () => {
    const draft = clean();
    spoilt["BL34"]!(draft);
    const { said } = await checked(filesOf(draft), { files: ["data/bus.json"] });
    assert.match(said.join(), /^posts\/2026-11-02-bus\.md:\d+:\d+ warning BL34: /);
    assert.deepEqual((await checked(filesOf(draft), { files: [] })).said, []);
  });

  test("says once what a rule and the reader of datasets both find, and tells what is waived", async () => {
    const draft = clean();
    draft.head.charts["p99"]!["mark"] = "bar";
    draft.head.charts["p99"]!["y"] = { scale: "log" };
    draft.head.bench.waive = [{ rule: "BL48", reason: "told in the text" }];
    draft.head.bench.interest = undefined;
    const { said, waived } = await checked(filesOf(draft));
    assert.deepEqual(
      said.map((one) => one.replace(/:.*: /, ": ")),
      ['posts/2026-11-02-bus.md: chart "p99" asks for bars on a log axis, where their length means nothing'],
    );
    assert.deepEqual(waived, [{ file: "posts/2026-11-02-bus.md", rule: "BL48", reason: "told in the text" }]);
  });
});

suite("a build stops", () => {
  test("where two posts are one to readers of feeds", async () => {
    const files = { "posts/2026-01-01-a.md": post("A", "", { id }), "posts/2026-01-02-b.md": post("B", "", { id }) };
    await assert.rejects(
      checked(files),
      /^SourceError: posts\/2026-01-02-b\.md:4:5 duplicate-id: .*posts\/2026-01-01-a\.md\n/,
    );
  });

  test("where a page has the address of another", async () => {
    const files = { "pages/archive.md": "---\ntitle: Mine\n---\n" };
    await assert.rejects(checked(files), /^SourceError: pages\/archive\.md:1:1 duplicate-address: .* \/archive\.html/);
  });

  test("where capital letters alone tell posts or datasets apart, and both can be on this disk", async (context) => {
    const data = JSON.stringify(clean().data);
    const chart = post("A", '<div id="one" class="flot" data-metric="reply_rate"></div>', { data: ["bus", "Bus"] });
    const project = { "posts/2026-01-01-a.md": chart, "data/Bus.json": data, "data/bus.json": data };
    const posts = { "posts/2026-01-01-A.md": post("A", ""), "posts/2026-01-01-a.md": post("A", "") };
    if (existsSync(import.meta.filename.toUpperCase())) return context.skip("file names are the same here");
    await assert.rejects(
      checked(project),
      /^SourceError: data\/bus\.json:1:1 duplicate-address: .*data\/Bus\.json .* but for capital letters/,
    );
    await assert.rejects(
      checked(posts),
      /^SourceError: posts\/2026-01-01-a\.md:1:1 duplicate-address: .*posts\/2026-01-01-A\.md .* but for capital letters/,
    );
  });

  test("where an article contradicts itself, and not where it only lacks something", async () => {
    const wrong = clean();
    spoilt["BL15"]!(wrong);
    await assert.rejects(
      checked(filesOf(wrong)),
      /^SourceError: data\/bus\.json:1:\d+ BL15: p50 \(500.ms\) is above p99/,
    );
    const poor = clean();
    spoilt["BL01"]!(poor);
    const { said } = await checked(filesOf(poor));
    assert.match(
      said.join("\n"),
      /^posts\/2026-11-02-bus\.md:\d+:\d+ BL01: nobody can repeat this: env\.sut\.kernel is missing$/,
    );
  });
});

function filesOf({ head, text, data, raw }: ReturnType<typeof clean>): Files {
  head.bench.measured_at = new Date().toISOString().slice(0, 10);
  return {
    "posts/2026-11-02-bus.md": post("Bus", text, head),
    "data/bus.json": JSON.stringify(data),
    "data/raw/bus/node.txt": raw,
  };
}
