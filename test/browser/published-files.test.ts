import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { Ajv2020 } from "ajv/dist/2020.js";
import { parse } from "csv-parse/sync";
import { PNG } from "pngjs";
import type { ChartDocument } from "../../src/chart/document.ts";
import { article, chartOf, figureSite, openArticle } from "./figures.ts";
import { openPage } from "./browser.ts";

const ids = ["throughput", "response-time", "stdev", "errors"];
const folder = "/data/imagined-servers";

/** What lies at an address of the site: it must be there, and other pages' scripts may read it. */
async function published(path: string): Promise<Buffer> {
  const answer = await fetch((await figureSite()).url(path));
  assert.equal(answer.status, 200, path);
  assert.equal(answer.headers.get("access-control-allow-origin"), "*", path);
  return Buffer.from(await answer.arrayBuffer());
}

test("the CSV under a chart, read again, is the data, with their units", async (t) => {
  const page = await openArticle(t, { javaScriptEnabled: false });
  for (const id of ids) {
    const figure = page.locator(`figure#${id}`);
    const { x, y, series } = await chartOf(figure);
    const address = (await figure.locator(".chart-links a", { hasText: "CSV" }).getAttribute("href"))!;
    assert.equal(address, `${folder}/${id}.csv`);
    const csv = (await published(address)).toString("utf8");
    const [head, ...rows] = parse(csv.replace(/^(?:#.*\n)*/, "")) as string[][];
    assert.equal(rows.length, series[0]!.x.length);
    assert.equal(head![0], `${x.label} (${x.unit})`);
    for (const { label, x: places, y: figures, low, high } of series) {
      const columns = { [label]: figures, [`${label}, low`]: low, [`${label}, high`]: high };
      for (const [name, values] of Object.entries(columns)) {
        const at = head!.indexOf(`${name} (${y.unit})`);
        assert.equal(at === -1, values === null, name);
        if (values === null) continue;
        const read = rows.map((row) => [Number(row[0]), row[at] === "" ? null : Number(row[at])]);
        assert.deepEqual(
          read,
          places.map((place, i) => [place, values[i]]),
          name,
        );
      }
    }
    const remarks = csv.split("\n").filter((line) => line.startsWith("# "));
    assert.equal(remarks[0], `# ${await figure.locator(".chart-title").innerText()}`);
    assert.ok(remarks.includes(`# https://loopback.example${article.replace(".html", `/${id}.html`)}`));
  }
});

test("the SVG under a chart opens by itself with its title, and the PNG has twice the pixels and an opaque corner", async (t) => {
  const page = await openArticle(t, { javaScriptEnabled: false });
  for (const id of ids) {
    const figure = page.locator(`figure#${id}`);
    const title = await figure.locator(".chart-title").innerText();
    const links = figure.locator(".chart-links a");
    const svg = (await links.filter({ hasText: "SVG" }).getAttribute("href"))!;
    const alone = await openPage(t, (await figureSite()).url(svg));
    const [name, shown, width] = await alone.evaluate(() => {
      const { documentElement: root } = document;
      const words = [...root.querySelectorAll("text")].map(({ textContent }) => textContent);
      return [document.title, words.join(" "), root.getBoundingClientRect().width] as const;
    });
    assert.equal(name, title);
    assert.ok(shown.replace(/\s+/g, " ").includes(title), "the title is in the picture");
    assert.ok(shown.includes("https://loopback.example/"), "the source is in the picture");
    const png = PNG.sync.read(await published((await links.filter({ hasText: "PNG" }).getAttribute("href"))!));
    assert.equal(png.width, 2 * width);
    const corners = [0, png.width - 1, png.width * (png.height - 1), png.width * png.height - 1];
    for (const corner of corners) assert.equal(png.data[4 * corner + 3], 255, `${id}: a corner is transparent`);
  }
});

test("beside each chart lie its rows and what they are, as the schema says, at addresses that last", async () => {
  const site = await figureSite();
  const schema = JSON.parse(readFileSync(join(site.folder, "data", "chart.schema.json"), "utf8")) as object;
  const isValid = new Ajv2020({ strict: true, allowUnionTypes: true, strictRequired: false }).compile(schema);
  for (const id of ids) {
    const [whole, about] = await Promise.all(
      ["json", "meta.json"].map(async (kind) => {
        const document = JSON.parse((await published(`${folder}/${id}.${kind}`)).toString("utf8")) as ChartDocument;
        assert.ok(isValid(document), `${id}.${kind}: ${JSON.stringify(isValid.errors)}`);
        return document as Required<ChartDocument> & { readonly files: Readonly<Record<string, string>> };
      }),
    );
    assert.equal(about!.x.unit, "req/s");
    assert.notEqual(about!.y.unit, "");
    assert.ok(about!.columns.every(({ unit }) => unit !== ""));
    assert.ok(!("rows" in about!) && whole!.rows.length === 40);
    await Promise.all(Object.values(about!.files).map((address) => published(new URL(address).pathname)));
  }
});
