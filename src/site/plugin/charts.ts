import { existsSync } from "node:fs";
import { join } from "node:path";
import { type Diagnostic, formatDiagnostic, sortDiagnostics } from "../../source/diagnostic.ts";
import { assertNoErrors } from "../../source/error.ts";
import { diagnose } from "../../source/source.ts";
import { bundleCharts } from "../bundle/charts.ts";
import type { EleventyConfig } from "../eleventy.ts";
import { type SiteFile, writeFiles } from "../files.ts";
import { openCache } from "../cache/cache.ts";
import { inLanes } from "../lanes.ts";
import { createMemory } from "../memory.ts";
import { readSettings } from "../settings.ts";
import { openDesk } from "./desk.ts";
import { assetsUnder } from "./head.ts";
import type { Options } from "./options.ts";

/**
 * Charts for a site that has pages of its own. A text's charts are marked before its template is rendered and put into the pages
 * when these are made; what they show is published beside. Faults of all texts come together when all pages are made.
 */
export function addCharts(config: EleventyConfig, options: Options): void {
  const memory = createMemory(openCache("."));
  const desk = openDesk({ ...options, input: config.directories.input }, memory);
  const written = new Map<string, SiteFile>();

  config.on("eleventy.before", async () => {
    const { url, publish, theme } = options;
    const { site } = readSettings(null, { url: url ?? undefined, pathPrefix: config.pathPrefix });
    const known = memory.keep("site", [JSON.stringify([site.origin, site.prefix])], () => site);
    const assets = await memory.keep("assets", [], async () => assetsUnder(publish, await bundleCharts(theme)));
    desk.begin({ site: known, assets });
  });
  config.addPreprocessor("benchpost", "md,njk,liquid,html", (data, content) =>
    typeof content === "string" ? desk.mark(data, content) : undefined,
  );
  config.addTransform("benchpost", function (content) {
    const isAbout = typeof content === "string" && /\bflot\b|benchpostc/.test(content);
    return isAbout ? desk.place(this.page, content) : content;
  });
  config.on("eleventy.after", async ({ directories, outputMode }) => {
    const { texts, charts, files, diagnostics } = desk.end();
    const unknown = diagnose({ file: "addPlugin(benchpost)", text: "" }, 0, "site-url", ...homeless, "warning");
    const all = once(options.url === null && charts > 0 ? [...diagnostics, unknown] : diagnostics);
    assertNoErrors(all);
    if (outputMode === "fs" && process.env["BENCHPOST_DRY_RUN"] !== "1") await write(directories.output, files);
    const heard = await config.emit("benchpost.report", { posts: texts, charts, warnings: all });
    if (heard.length > 0) return;
    for (const one of all) console.warn(formatDiagnostic(one));
  });
  config.addWatchTarget(options.data);

  /** Writes what is new since the last build of this process, and what somebody has removed. */
  async function write(folder: string, files: readonly SiteFile[]): Promise<void> {
    const wanted = files.filter((file) => written.get(file.path) !== file || !existsSync(join(folder, file.path)));
    // pictures are made on threads
    await inLanes([wanted.filter(({ late }) => late), wanted.filter(({ late }) => !late)], async (file) => {
      await writeFiles(folder, [file]);
      written.set(file.path, file);
    });
  }
}

/** In the order of reading; a chart of a layout has its faults on every page. */
function once(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return [...new Map(sortDiagnostics(diagnostics).map((one) => [formatDiagnostic(one), one])).values()];
}

const homeless = [
  "the site's address is not known",
  'Say it: addPlugin(benchpost, { url: "https://example.org" }), or set SITE_URL. Pictures of charts name it.',
] as const;
