import type { Plugin } from "esbuild";
import { bundleFused } from "./fuse.ts";
import { leanChartPlugin } from "./lean-chart.ts";
import { type Bundled, run, source } from "./run.ts";

/**
 * The code for browsers: what each page loads, and apart from it what brings charts to life. The two share a few lines, which
 * are in both: a file of their own would be a further journey before the first chart.
 */
export async function bundleClient(): Promise<Bundled> {
  const charts = await bundleFused(source("client", "charts.ts"), {
    alias: { "@kurkle/color": source("client", "no-colour.ts") },
    plugins: [leanChartPlugin],
  });
  const main = await run(source("client", "main.ts"), {
    format: "esm",
    splitting: true,
    plugins: [publishedAt("./charts.ts", charts.entry.replace(/.*\//, "./"))],
  });
  return { entry: main.entry, files: [...main.files, ...charts.files] };
}

/** Leaves an import to the browser, at the address at which the file is published. */
function publishedAt(imported: string, path: string): Plugin {
  return {
    name: "published-at",
    setup(bundler) {
      bundler.onResolve({ filter: /^\.\/charts\.ts$/ }, (found) =>
        found.path === imported ? { path, external: true } : null,
      );
    },
  };
}
