import { readFile } from "node:fs/promises";
import type { Plugin } from "esbuild";
import type { SiteFile } from "../files.ts";
import { isPacked } from "../root.ts";
import { fontAmong } from "./bundle.ts";
import { bundleClient } from "./client.ts";
import { readPacked } from "./packed.ts";
import { run, source } from "./run.ts";

/** Styles and scripts of charts alone, for pages that have a look of their own: paths as in a whole site. */
export interface ChartAssets {
  readonly styles: string;
  readonly script: string;
  /** Font that the first paint needs. */
  readonly font: string | null;
  readonly files: readonly SiteFile[];
}

/** When charts are dark, as a condition of stylesheets. */
const dark = {
  system: "@media screen and (prefers-color-scheme: dark)",
  light: "@media not all",
  dark: "@media screen",
} as const;

export type ChartTheme = keyof typeof dark;

/** The themes that charts can have. */
export const chartThemes: readonly ChartTheme[] = ["system", "light", "dark"];

/** Bundles what a page with charts needs. The same sources give the same bytes and names. */
export async function bundleCharts(theme: ChartTheme): Promise<ChartAssets> {
  if (isPacked) return readPacked<ChartAssets>(`charts-${theme}`);
  const [styles, script] = await Promise.all([
    run(source("site", "styles", "charts.css"), {
      loader: { ".woff2": "file" },
      assetNames: "[name]-[hash]",
      plugins: [darkWhen(theme)],
    }),
    bundleClient(),
  ]);
  const files = [...styles.files, ...script.files];
  return { styles: styles.entry, script: script.entry, font: fontAmong(files), files };
}

/** Charts know when to be dark in one place. */
function darkWhen(theme: ChartTheme): Plugin {
  return {
    name: "dark-when",
    setup(bundler) {
      bundler.onLoad({ filter: /[\\/]plot\.css$/ }, async ({ path }) => ({
        contents: (await readFile(path, "utf8")).replaceAll(dark.system, dark[theme]),
        loader: "css",
      }));
    },
  };
}
