import type { Dataset } from "../../benchmark/dataset.ts";
import { type Shown, tell } from "../../benchmark/insights/tell.ts";
import { asDeclared } from "../../benchmark/method/declared.ts";
import { withBrackets } from "../../chart/brackets.ts";
import type { Chart } from "../../chart/chart.ts";
import { error } from "../../chart/decide/problem.ts";
import { assignStyles, orderSeries } from "../../chart/styles.ts";
import { toChart } from "../../chart/to-chart.ts";
import type { Diagnostic } from "../../source/diagnostic.ts";
import { nearest } from "../../source/nearest.ts";
import { diagnose } from "../../source/source.ts";
import type { Flot } from "../markdown/article.ts";
import type { Memory } from "../memory.ts";
import type { Entry } from "../posts/entry.ts";
import { createNames, type Names } from "./addresses.ts";
import type { Datasets } from "./datasets.ts";
import { type Described, describeChart } from "./describe.ts";
import type { Figure } from "./figure.ts";
import { quotedSpec } from "./quoted-spec.ts";

export interface Figures {
  readonly byFlot: ReadonlyMap<Flot, Figure>;
  /** Names of the datasets that their titles, captions and remarks quote. */
  readonly quoted: ReadonlySet<string>;
  readonly diagnostics: readonly Diagnostic[];
}

interface Placed {
  readonly flot: Flot & { readonly id: string };
  readonly described: Described;
}

/** Decides all charts of all articles. Oldest first, so that a new post does not take an old one's addresses. */
export function decideFigures(
  entries: readonly Entry[],
  datasets: Datasets,
  memory: Memory,
  names: Names = createNames(),
): Figures {
  const byFlot = new Map<Flot, Figure>();
  const quoted = new Set<string>();
  const diagnostics: Diagnostic[] = [];
  const { cache } = memory;
  for (const entry of entries) {
    const declared = new Map(datasets.of(entry).map(({ dataset }) => [dataset, asDeclared(dataset, entry.bench)]));
    const placed = placeCharts(entry, datasets, diagnostics).map(({ flot, described }): Placed => {
      const own = declared.get(described.loaded.dataset)!;
      const { spec, from, problems } = quotedSpec(described.spec, [own, ...declared.values()]);
      for (const name of from) quoted.add(name);
      diagnostics.push(...problems.map((problem) => described.diagnose(problem)));
      return { flot, described: { ...described, spec } };
    });
    const order = orderSeries(placed.map(({ described }) => seriesOf(described)));
    const styles = assignStyles(order);
    const loads = JSON.stringify([...declared.values()].map(({ load }) => load));
    const decided = placed.flatMap((one) => {
      const { flot, described } = one;
      const { dataset } = described.loaded;
      const said = JSON.stringify([described.spec, order, flot.short, loads]);
      const { chart, problems } = memory.keep(`chart ${entry.file}#${flot.id}`, [dataset, said], () => {
        const decided = toChart(dataset, flot.id, described.spec, { styles, low: flot.short });
        return { ...decided, chart: decided.chart && withBrackets(decided.chart, declared.get(dataset)!) };
      });
      diagnostics.push(...problems.map((problem) => described.diagnose(problem)));
      return chart === null ? [] : { ...one, chart };
    });
    const charts = decided.map(({ chart }) => chart);
    const told = memory.keep(`told ${entry.file}`, [...charts, ...declared.keys(), loads], () =>
      tell(decided.map(({ chart, described }) => toShown(chart, declared.get(described.loaded.dataset)!))),
    );
    for (const [index, { flot, described, chart }] of decided.entries()) {
      const { id, short: low } = flot;
      const { spec, loaded } = described;
      const { dataset } = loaded;
      const heading = Math.min(6, Math.max(2, flot.under + 1)) as Figure["heading"];
      const paths = pathsOf(names, entry, id, dataset.name);
      const former = (spec.was ?? []).map((old) => pathsOf(names, entry, old, dataset.name));
      const sentences = told[index]!;
      const figure = (): Figure => ({
        id,
        spec,
        order,
        chart,
        told: sentences,
        low,
        dataset,
        heading,
        paths,
        former,
        cache,
      });
      const sources = [chart, heading, JSON.stringify([paths, former, sentences])];
      byFlot.set(flot, memory.keep(`figure ${entry.file}#${id}`, sources, figure));
    }
  }
  return { byFlot, quoted, diagnostics };
}

function toShown({ metric, series }: Chart, dataset: Dataset): Shown {
  return { dataset, metric: metric.id, stat: metric.stat, series: series.map(({ id }) => id) };
}

/** The series that a chart will show, for the order of their colours: those named, or all that have the metric. */
function seriesOf({ spec, loaded }: Described): string[] {
  const having = loaded.dataset.series.filter(({ values }) => values.has(spec.metric!));
  return [...(spec.series ?? having.map(({ id }) => id))];
}

function placeCharts(entry: Entry, datasets: Datasets, diagnostics: Diagnostic[]): Placed[] {
  const { flots } = entry.article;
  const placed: Placed[] = [];
  const seen = new Set<string>();
  for (const flot of flots) {
    const { id, offset } = flot;
    if (id === null) {
      const help = 'Give it one: <div id="some-chart" class="flot"></div>.';
      diagnostics.push(diagnose(entry.source, offset, "chart-without-id", "a chart has no id", help));
    } else if (/[\s"'<>]/.test(id)) {
      const help = "Use letters, digits and hyphens.";
      diagnostics.push(
        diagnose(entry.source, offset, "chart-id", `${JSON.stringify(id)} cannot be the id of a chart`, help),
      );
    } else if (seen.has(id)) {
      const help = "Give one of them another id, and describe it under that.";
      diagnostics.push(
        diagnose(entry.source, offset, "duplicate-chart", `there are two charts "${id}" in this post`, help),
      );
    } else {
      seen.add(id);
      if (datasets.isIncomplete(entry)) continue;
      const found = describeChart(entry, { ...flot, id }, datasets.of(entry));
      diagnostics.push(...found.diagnostics);
      if (found.described) placed.push({ flot: flot as Placed["flot"], described: found.described });
    }
  }
  diagnostics.push(...placed.flatMap((one) => misnamed(one, seen)), ...unused(entry, seen));
  return placed;
}

/** Ids that a chart had before, and that cannot be its own now. */
function misnamed({ flot, described }: Placed, taken: ReadonlySet<string>): Diagnostic[] {
  return (described.spec.was ?? []).flatMap((old, index) => {
    if (!taken.has(old) && !/[\s"'<>]/.test(old)) return [];
    const fact = taken.has(old)
      ? `"${flot.id}" cannot have been "${old}": that is a chart of this post`
      : `${JSON.stringify(old)} cannot have been the id of a chart`;
    const help = "Name the ids under which the chart was published before.";
    return [described.diagnose(error("former-chart", ["was", index], fact, help))];
  });
}

/** Descriptions in the post that no element shows. */
function unused({ head, fields, source, article }: Entry, shown: ReadonlySet<string>): Diagnostic[] {
  const left = head.charts.filter((id) => !shown.has(id));
  const offsets = fields.offsetsOf(left.map((id) => ({ path: ["charts", id], key: true })));
  return left.map((id, index) => {
    const meant = nearest(
      id,
      [...shown].filter((other) => !head.charts.includes(other)),
    );
    const element = `<div id="${id}" class="flot"></div>`;
    const otherwise = meant === null ? `Put ${element} where it shall stand.` : `Is it the one with the id "${meant}"?`;
    const help = article.ids.has(id) ? `What has this id is no chart: write ${element}.` : otherwise;
    return diagnose(source, offsets[index]!, "unused-chart", `no element shows the chart "${id}"`, help, "warning");
  });
}

function pathsOf(names: Names, entry: Entry, id: string, dataset: string): Figure["paths"] {
  const pages = entry.path.replace(/\.html$/, "");
  const page = names.claim(pages, id, entry.slug);
  const file = names.claim(`/data/${dataset}`, id, entry.slug);
  const to = (extension: string): string => `/data/${dataset}/${file}.${extension}`;
  return {
    page: `${pages}/${page}.html`,
    embed: `/embed${pages}/${page}.html`,
    csv: to("csv"),
    svg: to("svg"),
    png: to("png"),
    json: `/data/${dataset}.json`,
  };
}
