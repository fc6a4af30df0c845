import { existsSync } from "node:fs";
import { join, relative } from "node:path";
import type { Diagnostic } from "../source/diagnostic.ts";
import type { Checked, Focus } from "../site/check/check.ts";
import { configurations } from "../site/plugin/options.ts";
import { packageRoot } from "../site/root.ts";
import type { Progress } from "../site/progress.ts";
import { Refusal } from "./command.ts";

export interface RenderOptions {
  /** The project, absolute. */
  readonly project: string;
  /** Where the pages are written, absolute; null to render all of them and write none. */
  readonly output: string | null;
  readonly pathPrefix: string | null;
  readonly drafts: boolean;
  /** The site that it will replace, absolute: what has not changed is taken over from it. */
  readonly replaces?: string;
  /** Is told now and then how far the site is. */
  readonly progress?: (progress: Progress) => void;
}

/** What a site says about itself when it is rendered (the event `benchpost.report` of its configuration). */
export interface Rendered {
  readonly posts: number;
  readonly charts: number;
  readonly warnings: readonly Diagnostic[];
  /** Files of the site, where somebody has counted them. */
  readonly files?: number;
  /** All that can be said about the project, or of what its author works on, the warnings among it. */
  check(focus?: Focus): Checked;
}

/** A project that can be rendered again and again, each time as its files are then. */
export interface OpenSite {
  render(): Promise<Rendered>;
}

/** Runs Eleventy over a project, once. */
export function render(options: RenderOptions): Promise<Rendered> {
  return openSite(options, true).render();
}

/**
 * Eleventy over a project. It prints nothing: what is wrong arrives as the error thrown. Eleventy finds everything from the
 * process's working folder, so that the process moves there. `once` is whether it is rendered a single time.
 */
export function openSite(options: RenderOptions, once: boolean = false): OpenSite {
  let opened: ReturnType<typeof open> | null = null;
  return {
    async render() {
      const again = opened !== null;
      const { eleventy, report } = await (opened ??= open(options, once));
      if (again) {
        // the files that are there now, and what they hold now
        eleventy.config.useTemplateCache = false;
        Object.assign(eleventy.fileSystemSearch, { inputs: {}, outputs: {}, promises: {} });
        await eleventy.restart();
        await eleventy.init();
      }
      await eleventy.write();
      return report();
    },
  };
}

async function open({ project, output, pathPrefix, drafts, replaces, progress }: RenderOptions, once: boolean) {
  const configPath = configurationOf(project);
  process.chdir(project);
  if (drafts) process.env["BENCHPOST_DRAFTS"] = "1";
  if (output === null) process.env["BENCHPOST_DRY_RUN"] = "1";
  process.env["BENCHPOST_REPLACES"] = replaces ?? "";
  let report = toRendered({ posts: 0, charts: 0, warnings: [] });
  // Eleventy watches over how modules are found, in a thread of its own, which makes each that is loaded later wait
  await import("../site/plugin.ts");
  const { Eleventy } = await importEleventy(once);
  const eleventy = new Eleventy(undefined, relative(project, output ?? join(project, "_site")), {
    configPath,
    quietMode: true,
    dryRun: output === null,
    ...(pathPrefix === null ? {} : { pathPrefix }),
    config: (userConfig) => {
      userConfig.on("benchpost.report", (given) => (report = toRendered(given)));
      if (progress) userConfig.on("benchpost.progress", progress);
      // On a slow machine they would be printed, whatever the logger.
      for (const group of ["Configuration", "Data", "Aggregate"])
        userConfig.benchmarkManager.get(group).setMinimumThresholdMs(0);
    },
  });
  eleventy.disableLogger();
  return { eleventy, report: () => report };
}

/** Eleventy; where nothing is rendered again, without what would load changed modules anew: that is a thread which takes long to begin. */
async function importEleventy(once: boolean): Promise<typeof import("@11ty/eleventy")> {
  const name = "ELEVENTY_SKIP_ESM_RESOLVER";
  const given = process.env[name];
  if (once) process.env[name] = "1";
  try {
    return await import("@11ty/eleventy");
  } finally {
    if (once && given === undefined) delete process.env[name];
  }
}

/** Where Eleventy's configuration is, from the project; a project of posts alone needs none of its own. */
function configurationOf(project: string): string {
  const own = configurations.find((name) => existsSync(join(project, name)));
  if (own !== undefined) return own;
  if (existsSync(join(project, "posts"))) return relative(project, join(packageRoot, ".eleventy.js"));
  const help = "Run this in the folder of a project; benchpost new starts a post, and with it a project.";
  throw new Refusal("there is neither a folder posts/ nor a configuration of Eleventy here", help);
}

/** A site that judges nothing has its warnings to say. */
function toRendered(given: Omit<Rendered, "check"> & Partial<Rendered>): Rendered {
  return { check: () => ({ diagnostics: given.warnings, waived: [] }), ...given };
}
