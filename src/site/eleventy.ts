/** The members of Eleventy's configuration that are used here; it brings no types of its own. */
export interface EleventyConfig {
  /** As given on the command line, or to its constructor; `/` where nothing was. */
  readonly pathPrefix: string | undefined;
  readonly directories: { readonly input: string; readonly output: string };
  /** By name, in the order in which they were added. */
  readonly transforms: Readonly<Record<string, Transform>>;
  /** What plugins of Eleventy do with HTML; the work of one of its own transforms. */
  readonly htmlTransformer: { isTransformable(extension: string, context: object): boolean };
  readonly ignores: { add(glob: string): void };
  addGlobalData(name: string, value: unknown): void;
  addFilter(name: string, filter: (value: never) => unknown): void;
  addNunjucksGlobal(name: string, value: unknown): void;
  addPassthroughCopy(paths: Readonly<Record<string, string>>): void;
  addPreprocessor(
    name: string,
    extensions: string,
    run: (data: PageData, content: string) => string | false | void,
  ): void;
  addTemplate(path: string, content: string, data: object): void;
  addWatchTarget(path: string, options?: { readonly resetConfig?: boolean }): void;
  addTransform(name: string, transform: (this: { readonly page: OutputPage }, content: unknown) => unknown): void;
  /** Gives what those who listen give. */
  emit(event: string, value: unknown): Promise<unknown[]>;
  on(event: "eleventy.before", listener: () => void | Promise<void>): void;
  on(event: "eleventy.after", listener: (built: Built) => void | Promise<void>): void;
  on(event: "eleventy.engine.njk", listener: (engine: { readonly environment: Layouts }) => void): void;
  setDataFileSuffixes(suffixes: readonly string[]): void;
  setFrontMatterParsingOptions(options: object): void;
  setUseGitIgnore(use: boolean): void;
  setWatchJavaScriptDependencies(watch: boolean): void;
}

/** What Eleventy knows of a template. */
export interface PageData {
  readonly page: { readonly inputPath: string; readonly fileSlug: string };
  readonly title?: unknown;
  /** What a foreign site says of the charts of a text, or of a folder of texts. */
  readonly benchpost?: unknown;
}

/** A page that is made, or a part of one; `false` where it has no address of its own. */
export interface OutputPage {
  readonly inputPath: string;
  readonly fileSlug: string;
  readonly url: string | false;
  readonly outputPath: string | false;
}

/** What somebody's own code makes of the text of a page. */
export type Transform = (
  this: { readonly page: Omit<OutputPage, "fileSlug"> },
  content: unknown,
  outputPath: string,
) => unknown;

/** Nunjucks, as Eleventy sets it up: with its folders, filters and globals. */
export interface Layouts {
  render(layout: string, data: object): string;
}

export interface Built {
  readonly directories: { readonly output: string };
  /** Whether Eleventy writes files. */
  readonly outputMode: "fs" | "json" | "ndjson";
}
