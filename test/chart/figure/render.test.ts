import assert from "node:assert/strict";
import { test } from "node:test";
import { parse, type DefaultTreeAdapterMap } from "parse5";
import { type FigureParts, renderFigure } from "../../../src/chart/figure/render.ts";
import { sampleChart, sampleSeries } from "../../client/sample.ts";

const nasty = `<script>alert("&'1")</script>`;

const parts: FigureParts = {
  svg: "<svg></svg>",
  heading: 3,
  name: "Line chart",
  description: ["One paragraph"],
  findings: ["One sentence"],
  links: { page: "/p.html", csv: "/c.csv", svg: null, png: null, json: "/d.json" },
  script: { data: "/d.json", dataset: "bus", spec: { metric: "reply_rate" }, order: ["a"] },
};

type Element = DefaultTreeAdapterMap["element"];

/** All elements of a piece of HTML, as a browser would see them. */
function elements(html: string): Element[] {
  const found: Element[] = [];
  const walk = (node: DefaultTreeAdapterMap["node"]): void => {
    if ("attrs" in node) found.push(node);
    if ("childNodes" in node) node.childNodes.forEach(walk);
  };
  walk(parse(html));
  return found;
}

function attribute(element: Element | undefined, name: string): string | undefined {
  return element?.attrs.find((one) => one.name === name)?.value;
}

const hasClass = (name: string) => (element: Element) => (attribute(element, "class") ?? "").split(" ").includes(name);

test("whatever a chart's words hold, they stay words", () => {
  const series = [{ ...sampleSeries("a", [1], [1]), id: nasty, label: nasty }];
  const chart = sampleChart({ title: nasty, caption: nasty, series });
  const spec = { metric: nasty, series: [nasty] };
  const html = renderFigure(chart, {
    ...parts,
    name: nasty,
    description: [nasty],
    findings: [nasty],
    links: { ...parts.links, page: `/"${nasty}` },
    script: { data: nasty, dataset: nasty, spec, order: [nasty] },
  });
  const all = elements(html);
  assert.deepEqual(
    all.filter(({ tagName }) => tagName === "script"),
    [],
  );
  const figure = all.find(({ tagName }) => tagName === "figure");
  assert.deepEqual(JSON.parse(attribute(figure, "data-chart")!), { data: nasty, dataset: nasty, spec, order: [nasty] });
  assert.equal(attribute(all.find(hasClass("chart-plot")), "aria-label"), nasty);
  assert.equal(
    attribute(
      all.find(({ tagName }) => tagName === "li"),
      "data-series",
    ),
    nasty,
  );
});

test("no style stands in the markup, and no script", () => {
  const html = renderFigure(sampleChart({ series: [sampleSeries("a", [1], [1])] }), parts);
  for (const { tagName, attrs } of elements(html)) {
    assert.notEqual(tagName, "style");
    assert.ok(!attrs.some(({ name }) => name === "style" || name.startsWith("on")), tagName);
  }
});

test("every reference between elements has its target, whatever the id", () => {
  const all = elements(renderFigure(sampleChart({ id: "graph 1 ü", series: [sampleSeries("a", [1], [1])] }), parts));
  assert.ok(all.some((element) => attribute(element, "href") === "#graph%201%20%C3%BC"));
  const ids = new Set(all.map((element) => attribute(element, "id")));
  const named = all.flatMap((element) =>
    ["aria-labelledby", "aria-describedby"].flatMap((name) => attribute(element, name)?.split(" ") ?? []),
  );
  assert.ok(named.length >= 2);
  for (const id of named) assert.ok(ids.has(id), id);
});

test("what there is no file for is not linked, and an empty caption leaves nothing", () => {
  const html = renderFigure(sampleChart({ caption: "" }), parts);
  const texts = [...html.matchAll(/<a [^>]*>(\w+)<\/a>/g)].map(([, text]) => text);
  assert.deepEqual(texts, ["Table", "CSV", "Data", "Link"]);
  assert.ok(!html.includes("<p></p>"));
});

test("what the data say stands below the caption and describes the picture, where they say something", () => {
  const html = renderFigure(sampleChart(), parts);
  assert.match(
    html,
    /<ul class="chart-findings" id="([^"]+)-findings" aria-label="What the data say"><li>One sentence<\/li><\/ul>/,
  );
  assert.match(html, /aria-describedby="\S+-words \S+-findings"/);
  const silent = renderFigure(sampleChart(), { ...parts, findings: [] });
  assert.ok(!silent.includes("findings"));
});

test("the script is told no words that stand in the figure anyway", () => {
  const spec = { metric: "latency", title: "Long title", caption: "Long caption" };
  const html = renderFigure(sampleChart(), { ...parts, script: { ...parts.script!, spec } });
  assert.ok(!html.includes("Long"));
});

test("the stylesheet knows the height of pictures that it skips", () => {
  assert.match(renderFigure(sampleChart({ height: 360 }), parts), /class="chart flot"/);
  assert.match(renderFigure(sampleChart({ height: 220 }), parts), /class="chart flot flot-short"/);
  assert.match(renderFigure(sampleChart({ height: 412 }), parts), /class="chart flot chart-unsized"/);
});

test("a short table is there for who has no script, a longer one on a page of its own", () => {
  const many = Array.from({ length: 61 }, (_, i) => i);
  const [short, long] = [[1, 2], many].map((x) =>
    sampleChart({ series: [{ ...sampleSeries("a", x, x), label: nasty }] }),
  );
  const html = renderFigure(short!, parts);
  const [, inside = ""] = /<noscript>(.*)<\/noscript>/.exec(html) ?? [];
  assert.deepEqual(
    elements(inside).flatMap(({ tagName }) => (/^(?:details|summary|tr|td|script)$/.test(tagName) ? [tagName] : [])),
    ["details", "summary", "tr", "tr", "td", "tr", "td"],
  );
  assert.doesNotMatch(renderFigure(long!, parts), /<noscript>/);
  const alone = renderFigure(short!, { ...parts, links: { ...parts.links, page: null } });
  assert.doesNotMatch(alone, /<noscript>/, "on the page that has the table");
});
