import { existsSync, readdirSync } from "node:fs";
import { join, posix, relative, resolve } from "node:path";
import { setTimeout } from "node:timers/promises";
import { assertNoErrors } from "../../source/error.ts";
import type { Checked, Focus } from "../check/check.ts";
import type { EleventyConfig, Layouts, Transform } from "../eleventy.ts";
import { filesIn, type SiteFile } from "../files.ts";
import { makeSite, type MadeSite } from "../make.ts";
import { listOf, openCache, spareOf } from "../cache/cache.ts";
import { createMemory } from "../memory.ts";
import { noPrevious, openPrevious, type Places } from "../previous.ts";
import { readText } from "../project.ts";
import { isPacked, packageRoot } from "../root.ts";
import { readSettings } from "../settings.ts";
import { searchFailed, searchFolder } from "../search/search.ts";
import { countSteps, type Step } from "../progress.ts";
import { createWritten } from "../written.ts";

/** A page that every site has: Eleventy makes it, and sets up its Nunjucks for it. */
const NOT_FOUND = "/404.html";

/**
 * A whole site. Everything is read and decided before Eleventy begins to write, so that an author's mistakes come all at once
 * and no page is made from half of the truth; then Eleventy puts pages into layouts.
 */
export function addSite(config: EleventyConfig): void {
  const input = config.directories.input;
  const root = resolve(input);
  const live = process.env["BENCHPOST_LIVE"] === "1";
  const replaced = process.env["BENCHPOST_REPLACES"];
  const places = (site: string): Places => ({ list: join(root, listOf(site)), spare: join(root, spareOf(site)) });
  const previous = replaced ? openPrevious(replaced, places(replaced)) : noPrevious;
  const again = live || process.env["ELEVENTY_RUN_MODE"] !== "build";
  const memory = createMemory(openCache(root), again);
  const written = createWritten(again, previous);
  const dryRun = process.env["BENCHPOST_DRY_RUN"] === "1";
  let made: MadeSite | null = null;
  let report: Pick<MadeSite, "posts" | "charts" | "warnings" | "check"> & { readonly files?: number };
  let wanted: ReadonlySet<string> = new Set();
  let step: (step: Step) => void = () => {};
  let layouts: Layouts | null = null;
  const current = (): MadeSite => made!;

  config.on("eleventy.before", async () => {
    if (!dryRun) await previous.look();
    const text = readText(root, "site.json");
    const settings = readSettings(text === null ? null : { file: "site.json", text }, {
      url: process.env["SITE_URL"],
      pathPrefix: isGiven(config.pathPrefix) ? config.pathPrefix : process.env["PATH_PREFIX"],
      drafts: process.env["BENCHPOST_DRAFTS"] === "1" || process.env["ELEVENTY_RUN_MODE"] !== "build",
    });
    assertNoErrors(settings.diagnostics);
    made = await makeSite(root, settings.site, memory, !again && !dryRun);
    wanted = dryRun ? new Set() : written.changedPages(made);
    step = countSteps(
      { post: made.posts, page: wanted.size, picture: made.files.filter(({ late }) => late).length },
      (progress) => void config.emit("benchpost.progress", progress),
    );
    const { posts, charts, warnings, check } = made;
    const around = settings.diagnostics;
    const checkAll = (focus?: Focus): Checked => {
      const checked = check(focus);
      return { ...checked, diagnostics: [...around, ...checked.diagnostics] };
    };
    report = { posts, charts, warnings: [...around, ...warnings], check: checkAll };
    await config.emit("benchpost.report", report);
    // in a process of its own, while pages are made here
    if (!live && !dryRun) made.searchFiles().catch(() => {});
  });
  config.on("eleventy.after", async ({ directories }) => {
    if (dryRun) return;
    const { files, placeOf } = current();
    // Eleventy, and an author's own templates, write into files that are there
    const others = again ? null : filesIn(directories.output);
    const paths = pathsOf(current());
    await previous.begin(directories.output, (path) => paths.has(path) || path.startsWith(searchFolder));
    const done = ({ late, path }: SiteFile): void => {
      if (late) step("picture");
      if (!wanted.has(path)) return;
      step("page");
      if (current().isPost(path)) step("post");
    };
    // threads draw the pictures of a post while its pages are made
    const all = [
      ...files.filter(({ late }) => late && !live),
      ...pages(current(), directories.output),
      ...files.filter(({ late }) => !late),
    ];
    const left = await written.take(directories.output, all, done);
    await written.write(directories.output, inOrder(left, placeOf), done);
    written.settle(directories.output, current());
    if (live) void writeLater(directories.output, current());
    else {
      const found = await writeSearch(directories.output, current());
      if (others) {
        report = { ...report, files: new Set([...others, ...paths, ...found]).size };
        await config.emit("benchpost.report", report);
      }
    }
    previous.save(directories.output);
  });

  /** The pages that are new or different, in their layouts. Eleventy would keep all of them in memory until the last one is written. */
  function pages(of: MadeSite, folder: string): SiteFile[] {
    const paths = [...wanted].filter((path) => path !== NOT_FOUND);
    const isForeign = foreignIn(config);
    return paths.map((path) => {
      const render = (): string =>
        layouts!.render(of.viewAt(path).layout, { page: { url: path }, content: of.contentAt(path) });
      const output = { inputPath: "", url: path.replace(/\/index\.html$/, "/"), outputPath: join(folder, path) };
      return {
        path,
        content: () => (isForeign(output) ? transformed(config, output, render()) : render()),
        // what an author's own code makes of a page, nobody knows before
        sources: () => (isForeign(output) ? null : of.sourcesOf(path)),
      };
    });
  }

  /** One by one when the author pauses, so that a build in between need not wait, and no longer than this is the site. */
  async function writeLater(folder: string, of: MadeSite): Promise<void> {
    await setTimeout(1000);
    for (const file of of.files.filter(({ late }) => late)) {
      await setTimeout(50);
      if (made !== of) return;
      await written.write(folder, [file]);
    }
    if (made === of) await writeSearch(folder, of);
  }

  /** Gives the paths of what it wrote. */
  async function writeSearch(folder: string, of: MadeSite): Promise<readonly string[]> {
    try {
      const files = await of.searchFiles();
      // a build may have come in between
      if (made === of) await written.write(folder, await written.take(folder, files));
      return files.map(({ path }) => path);
    } catch (error) {
      report = { ...report, warnings: [...report.warnings, searchFailed(error)] };
      await config.emit("benchpost.report", report);
      return [];
    }
  }

  // Texts are read and rendered before, with all their charts.
  config.addPreprocessor("benchpost", "md", () => false);
  config.addGlobalData("layout", "default.html");
  config.addTemplate("posts/benchpost.njk", "", { permalink: NOT_FOUND });
  config.on("eleventy.engine.njk", ({ environment }) => (layouts = environment));
  config.addFilter("view", (url: string) => current().viewAt(url));
  config.addNunjucksGlobal("shared", () => current().shared);
  // Front matter has been read; Eleventy would take parts of it for its own: another template language, another place.
  config.setFrontMatterParsingOptions({ engines: { yaml: () => ({}) } });
  // who writes a post brings no code with it
  config.setDataFileSuffixes([]);

  config.setUseGitIgnore(false);
  // where Eleventy watches, it must see them
  const once = process.env["ELEVENTY_RUN_MODE"] === "build";
  for (const folder of once ? ["posts", "pages"] : [])
    config.ignores.add(posix.join(posix.normalize(input), folder, "**/*.md"));
  for (const path of strangers(root)) config.ignores.add(posix.join(posix.normalize(input), path));
  if (existsSync(join(root, "assets"))) config.addPassthroughCopy({ [posix.join(input, "assets")]: "assets" });
  config.setWatchJavaScriptDependencies(false);
  for (const path of ["data", "pages", "assets", "site.json"]) config.addWatchTarget(posix.join(input, path));
  if (!isPacked)
    config.addWatchTarget(posix.join(relative(process.cwd(), packageRoot) || ".", "src"), { resetConfig: true });
}

type Output = ThisParameterType<Transform>["page"];

/** Whether an author's configuration does anything with a page that is made; Eleventy's own transforms wait for somebody to use them. */
function foreignIn({ transforms, htmlTransformer }: EleventyConfig): (page: Output) => boolean {
  const isForeign = Object.keys(transforms).some((name) => !name.startsWith("@11ty/"));
  return (page) => isForeign || htmlTransformer.isTransformable("html", { ...page, page });
}

async function transformed({ transforms }: EleventyConfig, page: Output, html: string): Promise<string> {
  let content: unknown = html;
  for (const transform of Object.values(transforms)) {
    content = await transform.call({ ...page, page }, content, String(page.outputPath));
  }
  return String(content);
}

/** Files by the post of which they are. */
function inOrder(files: readonly SiteFile[], placeOf: (path: string) => number): SiteFile[] {
  const placed = files.map((file) => ({ file, place: placeOf(file.path) }));
  return placed.sort((a, b) => (a.place < b.place ? -1 : a.place > b.place ? 1 : 0)).map(({ file }) => file);
}

/** Paths of a site's files; which of them the search has is not known before it is made. */
function pathsOf({ pages, files }: MadeSite): ReadonlySet<string> {
  return new Set([...pages, ...files.map(({ path }) => path)]);
}

function isGiven(prefix: string | undefined): prefix is string {
  return prefix !== undefined && prefix !== "" && prefix !== "/";
}

/** What lies in the project's folder and holds no posts: Eleventy need not look there. */
function strangers(root: string): string[] {
  return readdirSync(root, { withFileTypes: true })
    .filter(({ name }) => name !== "posts" && name !== "pages")
    .map((entry) => (entry.isDirectory() ? `${entry.name}/**` : entry.name));
}
