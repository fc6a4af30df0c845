import type { LintArticle, LintChart } from "../article.ts";
import { type Finding, rule } from "../rule.ts";

export const lineMisuse = rule({
  id: "BL29",
  name: "line-misuse",
  summary: "Join only ordered, measured points by lines.",
  severity: "warning",
  source: "Hoefler & Belli 2015, rule 12",
  covers: ["line-over-categories"],
  check: ({ charts }) =>
    charts.flatMap((chart) => {
      const { id, x, mark } = chart.chart;
      const smooth = ["tension", "curve", "smooth", "interpolate"].find((name) => Object.hasOwn(chart.written, name));
      if (smooth !== undefined) {
        const fact = `chart "${id}" asks for a smooth line with ${smooth}, which would show figures that nobody measured; straight ones are drawn`;
        return [{ at: chart.at([smooth]), fact, help: "Leave it out." }];
      }
      if (x.kind !== "category" || (mark !== "line" && chart.written["mark"] !== "line")) return [];
      const fact = `chart "${id}" asks for lines between names, between which nothing was measured`;
      return [{ at: chart.at(["mark"]), fact, help: 'Write "bar" or "dot", or leave the mark out.' }];
    }),
});

export const style = rule({
  id: "BL42",
  name: "style-not-stable",
  summary: "Let a series look the same in every chart, and tell series apart by more than colour.",
  severity: "warning",
  source: "Chartability v2, “color is used alone”; rust-lang/rustc-perf#174",
  check: (article) => [...changedLooks(article), ...article.charts.flatMap((chart) => sharedLooks(chart))],
});

function lookOf({ style: { colour, marker, dash } }: LintChart["chart"]["series"][number]): string {
  return JSON.stringify([colour, marker, dash]);
}

function changedLooks({ charts }: LintArticle): Finding[] {
  const looks = new Map<string, string>();
  return charts.flatMap((chart) =>
    chart.chart.series.flatMap((series) => {
      const look = lookOf(series);
      const before = looks.get(series.id) ?? look;
      looks.set(series.id, before);
      if (before === look) return [];
      const fact = `"${series.id}" looks different in chart "${chart.chart.id}" than before`;
      return [{ at: chart.at(["series"]), fact, help: "Show its series in the order of the other charts." }];
    }),
  );
}

/** Two series of one chart with the same marker and dash are told apart by colour alone, or by nothing. */
function sharedLooks(chart: LintChart): Finding[] {
  const seen = new Map<string, string>();
  for (const series of chart.chart.series) {
    const { marker, dash } = series.style;
    const shape = JSON.stringify([marker, dash]);
    const twin = seen.get(shape);
    seen.set(shape, series.id);
    if (twin === undefined) continue;
    const fact = `"${twin}" and "${series.id}" in chart "${chart.chart.id}" differ in colour at most`;
    return [{ at: chart.at(["series"]), fact, help: "Show fewer series in one chart." }];
  }
  return [];
}
