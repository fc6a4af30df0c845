import { loadavg } from "node:os";
import { parseArgs } from "node:util";
import type { Browser } from "playwright-core";
import { launchChromium } from "../test/browser/launch.ts";
import { findViolations } from "./accessibility.ts";
import { deleteAside } from "./aside.ts";
import { type Host, type Sent, startHost } from "./host.ts";
import { devices, type Load, measureLoad, sentWithoutScript } from "./load.ts";
import { drawingTime, pictureBytes } from "./pictures.ts";
import { comparePixels, ratios, widths } from "./pixels.ts";
import { type Built, buildSynthetic } from "./site.ts";
import { kilobytes, median, milliseconds, type Row, table } from "./table.ts";

/**
 * Prints the figures of a synthetic article of 13 charts with 2 to 6 series of 100 points: what travels, when it is there,
 * what it costs the reader's processor, how well picture and canvas agree. They are looked at, never asserted: times depend
 * on the machine. The sections `peers`, `large` and `lighthouse` are printed when they are asked for: they install what
 * they need; so is `scale`, which takes an hour with all its sizes.
 */
const { values: options } = parseArgs({
  options: {
    runs: { type: "string", default: "5" },
    only: { type: "string", default: "bytes,loads,hover,pictures,pixels,axe,imports,author,dev" },
    sizes: { type: "string", default: "10,100,1000" },
    posts: { type: "string", default: "1,100,1000,5000" },
  },
});

type Section = (browser: Browser, host: Host, built: Built) => Promise<string>;

const sections: Readonly<Record<string, Section>> = {
  bytes: weigh,
  loads: time,
  hover: async (browser, host, { article }) => (await import("./hover.ts")).measureHover(browser, host, article),
  pictures: draw,
  pixels: compare,
  axe: audit,
  imports: async () => (await import("./import.ts")).measureImports(options.sizes.split(",").map(Number)),
  author: async () => (await import("./author.ts")).measureAuthor(),
  dev: async (browser) => (await import("./dev.ts")).measureDev(browser, [10, 100, 1000]),
  large: async (browser) => (await import("./large.ts")).measureLarge(browser),
  scale: async () =>
    (await import("./scale.ts")).measureScale(options.posts.split(",").map(Number), Number(options.runs)),
  lighthouse: async (_browser, host, { article }) =>
    (await import("./lighthouse/measure.ts")).measureLighthouse(host, ["/", article], Number(options.runs)),
  peers: async (browser) => (await import("./peers/measure.ts")).measurePeers(browser, Number(options.runs)),
};

const built = await buildSynthetic();
const host = await startHost(built.folder);
const browser = await launchChromium();
console.log(
  `Chromium ${browser.version()}, Node ${process.version}, load average ${loadavg()[0]?.toFixed(1)}; build ${built.seconds.toFixed(1)} s\n`,
);
for (const name of options.only.split(",")) {
  const section = sections[name];
  if (!section) throw new Error(`there is no section ${name}; there are ${Object.keys(sections).join(", ")}`);
  console.log(await section(browser, host, built));
}
await browser.close();
await host.close();
deleteAside();

async function weigh(browser: Browser, host: Host, { article }: Built): Promise<string> {
  const toRead = await sentWithoutScript(browser, host, article);
  const all = (await measureLoad(browser, host, article)).sent;
  const loader = all.filter(({ kind, path }) => kind === "script" && /\/(main|theme)-/.test(path));
  const kinds = (sent: readonly Sent[]): Row[] =>
    [...new Set(sent.map(({ kind }) => kind))].map((kind) => ({
      what: `  of it ${kind}`,
      value: kilobytes(sum(sent.filter((one) => one.kind === kind))),
    }));
  return table("Bytes as they travel (brotli)", [
    { what: "to read it, all charts visible, no script", value: kilobytes(sum(toRead)), wanted: "at most 40 kB" },
    ...kinds(toRead),
    { what: "everything, all charts interactive", value: kilobytes(sum(all)), wanted: "at most 115 kB" },
    ...kinds(all),
    { what: "loader", value: kilobytes(sum(loader)), wanted: "at most 3 kB" },
  ]);
}

async function time(browser: Browser, host: Host, { article }: Built): Promise<string> {
  const tables: string[] = [];
  for (const device of ["phone", "desk"] as const) tables.push(await timeOn(device, browser, host, article));
  return tables.join("\n");
}

/** Other work on the machine only ever adds: the least of several loads is nearest to what the page costs. */
async function timeOn(device: keyof typeof devices, browser: Browser, host: Host, article: string): Promise<string> {
  const loads: Load[] = [];
  for (let run = 0; run < Number(options.runs); run++)
    loads.push(await measureLoad(browser, host, article, { device }));
  const row = (what: string, of: (load: Load) => number, show = milliseconds, wanted = ""): Row => {
    const values = loads.map(of);
    const range = `least ${show(Math.min(...values))}, most ${show(Math.max(...values))}`;
    return { what, value: show(median(values)), wanted: `${wanted}${wanted ? "; " : ""}${range}` };
  };
  const { viewport, deviceScaleFactor: ratio } = { deviceScaleFactor: 1, ...devices[device] };
  const heading = `Cold loads on a ${device} (${viewport.width} px, ratio ${ratio}, load average ${loadavg()[0]?.toFixed(1)})`;
  return table(`${heading}, median of ${loads.length}; processor 4 times slower, 1.6 Mbit/s, 150 ms`, [
    row("first contentful paint", (load) => load.firstPaint),
    row("largest contentful paint", (load) => load.largestPaint),
    row(
      "cumulative layout shift",
      (load) => load.layoutShift,
      (shift) => shift.toFixed(4),
      "0",
    ),
    row("total blocking time, not scrolling", ({ clock }) => clock.still, milliseconds, "at most 100 ms"),
    row("  of the processor alone", ({ processor }) => processor.still),
    row("total blocking time, scrolled to the end", ({ clock }) => clock.toEnd),
    row("  of the processor alone", ({ processor }) => processor.toEnd),
    row("longest task after the first chart", ({ clock }) => clock.longest, milliseconds, "at most 50 ms"),
    row("  of the processor alone", ({ processor }) => processor.longest),
    row("charts live at the end", (load) => load.liveCharts, String, "13"),
  ]);
}

async function draw(browser: Browser, host: Host, { project, article }: Built): Promise<string> {
  const bytes = await pictureBytes(browser, host, article);
  const { cold, warm } = drawingTime(project);
  return table("Static pictures", [
    {
      what: "size of one, mean",
      value: kilobytes(bytes.reduce((a, b) => a + b, 0) / bytes.length),
      wanted: "at most 1.5 kB",
    },
    { what: "size of one, largest", value: kilobytes(Math.max(...bytes)) },
    { what: "time to draw one, first build", value: milliseconds(cold) },
    { what: "time to draw one, warm", value: milliseconds(warm), wanted: "at most 3 ms" },
  ]);
}

async function compare(browser: Browser, host: Host, { article }: Built): Promise<string> {
  const rows: Row[] = [];
  for (const width of widths) {
    for (const ratio of ratios) {
      const { visible } = await comparePixels(browser, host.origin + article, width, ratio);
      rows.push({
        what: `${width} px, ratio ${ratio}`,
        value: `${(visible * 100).toFixed(4)} %`,
        wanted: "at most 0.01 %",
      });
    }
  }
  return table("Pixels that differ visibly between picture and canvas", rows);
}

async function audit(browser: Browser, host: Host, { article }: Built): Promise<string> {
  const found = await findViolations(browser, host, article);
  return table(
    "Rules of axe that are broken, light and dark",
    found.map(({ kind, light, dark }) => ({
      what: kind,
      value: `${counted(light)} and ${counted(dark)}`,
      wanted: "0 and 0",
    })),
  );
}

function counted(broken: readonly string[]): string {
  return broken.length === 0 ? "0" : `${broken.length}: ${broken.join(", ")}`;
}

function sum(sent: readonly Sent[]): number {
  return sent.reduce((total, { bytes }) => total + bytes, 0);
}
