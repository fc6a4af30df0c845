import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { checked, post } from "./checked.ts";

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
});
