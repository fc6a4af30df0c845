import { bundleAssets } from "./bundle.ts";
import { bundleCharts, chartThemes } from "./charts.ts";
import { writePacked } from "./packed.ts";

/** Writes everything that browsers get, for the published package. */
export async function packAssets(): Promise<void> {
  await writePacked("site", await bundleAssets());
  for (const theme of chartThemes) await writePacked(`charts-${theme}`, await bundleCharts(theme));
}
