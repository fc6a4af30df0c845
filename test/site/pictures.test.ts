import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { PNG } from "pngjs";
import { readSettings } from "../../src/site/settings.ts";
import { renderForFeed, renderForPage } from "../../src/site/render.ts";
import { readProject } from "../../src/site/project.ts";

const svg = (attributes: string) => `<svg xmlns="http://www.w3.org/2000/svg" ${attributes}><path d="M0 0h9v9z"/></svg>`;

const png = PNG.sync.write(new PNG({ width: 30, height: 20, fill: true }));

/** The `<img>`s of a post with a text, beside these files. */
function pictures(
  text: string,
  files: Readonly<Record<string, string | Uint8Array>>,
  medium = renderForPage,
): string[] {
  const root = mkdtempSync(join(tmpdir(), "benchpost-pictures-"));
  try {
    const post = `---\ntitle: A\nsummary: A\n---\n${text}\n`;
    for (const [file, content] of Object.entries({ ...files, "posts/2026-01-01-a/index.md": post })) {
      mkdirSync(dirname(join(root, file)), { recursive: true });
      writeFileSync(join(root, file), content);
    }
    const project = readProject(root, readSettings(null).site);
    return medium(project, project.posts[0]!).match(/<img[^>]*>/g) ?? [];
  } finally {
    rmSync(root, { recursive: true });
  }
}

const here = "posts/2026-01-01-a";

test("a picture has the pixels of its file, in the page and in feeds", () => {
  for (const medium of [renderForPage, renderForFeed]) {
    const [markdown, html, named] = pictures(
      '![a](a.png "title")\n\n<img alt="a" src="a.png">\n\n<img src="/assets/b.png" alt="b">',
      { [`${here}/a.png`]: png, "assets/b.png": png },
      medium,
    );
    for (const picture of [markdown!, html!, named!]) assert.match(picture, / width="30" height="20"/);
  }
});

test("what the author says of its size stays", () => {
  const [picture] = pictures('<img src="a.png" alt="" width="15">', { [`${here}/a.png`]: png });
  assert.match(picture!, /alt="" width="15">$/);
});

test("an SVG has its own size, and fills the text where it says its shape alone", () => {
  const files = {
    [`${here}/sized.svg`]: svg('width="40" height="10" viewBox="0 0 4 1"'),
    [`${here}/units.svg`]: svg('width="1in" viewBox="0 0 4 2"'),
    [`${here}/shape.svg`]: svg('viewBox="0 0 4 1"'),
    [`${here}/percent.svg`]: svg('viewBox="0 0 4 1" width="100%" height="100%"'),
  };
  const text = ["sized", "units", "shape", "percent"].map((name) => `![x](${name}.svg)`).join("\n");
  const sizes = pictures(text, files).map((img) => / width="(\d+)" height="(\d+)"/.exec(img)!.slice(1).map(Number));
  assert.deepEqual(sizes, [
    [40, 10],
    [96, 48],
    [720, 180],
    [720, 180],
  ]);
});

test("what is no picture, not there, elsewhere or outside has no size", () => {
  const files = {
    [`${here}/a.png`]: "no picture",
    [`${here}/b.svg`]: "<svg",
    [`${here}/c.gif`]: new Uint8Array(5),
    // a whole picture, of a kind that no browser shows
    [`${here}/e.gif`]: Uint8Array.of(0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 60, 0, 98, 0, 24, 0),
    "d.png": png,
  };
  const addresses = [
    "a.png",
    "b.svg",
    "c.gif",
    "e.gif",
    "gone.png",
    "https://example.org/x.png",
    "/assets/../d.png",
    "/assets/%E0.png",
  ];
  const found = pictures(addresses.map((address) => `<img src="${address}" alt="x">`).join("\n"), files);
  assert.equal(found.length, addresses.length);
  for (const picture of found) assert.doesNotMatch(picture, /width/);
});
