import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { extname, join } from "node:path";
import { test } from "node:test";
import { parse } from "csv-parse/sync";
import { XMLValidator } from "fast-xml-parser";
import { toPublished } from "../../../src/site/charts/published.ts";
import { scanTags } from "../../../src/site/html/tags.ts";
import { makeSite } from "../../../src/site/make.ts";
import { loadSanitiser } from "../../../src/site/markdown/sanitise/sanitiser.ts";
import { refusedFiles } from "../../../src/site/posts/refused.ts";
import { readProject } from "../../../src/site/project.ts";
import { readSettings } from "../../../src/site/settings.ts";
import { projectBesideSecret, site } from "./beside-secret.ts";

const sanitiser = await loadSanitiser();

test("where HTML is sanitised, no file that browsers run comes in beside a post or among raw data", (t) => {
  const { root } = projectBesideSecret(t);
  const folder = join(root, "posts/2026-01-01-first");
  const good =
    '<svg xmlns="http://www.w3.org/2000/svg"><a href="/x"><image href="data:image/png;base64,AA"/><text>t</text></a></svg>';
  writeFileSync(join(folder, "good.svg"), good);
  writeFileSync(join(folder, "data.csv"), "=1,<script>hacked()</script>");
  for (const [name, content] of [
    ["a.html", "x"],
    ["b.JS", "x"],
    ["c.svg", "<svg><script>hacked()</script></svg>"],
    ["d.svg", "<svg onload='hacked()'/>"],
    ["e.svg", '<svg><a xlink:href=" java\nscript:hacked()"/></svg>'],
    ["f.svg", "<svg:svg><svg:script/></svg:svg>"],
    ["g.svg", '<svg><use href="data:image/svg+xml,x"/></svg>'],
  ] as const) {
    writeFileSync(join(folder, name), content);
  }
  const refused = (html: string): string[] => {
    const settings = readSettings({ file: "site.json", text: JSON.stringify({ url: "https://x.example", html }) });
    const project = readProject(root, settings.site, undefined, undefined, sanitiser);
    return refusedFiles(project, project.datasets.all.map(toPublished)).map(
      ({ file, code }) => `${file.slice(file.lastIndexOf("/") + 1)} ${code}`,
    );
  };
  assert.deepEqual(refused("all"), []);
  assert.deepEqual(
    refused("sanitised"),
    "a.html b.JS c.svg d.svg e.svg f.svg g.svg".split(" ").map((name) => `${name} file-refused`),
  );
});

test("every file that is made of hostile data is what its name says, and nothing more", async () => {
  const root = join(import.meta.dirname, "..", "hostile");
  const made = await makeSite(root, site);
  const kinds = new Map<string, number>();
  const cells: string[] = [];
  for (const { path, content, late } of made.files) {
    const kind = extname(path);
    if (path.startsWith("/assets/") || (late && kind === ".png")) continue;
    const bytes = typeof content === "function" ? await content() : content;
    const text = typeof bytes === "string" ? bytes : new TextDecoder().decode(bytes);
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
    if (kind === ".json") JSON.parse(text);
    if (kind === ".svg" || kind === ".xml") {
      assert.equal(XMLValidator.validate(text), true, path);
      for (const { name, attributes } of scanTags(text)) {
        assert.ok(!["script", "foreignobject", "iframe"].includes(name), `${path}: <${name}>`);
        assert.ok(!attributes.some((one) => one.name.startsWith("on")), `${path}: <${name}>`);
      }
    }
    if (kind === ".csv") {
      cells.push(...cellsOf(text));
      for (const cell of cells) {
        assert.ok(!/^[=+\-@\t\r]/.test(cell) || Number.isFinite(Number(cell)), `${path}: a formula: ${cell}`);
      }
    }
  }
  for (const kind of [".json", ".svg", ".xml", ".csv"]) assert.ok(kinds.get(kind)! > 0, kind);
  assert.ok(cells.some((cell) => cell.startsWith("'=cmd|")) && cells.some((cell) => cell.startsWith("'=HYPERLINK")));
});

/** What a spreadsheet takes for cells: it knows no comments, and of quotes at the beginning of words it may think what it likes. */
function cellsOf(csv: string): string[] {
  const lines = csv.split("\n");
  const comments = lines.filter((line) => line.startsWith("#"));
  const rows = parse(lines.filter((line) => !line.startsWith("#")).join("\n")) as string[][];
  return [
    ...comments.flatMap((line) => line.split(/[,;\t]/).map((cell) => cell.replace(/^[\s"]+/, ""))),
    ...rows.flat(),
  ];
}
