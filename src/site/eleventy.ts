/** The members of Eleventy's configuration that are used here; it brings no types of its own. */
export interface EleventyConfig {
  /** As given on the command line, or to its constructor; `/` where nothing was. */
  readonly pathPrefix: string | undefined;
  readonly directories: { readonly input: string; readonly output: string };
  readonly ignores: { add(glob: string): void };
  addGlobalData(name: string, value: unknown): void;
  addFilter(name: string, filter: (value: never) => unknown): void;
  addNunjucksGlobal(name: string, value: unknown): void;
  addPassthroughCopy(paths: Readonly<Record<string, string>>): void;
  addPreprocessor(name: string, extensions: string, run: (data: PageData) => false | void): void;
  addTemplate(path: string, content: string, data: object): void;
  addWatchTarget(path: string, options?: { readonly resetConfig?: boolean }): void;
  emit(event: string, value: unknown): unknown;
  on(event: "eleventy.before", listener: () => void | Promise<void>): void;
  on(event: "eleventy.after", listener: (built: Built) => void | Promise<void>): void;
  setFrontMatterParsingOptions(options: object): void;
  setLibrary(name: string, library: object): void;
  setUseGitIgnore(use: boolean): void;
  setWatchJavaScriptDependencies(watch: boolean): void;
}

/** What Eleventy knows of a template. */
export interface PageData {
  readonly page: { readonly inputPath: string };
  readonly permalink?: unknown;
}

export interface Built {
  readonly directories: { readonly output: string };
}
