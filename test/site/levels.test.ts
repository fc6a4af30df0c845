import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, describe, test } from "node:test";
import { parseDataset } from "../../src/benchmark/parse.ts";
import type { FigureLink } from "../../src/chart/figure/link.ts";
import { allTiles, rootTile, spanOf, tileName } from "../../src/chart/levels.ts";
import { decideChart } from "../../src/client/decide.ts";
import { readDataset } from "../../src/client/reader.ts";
import { type MadeSite, makeSite } from "../../src/site/make.ts";
import { readSettings } from "../../src/site/settings.ts";
import { textOf } from "./sample.ts";

const points = 20_000;

/** Two invented series of elapsed time, one with a spike of one point and a gap. */
function synthetic(): object {
  const x = Array.from({ length: points }, (_, i) => i / 100);
  const wave = (i: number) => Number((0.02 + 0.01 * Math.sin(i / 37) * Math.sin(i * i)).toFixed(6));
  const one: (number | null)[] = x.map((_, i) => wave(i));
  one[12_345] = 0.75;
  one.fill(null, 4000, 4200);
  return {
    schema: "benchpost/1",
    title: "Synthetic",
    x: { name: "elapsed", label: "Elapsed", unit: "s" },
    metrics: {
      latency: { label: "Response time", unit: "s", better: "lower" },
      cpu: { label: "Processor", unit: "1" },
    },
    series: [
      { id: "one", x, values: { latency: { value: one }, cpu: { value: x.map(() => 0.5) } } },
      { id: "two", x, values: { latency: { value: x.map((_, i) => wave(i + 5) / 2) } } },
    ],
    charts: { long: { metric: "latency" } },
  };
}

describe("a chart of many points", () => {
  let site: MadeSite;
  let link: FigureLink;
  let html = "";

  const root = mkdtempSync(join(tmpdir(), "benchpost-levels-"));
  after(() => rmSync(root, { recursive: true }));
  before(async () => {
    const files = {
      "site.json": '{ "title": "Site", "url": "https://example.org" }',
      "data/long.json": JSON.stringify(synthetic()),
      "posts/2026-01-01-long.md":
        '---\ntitle: Long\nsummary: Synthetic.\n---\n\nText.\n\n<div id="long" class="flot"></div>\n',
    };
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(dirname(join(root, file)), { recursive: true });
      writeFileSync(join(root, file), text);
    }
    site = await makeSite(root, { ...readSettings(null).site, prefix: "/blog/" });
    html = site.contentAt("/2026/01/01/long.html");
    link = JSON.parse(
      /data-chart='([^']*)'/.exec(html)![1]!.replaceAll("&quot;", '"').replaceAll("&amp;", "&"),
    ) as FigureLink;
  });

  const tile = (name: string): string => textOf(site, `/data/long/long/levels/${name}`);

  test("has a page that carries what its picture shows, and says where the rest is", () => {
    assert.ok(html.length < 120_000, `${html.length} characters`);
    assert.equal(link.data, `/blog/data/long/long/levels/${tileName(rootTile(link.levels!.edges))}`);
    assert.equal(link.levels!.path, "/blog/data/long/long/levels/");
    assert.deepEqual(link.levels!.measured["one"], { points, missing: 200, columns: 800 });
    assert.match(html, /20.000 points in a series: in each of 800 columns/);
  });

  test("is decided alike from the data that its page loads and from all", () => {
    const root = readDataset(tile(tileName(rootTile(link.levels!.edges))), "long");
    const all = readDataset(textOf(site, "/data/long.json"), "long");
    const { levels, ...whole } = link;
    assert.ok(levels);
    const words = { title: "Long", caption: "" };
    const [seen, expected] = [
      decideChart("long", link, root, words).chart,
      decideChart("long", whole, all, words).chart,
    ];
    assert.deepEqual(seen, expected);
    assert.ok(seen.series[0]!.y.includes(750));
  });

  test("has tiles that are good datasets, the finest with every point that was measured", () => {
    const { edges } = link.levels!;
    const x: number[] = [];
    const y: unknown[] = [];
    for (const one of allTiles(edges)) {
      const { dataset } = parseDataset({ file: tileName(one), text: tile(tileName(one)) }, "long");
      assert.deepEqual([...dataset.metrics.keys()], ["latency"]);
      const [from, to] = spanOf(edges, one);
      for (const series of dataset.series) assert.ok(series.x.every((value) => value >= from && value <= to));
      if (one.level > 0) continue;
      const [first] = dataset.series;
      x.push(...first!.x);
      y.push(...first!.values.get("latency")!.columns.get("value")!);
    }
    const [expected] = (synthetic() as { series: { x: number[]; values: { latency: { value: unknown[] } } }[] }).series;
    assert.deepEqual(x, expected!.x);
    assert.deepEqual(y, expected!.values.latency.value);
  });

  test("has all rows in its CSV, and on its own page the way to them", () => {
    const csv = textOf(site, "/data/long/long.csv").trimEnd().split("\n");
    assert.equal(csv.filter((line) => !line.startsWith("#")).length, points + 1);
    const { page } = site.viewAt("/2026/01/01/long/long.html") as { page: { numbersHtml?: string } };
    assert.match(page.numbersHtml!, /20.000 rows is too long .*<a href="\/blog\/data\/long\/long\.csv">/);
  });
});
