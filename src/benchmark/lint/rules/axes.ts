import { baseOf, baseUnits } from "../../unit.ts";
import type { LintArticle, LintChart } from "../article.ts";
import { metricOf } from "../facts.ts";
import { type Finding, rule } from "../rule.ts";
import { isRatio } from "./averages.ts";

/** Quantities that say nothing without a unit. What was set may be a plain number more often than what was measured. */
const needsUnit = {
  x: /^(?:requests?|throughput|rate|latency|response time|time|duration)$/i,
  y: /^(?:requests?|replies|responses|throughput|rate|operations|ops|latency|response time|time|duration|bytes|size|memory|traffic|bandwidth|speed|performance|load|cpu)$/i,
};

export const unitMissing = rule({
  id: "BL26",
  name: "unit-missing",
  summary: "Give every axis a quantity and the unit of its figures.",
  severity: "error",
  source: "Chartability v2, “axis labels are unclear”; TechEmpower/FrameworkBenchmarks#7752",
  check: ({ charts }) =>
    charts.flatMap((chart) => (["x", "y"] as const).flatMap((which) => checkUnit(chart, which))).slice(0, 20),
});

function checkUnit(chart: LintChart, which: "x" | "y"): Finding[] {
  const { label, unit, kind } = chart.chart[which];
  const at = chart.at([which, "label"]);
  const written = /\(([^()]+)\)\s*$/.exec(label)?.[1]?.split(",")[0]?.trim();
  if (written !== undefined && unit !== "" && written !== unit && isUnit(written)) {
    const fact = `the ${which}-axis of chart "${chart.chart.id}" is labelled in ${written}, and its figures are in ${unit}`;
    return [{ at, fact, help: "Leave the unit out of the label: it is written behind it." }];
  }
  if (kind === "category" || kind === "time" || unit !== "" || !needsUnit[which].test(label.trim())) return [];
  const fact = `the ${which}-axis of chart "${chart.chart.id}" is "${label}" without a unit. Per second, or in total?`;
  return [
    { at, fact, help: `Give its metric the unit that it is stored in, such as "1/s", or call it what is counted.` },
  ];
}

function isUnit(word: string): boolean {
  return baseOf(word) !== null || (baseUnits as readonly string[]).includes(word);
}

export const zeroBase = rule({
  id: "BL27",
  name: "zero-base",
  summary: "Let bars begin at zero, and announce a cut axis of lines.",
  severity: "error",
  source: "SIGPLAN checklist, “inappropriately truncated axes”; thekvs/cpp-serializers#13",
  check: ({ charts }) =>
    charts.flatMap((chart) => {
      const { mark, y, caption, id } = chart.chart;
      const [low, high] = y.domain;
      const at = chart.at(["y", "domain"]);
      if (y.kind !== "linear" || (low <= 0 && high >= 0)) return [];
      const start = low > 0 ? low : high;
      if (mark === "bar") {
        const fact = `the bars of chart "${id}" begin at ${start}: one twice as long does not mean twice as much`;
        return [{ at, fact, help: "Leave the domain out, begin it at 0, or draw dots." }];
      }
      if (/\baxis\b/i.test(caption)) return [];
      const fact = `the y-axis of chart "${id}" begins at ${start}, and nothing says so`;
      return [{ at, fact, severity: "warning", help: "Say in the caption that the axis is cut, or begin it at 0." }];
    }),
});

export const logAxis = rule({
  id: "BL28",
  name: "log-axis",
  summary: "Name logarithmic axes, put no bars on them, and lose no zeros.",
  severity: "error",
  source: "niklas-heer/speed-comparison#142; chartjs/Chart.js#9629",
  covers: ["log-bars"],
  check: ({ charts }) =>
    charts.flatMap((chart) => {
      const { id, mark, y, series, caption } = chart.chart;
      const shares = hasShares(chart);
      if (wantsLog(chart) && (mark === "bar" || shares)) {
        const drawn = shares ? "shares of a whole" : "bars";
        const fact = `chart "${id}" asks for ${drawn} on a log axis, where their ${shares ? "height" : "length"} means nothing`;
        const help = shares ? "Leave the scale out." : "Draw dots, or leave the scale out.";
        return [{ at: chart.at(["y", "scale"]), fact, help }];
      }
      const lost = series.flatMap((one) => one.y).filter((value) => value !== null && value <= 0).length;
      if (y.kind !== "log" || y.lane !== null || lost === 0 || /\blog\b|\bzero\b|\b0\b/i.test(caption)) return [];
      const fact = `${lost === 1 ? "one point" : `${lost} points`} of chart "${id}" cannot be drawn on a log axis`;
      return [{ at: chart.at(["y", "scale"]), fact, help: "Say so in the caption, or use a linear axis." }];
    }),
});

/** Whether the value axis has shares of a whole, whatever that is made of. */
function hasShares({ chart: { form } }: LintChart): boolean {
  return form === "histogram" || form === "ecdf";
}

function wantsLog({ written }: LintChart): boolean {
  const y = written["y"];
  return typeof y === "object" && y !== null && Reflect.get(y, "scale") === "log";
}

export const ratioAxis = rule({
  id: "BL39",
  name: "ratio-axis",
  summary: "Draw ratios on both sides of 1 on a log axis: half and double are equally far from it.",
  severity: "warning",
  source: "SIGPLAN checklist, “ratios plotted incorrectly”",
  check: ({ charts }) =>
    charts.flatMap((chart) => {
      const { id, y, series, mark } = chart.chart;
      if (hasShares(chart)) return [];
      const values = series.flatMap((one) => one.y).filter((value) => value !== null);
      if (!isRatio(metricOf(chart)) || y.kind !== "linear" || mark === "bar") return [];
      if (!values.some((value) => value < 1) || !values.some((value) => value > 1)) return [];
      const fact = `chart "${id}" shows ratios on both sides of 1 on a linear axis, where a half looks smaller than a double`;
      return [{ at: chart.at(["y", "scale"]), fact, help: "Write y: {scale: log}." }];
    }),
});

export const twoAxes = rule({
  id: "BL40",
  name: "two-y-axes",
  summary: "Have one y-axis: where two lines cross on two axes means nothing.",
  severity: "warning",
  source: "VisuaLint",
  check: ({ charts }) =>
    charts.flatMap((chart) => {
      const second = ["y2", "y1", "yAxes", "right", "secondary"].find((name) => Object.hasOwn(chart.written, name));
      if (second === undefined) return [];
      const fact = `chart "${chart.chart.id}" asks for a second y-axis with ${second}, which is not drawn`;
      return [{ at: chart.at([second]), fact, help: "Draw a second chart below it, over the same x." }];
    }),
});

export const siblingScales = rule({
  id: "BL41",
  name: "sibling-scales",
  summary: "Give charts of one quantity one scale, or say that they differ.",
  severity: "warning",
  source: "bheisler/criterion.rs#371; Our World in Data, uniformYAxis",
  /** By which share the ends of their axes may differ. */
  thresholds: { share: 0.05 },
  check: (article, { share }) => checkSiblings(article, share),
});

function checkSiblings({ charts }: LintArticle, share: number): Finding[] {
  const first = new Map<string, LintChart>();
  const told = new Set<string>();
  return charts.flatMap((chart) => {
    const { metric, form, y, id, caption } = chart.chart;
    // How high a histogram is follows from its bins.
    if (form === "histogram") return [];
    const key = JSON.stringify([metric.id, metric.stat, y.unit, y.kind]);
    const sibling = first.get(key);
    if (!sibling) first.set(key, chart);
    if (!sibling || told.has(key) || /\bscales?\b|\baxis\b|\baxes\b/i.test(caption + sibling.chart.caption)) return [];
    const height = Math.max(Math.abs(y.domain[1]), Math.abs(sibling.chart.y.domain[1]));
    const apart = y.domain.some((end, index) => Math.abs(end - sibling.chart.y.domain[index]!) > share * height);
    if (!apart) return [];
    told.add(key);
    const fact = `charts "${sibling.chart.id}" and "${id}" show the same quantity on other scales: equal heights mean different figures`;
    const help = `Give both one domain, y: {domain: [0, ${Math.max(y.domain[1], sibling.chart.y.domain[1])}]}, or say in a caption that the scales differ.`;
    return [{ at: chart.at(["y", "domain"]), fact, help }];
  });
}
