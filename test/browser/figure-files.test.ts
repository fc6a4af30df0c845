import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { Ajv2020 } from "ajv/dist/2020.js";
import { parse } from "csv-parse/sync";
import type { Locator } from "playwright-core";
import { PNG } from "pngjs";
import type { ChartDocument } from "../../src/chart/document.ts";
import { LIGHT } from "../../src/chart/palette.ts";
import { all, readSvg } from "../drawing/read-svg.ts";
import { article, figureSite, liveFigure, openArticle, openMenu, press, savedFile, untilAddress } from "./figures.ts";

const view = `${article}?xrange=400..1200&hide=node-10,gevent-1#throughput`;
const seen = ["node-1", "gevent-10"] as const;

interface Published {
  readonly series: readonly {
    readonly id: string;
    readonly x: readonly number[];
    readonly values: Readonly<Record<string, Readonly<Record<string, readonly number[]>>>>;
  }[];
}

async function published(): Promise<{ text: string; data: Published }> {
  const text = readFileSync(join((await figureSite()).folder, "data", "imagined-servers.json"), "utf8");
  return { text, data: JSON.parse(text) as Published };
}

const rowsOf = (csv: string): string[][] => parse(csv.replace(/^(?:#.*\n)*/, "")) as string[][];

/** Whether the lines of a picture, in CSS pixels, have any pixel that is about this colour. */
function has(png: PNG, colour: string, from = 0, to = Math.floor(png.height / 2)): boolean {
  const wanted = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  const rows = png.data.subarray(from * 2 * png.width * 4, to * 2 * png.width * 4);
  for (let i = 0; i < rows.length; i += 4)
    if (wanted.every((part, k) => Math.abs(part - rows[i + k]!) < 6)) return true;
  return false;
}

test("the CSV of a view has what is seen: its series, its part, the dataset's figures, and where they come from", async (t) => {
  const page = await openArticle(t, {}, view);
  const figure = await liveFigure(page, "throughput");
  await openMenu(figure);
  const { name, bytes } = await savedFile(figure, "CSV");
  assert.equal(name, "imagined-servers-throughput-xrange-400..1200-hide-node-10-gevent-1.csv");
  const csv = bytes.toString("utf8");
  const [head, ...rows] = rowsOf(csv);
  const { text, data } = await published();
  assert.equal(head![0], "Demanded requests (req/s)");
  assert.deepEqual(
    head!.filter((one) => !one.includes(", ")),
    ["Demanded requests (req/s)", "Node.js (1) (req/s)", "Gevent (10) (req/s)"],
  );
  const columns = seen.map((id) => data.series.find((one) => one.id === id)!);
  const places = columns[0]!.x.flatMap((x, i) => (x >= 400 && x <= 1200 ? [i] : []));
  assert.equal(rows.length, places.length);
  for (const [row, i] of places.entries()) {
    const figures = ["Node.js (1) (req/s)", "Gevent (10) (req/s)"].map((one) => Number(rows[row]![head!.indexOf(one)]));
    assert.deepEqual(
      [Number(rows[row]![0]), ...figures],
      [columns[0]!.x[i], ...columns.map(({ values }) => values["reply_rate"]!["mean"]![i])],
    );
  }
  const remarks = csv.split("\n").filter((line) => line.startsWith("# "));
  assert.equal(remarks[0], `# ${await figure.locator(".chart-title").innerText()}`);
  assert.ok(remarks.includes(`# ${page.url()}`), remarks.join("\n"));
  const sum = createHash("sha256").update(text).digest("hex");
  assert.ok(remarks.some((line) => line.endsWith(`/data/imagined-servers.json, SHA-256 ${sum}`)));
});

test("the JSON of a view is as its schema says, with the rows of the CSV", async (t) => {
  const page = await openArticle(t, {}, view);
  const figure = await liveFigure(page, "throughput");
  await openMenu(figure);
  const text = (await savedFile(figure, "JSON")).bytes.toString("utf8");
  const document = JSON.parse(text) as Required<ChartDocument> & { readonly view: string };
  const schema = JSON.parse(readFileSync(join((await figureSite()).folder, "data", "chart.schema.json"), "utf8"));
  const isValid = new Ajv2020({ strict: true, allowUnionTypes: true, strictRequired: false }).compile(schema);
  assert.ok(isValid(JSON.parse(text)), JSON.stringify(isValid.errors));
  assert.equal(document.view, page.url());
  const [head, ...rows] = rowsOf((await savedFile(figure, "CSV")).bytes.toString("utf8"));
  assert.deepEqual(
    document.columns.map(({ name }) => name),
    head,
  );
  assert.deepEqual(
    document.rows.map((row) => row.map((cell) => (cell === null ? "" : String(cell)))),
    rows,
  );
});

test("the SVG of a view opens by itself: title, source, light colours, and only what is seen", async (t) => {
  const page = await openArticle(t, { colorScheme: "dark" }, view);
  const figure = await liveFigure(page, "throughput");
  await openMenu(figure);
  const svg = (await savedFile(figure, "SVG")).bytes.toString("utf8");
  assert.doesNotMatch(svg, /var\(|class=|style=/);
  const words = all(readSvg(svg), "text").map(({ text }) => text);
  assert.ok(words.includes("Node.js (1)") && words.includes("Gevent (10)") && !words.includes("Gevent (1)"));
  assert.ok(words.join("").includes(page.url()), "the address of the view");
  const title = await figure.locator(".chart-title").innerText();
  const alone = await page.context().newPage();
  await alone.goto(`data:image/svg+xml;base64,${Buffer.from(svg).toString("base64")}`);
  const opened = await alone.evaluate(() => [document.documentElement.nodeName, document.title]);
  assert.deepEqual(opened, ["svg", title]);
});

test("the PNG of a view has two pixels for one, no transparent one, title and source, and only what is seen", async (t) => {
  const page = await openArticle(t, { colorScheme: "dark" }, view);
  const figure = await liveFigure(page, "throughput");
  await openMenu(figure);
  const { name, bytes } = await savedFile(figure, "PNG");
  assert.match(name, /\.png$/);
  const png = PNG.sync.read(bytes);
  assert.equal(png.width, 1440);
  assert.ok(png.data.every((value, i) => i % 4 !== 3 || value === 255));
  assert.deepEqual([...png.data.subarray(0, 3)], [255, 255, 255]);
  assert.ok(has(png, LIGHT.text, 16, 44), "the title");
  assert.ok(has(png, LIGHT.muted, png.height / 2 - 40), "the source");
  const [first, second, third, fourth] = LIGHT.series;
  assert.deepEqual(
    [first, second, third, fourth].map((colour) => has(png, colour!)),
    [true, false, false, true],
  );
});

test("a file of multiples has multiples, around 1 with pairs of ticks", async (t) => {
  const page = await openArticle(t, {}, `${article}?base=node-1#response-time`);
  const figure = await liveFigure(page, "response-time");
  await openMenu(figure);
  const [head, ...rows] = rowsOf((await savedFile(figure, "CSV")).bytes.toString("utf8"));
  const { data } = await published();
  const [base, other] = data.series.map(({ values }) => values["latency"]!["mean"]!);
  const column = head!.indexOf("Node.js (10) (×)");
  for (const [i, row] of rows.entries()) {
    assert.equal(row[1], "1");
    assert.ok(Math.abs(Number(row[column]) - other![i]! / base![i]!) < 1e-9, row.join());
  }
  const svg = readSvg((await savedFile(figure, "SVG")).bytes.toString("utf8"));
  const labels = all(svg, "text").map(({ text }) => text);
  const numbers = labels.filter((label) => /^[\d.]+$/.test(label) && labels.some((one) => one === reciprocal(label)));
  assert.ok(labels.includes("1") && numbers.length >= 1, labels.join(" "));
});

function reciprocal(label: string): string {
  return { 2: "½", 3: "⅓", 5: "⅕", 10: "⅒" }[Number(label)] ?? `1/${label}`;
}

async function svgOf(figure: Locator): Promise<string> {
  return (await savedFile(figure, "SVG")).bytes.toString("utf8");
}

test("a view comes back from its address to the letter, and from another page", async (t) => {
  const page = await openArticle(t);
  const figure = await liveFigure(page, "throughput");
  await openMenu(figure);
  await figure.locator(".chart-legend button").nth(1).click();
  await press(figure, "Log scale");
  await press(figure, "Demanded requests on a log scale");
  await figure.locator(".chart-plot").focus();
  for (const key of ["Home", "ArrowRight", "ArrowRight", "+"]) await page.keyboard.press(key);
  await untilAddress(page, /y=log&xscale=log&xrange=.*hide=node-10&x=150#throughput$/);
  const address = page.url();
  assert.ok(new URL(address).search.length < 200, address);
  const shown = await svgOf(figure);
  await page.goto(address.replace("?", "?unknown=1&"));
  const again = await liveFigure(page, "throughput");
  assert.equal(await again.locator(".chart-notice").count(), 0);
  await openMenu(again);
  assert.equal(await svgOf(again), shown);
  await page.goto(new URL("/about.html", address).href);
  await page.goBack();
  const back = await liveFigure(page, "throughput");
  if (await back.locator(".chart-menu-row").first().isHidden()) await openMenu(back);
  assert.equal(await svgOf(back), shown);
});

test("every change is taken back, one by one or all at once, to the letter", async (t) => {
  const page = await openArticle(t);
  const figure = await liveFigure(page, "throughput");
  await openMenu(figure);
  const states = [await svgOf(figure)];
  const changes = [
    () => press(figure, "Log scale"),
    () => press(figure, "Zoom in"),
    () => figure.locator(".chart-legend button").nth(2).click(),
    () => press(figure, "Demanded requests on a log scale"),
    () => figure.locator(".chart-menu select").selectOption("node-1"),
    () => press(figure, "One panel a series"),
  ];
  for (const change of changes) {
    await change();
    states.push(await svgOf(figure));
  }
  assert.equal(new Set(states).size, states.length, "each change is seen");
  // of more than ten downloads in a second Chromium drops the rest
  await page.waitForTimeout(1000);
  for (const state of states.toReversed().slice(1)) {
    await press(figure, "Undo");
    assert.equal(await svgOf(figure), state);
  }
  assert.ok(await figure.locator(".chart-menu-row button", { hasText: /^Undo$/ }).isDisabled());
  for (const change of changes) await change();
  await press(figure, "Reset");
  assert.equal(await svgOf(figure), states[0]);
});
