import assert from "node:assert/strict";
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { suite, test } from "node:test";
import type { Focus } from "../../src/site/check/check.ts";
import { makeSite } from "../../src/site/make.ts";
import { readSettings } from "../../src/site/settings.ts";
import { formatDiagnostic } from "../../src/source/diagnostic.ts";
import { clean } from "../benchmark/lint/clean.ts";
import { spoilt } from "../benchmark/lint/spoilt.ts";
import { stringify } from "yaml";

type Files = Readonly<Record<string, string>>;

/** What a check of a project of these files says; the facts alone. */
async function checked(files: Files, focus?: Focus) {
  const root = mkdtempSync(join(tmpdir(), "benchpost-check-"));
  try {
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(dirname(join(root, file)), { recursive: true });
      writeFileSync(join(root, file), text);
    }
    cpSync(
      join(import.meta.dirname, "project/posts/2026-09-14-a-picture-and-its-post/sign.svg"),
      join(root, "posts/sign.svg"),
    );
    const made = await makeSite(root, readSettings(null, { drafts: true }).site);
    const { diagnostics, waived } = made.check(focus);
    const said = diagnostics.map((one) => formatDiagnostic(one).split("\n")[0]!);
    return { said, help: diagnostics.map((one) => one.help), waived };
  } finally {
    rmSync(root, { recursive: true });
  }
}

function post(title: string, text: string, head: Readonly<Record<string, unknown>> = {}): string {
  return `---\n${stringify({ title, summary: title, ...head })}---\n${text}\n`;
}

const id = "7c0c2d5e-54a3-4f0e-9d1b-6f4b7f6f3a21";

suite("check", () => {
  test("finds pictures without words or size", async () => {
    const { said } = await checked({
      "posts/2026-01-01-a.md": post(
        "A",
        '![](sign.svg) ![a sign](sign.svg)\n\n<img src="sign.svg">\n\n<img src="gone.svg" alt="">\n\n<img src="sign.svg" alt="" width="1">',
      ),
    });
    assert.deepEqual(said, [
      "posts/2026-01-01-a.md:5:5 warning picture-without-alt: the picture sign.svg has no words for those who do not see it",
      "posts/2026-01-01-a.md:7:1 warning picture-without-alt: the picture sign.svg has no words for those who do not see it",
      "posts/2026-01-01-a.md:9:1 warning picture-without-size: the picture gone.svg has no size: the text moves when it arrives",
      "posts/2026-01-01-a.md:9:11 warning dead-link: gone.svg leads nowhere",
      "posts/2026-01-01-a.md:11:1 warning picture-without-size: the picture sign.svg has no size: the text moves when it arrives",
    ]);
  });

  test("names what a dead link meant where the names are alike, not where two dates are", async () => {
    const { help } = await checked({
      "posts/2026-01-01-bus.md": post("Bus", "[a](/2026/01/01/nope.html) [b](/2026/01/02/trams.html) ![x](gone.png)"),
      "posts/2026-01-02-tram.md": post("Tram", "[c](/2026/01/02/tran.html) [d](/2027/01/01/bus.html)"),
    });
    assert.deepEqual(help, [
      "Mend the address, or leave it if the page is still to come.",
      "Did you mean /2026/01/02/tram.html?",
      "Put the file there, or mend the address.",
      "Mend the address, or leave it if the page is still to come.",
      "Did you mean /2026/01/01/bus.html?",
    ]);
  });

  test("names what a dead link meant that lacks its ending, its folder or the manner of the web", async () => {
    const { help } = await checked({
      "posts/2026-01-01-bus.md": post("Bus", ""),
      "posts/2026-01-02-tram.md": post(
        "Tram",
        "[a](2026-01-01-bus) [b](2026-01-01-bus.html) [c](/2026/01/01/bus) [d](posts/2026-01-01-bus.md) " +
          "[e](www.example.org/x) [f](me@example.org) [g](/social/BUS.png) [h](/2026/01/01/Bus.HTML)",
      ),
    });
    assert.deepEqual(help, [
      ...Array.from({ length: 4 }, () => "Did you mean /2026/01/01/bus.html?"),
      "Write the whole address: https://www.example.org/x",
      "Write mailto:me@example.org for an address of mail.",
      "Did you mean /social/2026/01/01/bus.png?",
      "Did you mean /2026/01/01/bus.html?",
    ]);
  });

  test("finds addresses of the author's own machine, and those with its separators", async () => {
    const { said, help } = await checked({
      "posts/2026-01-01-a.md": post(
        "A",
        String.raw`![a](C:\pics\a.png) <a href="file:///home/ada/b.pdf">b</a> [c](..\assets\c.csv) [d](/assets/dünn.csv)`,
      ),
    });
    assert.deepEqual(said, [
      String.raw`posts/2026-01-01-a.md:5:6 warning dead-link: C:\pics\a.png is a place on your own machine`,
      "posts/2026-01-01-a.md:5:30 warning dead-link: file:///home/ada/b.pdf is a place on your own machine",
      String.raw`posts/2026-01-01-a.md:5:64 warning dead-link: ..\assets\c.csv leads nowhere`,
      "posts/2026-01-01-a.md:5:85 warning dead-link: /assets/dünn.csv leads nowhere",
    ]);
    assert.equal(help[2], "Write the address with slashes: ../assets/c.csv");
  });

  test("finds links and pictures without an address", async () => {
    const { said, help } = await checked({
      "posts/2026-01-01-a.md": post(
        "A",
        'Text `[code]()`,\n[a]() [b](  ) and\n![c](<>) [d](< >) [e][e] <a href="">f</a>\n\n<a href=" ">g</a>\n\n[e]: <>\n\n[h](#) [i](#top)',
      ),
    });
    assert.deepEqual(said, [
      "posts/2026-01-01-a.md:6:5 warning dead-link: the address is empty",
      "posts/2026-01-01-a.md:6:11 warning dead-link: the address is empty",
      "posts/2026-01-01-a.md:7:6 warning dead-link: the address is empty",
      "posts/2026-01-01-a.md:7:14 warning dead-link: the address is empty",
      "posts/2026-01-01-a.md:7:19 warning dead-link: the address is empty",
      "posts/2026-01-01-a.md:7:29 warning dead-link: the address is empty",
      "posts/2026-01-01-a.md:9:4 warning dead-link: the address is empty",
    ]);
    assert.deepEqual(help.slice(1, 3), [
      "Write where it leads, or keep its words alone.",
      "Write the name of the file.",
    ]);
  });

  test("finds pictures that no browser can show", async () => {
    const { said, help } = await checked({
      "posts/2026-01-01-a/index.md": post("A", "![a](a.png) ![b](b.svg) ![c](/assets/c.gif) ![d](d.svg) [e](a.png)"),
      "posts/2026-01-01-a/a.png": "version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n",
      "posts/2026-01-01-a/b.svg": "<!doctype html><title>404</title>",
      "posts/2026-01-01-a/d.svg": '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0h9v9z"/></svg>',
      "assets/c.gif": "",
    });
    const at = "posts/2026-01-01-a/index.md:5";
    assert.deepEqual(said, [
      `${at}:6 warning unreadable-picture: posts/2026-01-01-a/a.png is no picture that a browser can show`,
      `${at}:18 warning unreadable-picture: posts/2026-01-01-a/b.svg is no picture that a browser can show`,
      `${at}:30 warning unreadable-picture: assets/c.gif is empty`,
    ]);
    assert.equal(help[0], "It is a pointer of Git LFS: `git lfs pull` brings the picture.");
  });

  test("finds names of files whose spaces keep them from being links", async () => {
    const { said, help } = await checked({
      "posts/2026-01-01-a.md": post(
        "A",
        "![a](my sign.svg) and [*b*](../my data.csv)\n\n`[c](my d.csv)` [d](<sign.svg>) [e] (see a. and b.) [f](see it) [g](a, b.)",
      ),
    });
    assert.deepEqual(said, [
      "posts/2026-01-01-a.md:5:6 warning dead-link: my sign.svg has a space, and is therefore no address",
      "posts/2026-01-01-a.md:5:29 warning dead-link: ../my data.csv has a space, and is therefore no address",
    ]);
    assert.equal(help[0], "Put it in angle brackets, (<my sign.svg>), or give the file a name without spaces.");
  });

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
