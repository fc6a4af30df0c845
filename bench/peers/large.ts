import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import type { Script } from "../large-feel.ts";

const pages = join(import.meta.dirname, "pages", "large");

export interface LargePeer {
  readonly name: string;
  readonly folder: string;
  readonly script: Script;
}

const names: readonly (readonly [name: string, page: string])[] = [
  ["uPlot", "uplot"],
  ["Chart.js with decimation", "chartjs"],
  ["ECharts, sampling lttb", "echarts"],
  ["Plotly, basic", "plotly"],
];

const script: Script = {
  live: "body.is-drawn",
  hover: "(share) => window.peer.hover(share)",
  zoom: "(closer) => window.peer.zoom(closer)",
};

/** A page for each of the others that loads the whole dataset and draws it, set up as their documents advise for many points. */
export async function buildLargePeers(root: string, data: string): Promise<readonly LargePeer[]> {
  rmSync(root, { recursive: true, force: true });
  const peers: LargePeer[] = [];
  for (const [name, page] of names) {
    const folder = join(root, page);
    mkdirSync(folder, { recursive: true });
    const styles = join(pages, "..", `${page}.css`);
    await build({
      entryPoints: [join(pages, `${page}.ts`), ...(existsSync(styles) ? [styles] : [])],
      bundle: true,
      minify: true,
      format: "esm",
      target: "es2022",
      outdir: folder,
      entryNames: "script",
    });
    writeFileSync(join(folder, "data.json"), data);
    const style = existsSync(join(folder, "script.css")) ? '<link rel="stylesheet" href="/script.css">' : "";
    const head = `<meta charset="utf-8"><title>${name}</title>${style}<style>#chart{width:720px;height:360px}</style>`;
    const body = '<h1>Many points</h1><div id="chart"></div><script type="module" src="/script.js"></script>';
    writeFileSync(join(folder, "index.html"), `<!doctype html><html lang="en">${head}${body}`);
    peers.push({ name, folder, script });
  }
  return peers;
}
