import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { chartCount } from "../article.ts";
import { startHost } from "../host.ts";
import { type Load, measureLoad } from "../load.ts";
import { seed } from "../site.ts";
import { kilobytes, median, milliseconds } from "../table.ts";
import { buildPeers } from "./site.ts";

const here = import.meta.dirname;

/** The same article as others make it, measured in the same way. Installs them first. */
export async function measurePeers(browser: Browser, runs: number): Promise<string> {
  if (!existsSync(join(here, "node_modules"))) execFileSync("npm", ["ci"], { cwd: here, stdio: "inherit" });
  const peers = await buildPeers(join(here, "..", "..", ".cache", "bench", "peers"), seed);
  const lines: string[] = [];
  for (const { name, folder, drawn } of peers) {
    const host = await startHost(folder);
    const loads: Load[] = [];
    const sought = { live: drawn, there: drawn, count: chartCount };
    for (let run = 0; run < runs; run++) loads.push(await measureLoad(browser, host, "/", { sought }));
    await host.close();
    const of = (figure: (load: Load) => number): string => milliseconds(median(loads.map(figure)));
    const bytes = loads[0]?.sent.reduce((sum, one) => sum + one.bytes, 0) ?? 0;
    const figures = [
      kilobytes(bytes),
      of((load) => load.firstPaint),
      of((load) => load.allCharts),
      of(({ clock }) => clock.still),
      of(({ processor }) => processor.still),
    ];
    lines.push(`  ${name.padEnd(28)}${figures.map((figure) => figure.padStart(18)).join("")}`);
  }
  const head = ["bytes", "first paint", "all charts", "blocking", "of the processor"]
    .map((word) => word.padStart(18))
    .join("");
  return `Others, median of ${runs}\n  ${"".padEnd(28)}${head}\n${lines.join("\n")}\n`;
}
