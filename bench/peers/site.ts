import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import markdownit from "markdown-it";
import { articleText, chartSpecs } from "../article.ts";
import { syntheticDataset } from "../synthetic.ts";

const here = import.meta.dirname;

export interface Peer {
  readonly name: string;
  readonly folder: string;
  /** What stands in the page when a chart is there. */
  readonly drawn: string;
}

interface Spec {
  readonly metric: string;
  readonly series: readonly string[];
}

type Draw = (x: readonly number[], series: readonly { label: string; y: readonly number[] }[]) => string;

interface Column {
  readonly id: string;
  readonly label: string;
  readonly x: readonly number[];
  readonly values: Readonly<Record<string, { readonly mean?: readonly number[]; readonly value?: readonly number[] }>>;
}

/** The same article, prose and data, as others make it: drawn by a script in the browser, or at build and then dead. */
export async function buildPeers(root: string, seed: number): Promise<readonly Peer[]> {
  const specs = chartSpecs() as Record<string, Spec>;
  const dataset = syntheticDataset(seed, {}) as { series: Column[] };
  const data = JSON.stringify(dataset);
  const draw = await loadEcharts(root);
  const still = ({ metric, series }: Spec): string => {
    const lines = series.flatMap((id) => dataset.series.find((one) => one.id === id) ?? []);
    const drawn = lines.map(({ label, values }) => ({ label, y: values[metric]?.mean ?? values[metric]?.value ?? [] }));
    return `<div class="flot">${draw(lines[0]?.x ?? [], drawn)}</div>`;
  };
  const page = (fill: (spec: Spec) => string): string =>
    articleText(seed).replace(/<div id="([^"]+)"[^>]*><\/div>/g, (_, id: string) => fill(specs[id]!));
  return [
    await write(root, "Chart.js in the browser", "canvas", page(empty), "chartjs", data),
    await write(root, "uPlot in the browser", "canvas", page(empty), "uplot", data),
    await write(root, "ECharts at build, no script", ".flot > svg", page(still), null, data),
  ];
}

function empty({ metric, series }: Spec): string {
  return `<div class="flot" data-metric="${metric}" data-series="${series.join(",")}"></div>`;
}

async function loadEcharts(root: string): Promise<Draw> {
  const outfile = join(root, "echarts.mjs");
  await build({
    entryPoints: [join(here, "pages", "echarts.ts")],
    bundle: true,
    platform: "node",
    format: "esm",
    outfile,
  });
  return ((await import(pathToFileURL(outfile).href)) as { draw: Draw }).draw;
}

const style = "body{max-width:45rem;margin:auto;padding:1rem;font:1rem/1.5 system-ui}.flot{height:360px}";

async function write(
  root: string,
  name: string,
  drawn: string,
  text: string,
  script: string | null,
  data: string,
): Promise<Peer> {
  const folder = join(root, name.replace(/\W+/g, "-").toLowerCase());
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const body = markdownit({ html: true }).render(text.split("---\n").slice(2).join("---\n"));
  writeFileSync(join(folder, "style.css"), style);
  let head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${name}</title>`;
  head += `<link rel="stylesheet" href="/style.css">`;
  if (script !== null) {
    const entryPoints = ["ts", "css"]
      .map((kind) => join(here, "pages", `${script}.${kind}`))
      .filter((file) => existsSync(file));
    await build({
      entryPoints,
      bundle: true,
      minify: true,
      format: "esm",
      target: "es2022",
      outdir: folder,
      entryNames: "script",
    });
    writeFileSync(join(folder, "data.json"), data);
    head += `<script type="module" src="/script.js"></script>`;
    if (existsSync(join(folder, "script.css"))) head += `<link rel="stylesheet" href="/script.css">`;
  }
  writeFileSync(join(folder, "index.html"), `<!doctype html><html lang="en">${head}${body}`);
  return { name, folder, drawn };
}
