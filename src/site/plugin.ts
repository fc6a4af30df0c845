import { join, relative, resolve } from "node:path";
import type { EleventyConfig } from "./eleventy.ts";
import { addCharts } from "./plugin/charts.ts";
import { readOptions } from "./plugin/options.ts";
import { addSite } from "./plugin/site.ts";
import { isPacked, packageRoot } from "./root.ts";

/** What a site may say of its charts. Everything has a default. */
export interface BenchpostOptions {
  /** Folder of the datasets, from the folder in which Eleventy is started. Default: `data`. */
  readonly data?: string;
  /** Path in the site under which data, pictures, scripts and styles are published. Default: `/benchpost/`. */
  readonly publish?: string;
  /** Whole address of the site, for what is read elsewhere: pictures in feeds, their lines of origin. Default: `SITE_URL`. */
  readonly url?: string;
  /** Whether charts are light or dark as the reader's system wishes, or always one of both. Default: `system`. */
  readonly theme?: "system" | "light" | "dark";
  /**
   * Whether Benchpost makes the whole site: posts, archive, tags and feeds in its own layouts, with the settings of `site.json`.
   * Nothing else can be said then. Default: `false`, charts for a site of your own.
   */
  readonly pages?: boolean;
}

/**
 * The plugin: `eleventyConfig.addPlugin(benchpost, options)`. Every element of class `flot` becomes a figure. Throws where an
 * option is not known or cannot be; what is wrong with posts and data fails the build, with all places at once.
 */
export function benchpost(config: object, options: BenchpostOptions = {}): void {
  const read = readOptions(options);
  if (read.pages) addSite(config as EleventyConfig);
  else addCharts(config as EleventyConfig, read);
}

/** Where the layouts of a whole site are, from Eleventy's input: its configuration returns this, because plugins may not set directories. */
export function layoutsFrom(input: string): string {
  const layouts = isPacked ? join("dist", "layouts") : join("src", "site", "layouts");
  return relative(resolve(input), join(packageRoot, layouts));
}
