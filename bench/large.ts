import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { loadavg } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { benchpost } from "../test/cli/program.ts";
import { startHost } from "./host.ts";
import { move } from "./hover.ts";
import { type Felt, feel, loads, type Script } from "./large-feel.ts";
import { manyPoints, type Shape } from "./many.ts";
import { buildLargePeers } from "./peers/large.ts";
import { seed } from "./site.ts";
import { kilobytes, milliseconds } from "./table.ts";

const root = join(import.meta.dirname, "..");
const shapes: readonly Shape[] = [
  { series: 1, points: 1_000_000 },
  { series: 6, points: 100_000 },
];

/** What our page does where others have a script of their own. */
const ours: Script = {
  live: "figure.chart.is-live .chart-menu",
  hover: move,
  zoom: `(closer) => document.querySelector(".chart-plot").dispatchEvent(
    new KeyboardEvent("keydown", { key: closer ? "+" : "-", bubbles: true })
  )`,
};

/** A chart of very many points, beside those of others with the same data; times of a processor that is not slowed down. */
export async function measureLarge(browser: Browser): Promise<string> {
  const peers = join(import.meta.dirname, "peers");
  if (!existsSync(join(peers, "node_modules"))) execFileSync("npm", ["ci"], { cwd: peers, stdio: "inherit" });
  const parts: string[] = [];
  for (const shape of shapes) {
    const data = JSON.stringify(manyPoints(seed, shape));
    const { folder, seconds } = await buildOurs(data);
    const lines = [head(), line("benchpost", await measure(browser, folder, "/2026/01/01/many.html", ours))];
    for (const peer of await buildLargePeers(join(root, ".cache", "bench", "large-peers"), data))
      lines.push(line(peer.name, await measure(browser, peer.folder, "/", peer.script)));
    const size = `${shape.series} × ${shape.points.toLocaleString("en")} points, ${kilobytes(data.length)} of JSON`;
    parts.push(`${size}; built in ${seconds.toFixed(1)} s\n${lines.join("\n")}\n`);
  }
  const how = `first paint and answers by the clock, median of ${loads} loads and the least (load average ${loadavg()[0]?.toFixed(1)});`;
  return `Large series; ${how} the rest of processor time, median and 95th percentile\n${parts.join("\n")}`;
}

async function measure(browser: Browser, folder: string, path: string, script: Script): Promise<Felt> {
  const host = await startHost(folder, { packed: "when asked for" });
  try {
    return await feel(browser, host, path, script);
  } finally {
    await host.close();
  }
}

function head(): string {
  const words = ["sent", "first paint", "answers", "least", "processor", "hover", "p95", "zoom", "p95", "heap"];
  return `  ${"".padEnd(28)}${words.map((word) => word.padStart(12)).join("")}`;
}

function line(name: string, felt: Felt): string {
  const { hover, zoom } = felt;
  const times = [
    felt.firstPaint,
    felt.answers,
    felt.least,
    felt.processor,
    hover.median,
    hover.p95,
    zoom.median,
    zoom.p95,
  ];
  const cells = [kilobytes(felt.bytes), ...times.map(milliseconds), `${(felt.heap / 1e6).toFixed(1)} MB`];
  return `  ${name.padEnd(28)}${cells.map((cell) => cell.padStart(12)).join("")}`;
}

async function buildOurs(data: string): Promise<{ readonly folder: string; readonly seconds: number }> {
  const project = join(root, ".cache", "bench", "large");
  rmSync(project, { recursive: true, force: true });
  const files: Readonly<Record<string, string>> = {
    ".eleventy.js": 'export { default } from "../../../.eleventy.js";\n',
    "package.json": '{ "type": "module" }\n',
    "site.json": '{ "title": "Large", "url": "https://example.org" }\n',
    "posts/2026-01-01-many.md":
      '---\ntitle: Many points\nsummary: Invented.\n---\n\nText.\n\n<div id="many" class="flot"></div>\n',
    "data/many.json": data,
  };
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(join(project, file, ".."), { recursive: true });
    writeFileSync(join(project, file), text);
  }
  const began = performance.now();
  const { code, stderr } = await benchpost(["build"], { cwd: project });
  if (code !== 0) throw new Error(`the chart of many points does not build:\n${stderr}`);
  return { folder: join(project, "_site"), seconds: (performance.now() - began) / 1000 };
}
